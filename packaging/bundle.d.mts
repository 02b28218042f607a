import type { Metafile } from 'esbuild';

export interface Bundle {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly metafiles: readonly Metafile[];
}

export function bundleCommandLine(): Promise<Bundle>;
export function bundleLibrary(): Promise<Bundle>;
export const LIBRARY_ENTRIES: Readonly<Record<string, string>>;
