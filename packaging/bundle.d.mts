import type { Metafile } from 'esbuild';

export interface Bundle {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly metafiles: readonly Metafile[];
}

export function bundleAll(): Promise<Bundle>;
export const LIBRARY_ENTRIES: Readonly<Record<string, string>>;
