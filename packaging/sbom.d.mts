import type { Metafile } from 'esbuild';

export function writeSbom(metafiles: readonly Metafile[], file: string): void;
