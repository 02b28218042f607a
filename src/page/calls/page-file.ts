/** A file that was dropped or chosen, or one that is to be saved. */
export interface PageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
