import type { Plugin } from 'esbuild';

export function exceljsWriter(): Plugin;
