import type { PinnedFile } from './windows-node.mjs';

export function withNode(
  sbom: string,
  node: { readonly version: string; readonly program: PinnedFile },
): string;
