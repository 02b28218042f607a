import type { Metafile } from 'esbuild';

export function bundlePage(): Promise<{ readonly html: string; readonly metafiles: readonly Metafile[] }>;
