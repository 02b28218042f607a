import type { Metafile } from 'esbuild';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly notice: string;
}

export function bundledPackages(metafiles: readonly Metafile[]): readonly BundledPackage[];
export function noticesOf(packages: readonly BundledPackage[], first?: string): string;
