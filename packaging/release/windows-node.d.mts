export interface PinnedFile {
  readonly package: string;
  readonly file: string;
  readonly sha256: string;
}
export const WINDOWS_NODE: {
  readonly version: string;
  readonly program: PinnedFile;
  readonly licence: PinnedFile;
};
export function pinnedFile(
  wanted: PinnedFile,
  options?: { readonly version?: string; readonly cache?: string },
): Uint8Array;
export function sha256Of(bytes: Uint8Array): string;
