export function folderName(version: string): string;
export function windowsFolder(wanted: {
  readonly version: string;
  readonly node: { readonly program: Uint8Array; readonly licence: Uint8Array };
  readonly sbom: Uint8Array;
  readonly dist?: string;
}): Readonly<Record<string, Uint8Array>>;
export function zipFolder(name: string, files: Readonly<Record<string, Uint8Array>>): Uint8Array;
