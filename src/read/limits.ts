/**
 * How much a file may hold. A process map has some hundred rows and the largest classification tables some hundred
 * thousand; what lies beyond is a wrong file or a hostile one, and is refused before it costs time or memory.
 */
export interface ReadLimits {
  /** Bytes of a text file. */
  readonly textBytes: number;
  /** Bytes of all parts of a workbook that are read, unpacked. */
  readonly unpackedBytes: number;
  /** Cells of a table, empty ones before the last of their row included. */
  readonly cells: number;
  /** Rows times columns that a sheet claims to use. */
  readonly claimedCells: number;
}

export const defaultLimits: ReadLimits = {
  textBytes: 64 * 2 ** 20,
  unpackedBytes: 64 * 2 ** 20,
  cells: 2_000_000,
  claimedCells: 200_000_000,
};
