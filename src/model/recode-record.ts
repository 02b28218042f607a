import type { Balance, Measure, RecodeReport } from './recode-report.ts';

/** The last digit that a file shows in a measure: digits after the point; of clocks, a minute or a second. */
export interface Unit {
  readonly scale: number;
  readonly seconds: 1 | 60;
}

/** What a person is owed of a split code in a measure, to be carried into the next run. */
export interface Remainder {
  readonly person: string;
  readonly code: string;
  readonly measure: string;
  readonly kind: Measure;
  readonly unit: Unit;
  /** By target: decided share less what it got so far, in fractions of a unit: `-1/3`. */
  readonly owed: readonly { readonly code: string; readonly units: string }[];
}

/** A file as a record names it: by its bytes, and by the codes in it. */
export interface RecordedFile {
  readonly file: string;
  readonly sha256: string;
  /** Digest of how many rows it has on each code: it survives what a spreadsheet does to a file when it saves it. */
  readonly codes: string;
}

/**
 * The record of a recoding, written beside its output: proof of what was done, and what tells the output from a file
 * that is still to be recoded. JSON.
 */
export interface RecodeRecord {
  readonly format: 'procmap-recode-record';
  readonly version: 1;
  readonly recodedOn: string;
  readonly crosswalk: { readonly file: string; readonly sha256: string; readonly revision: string };
  readonly validFrom: string | null;
  readonly input: RecordedFile;
  readonly output: RecordedFile;
  readonly rejects: { readonly file: string; readonly rows: number } | null;
  readonly rows: RecodeReport['rows'];
  readonly balances: readonly Balance[];
  readonly persons: RecodeReport['persons'];
  /** What rounding still owes, for `--continue`; absent from records of earlier versions. */
  readonly remainders?: readonly Remainder[];
}

/** Ending of the name of a record: `hours-2023.csv` has `hours-2023.csv.recoded.json`. */
export const RECORD_SUFFIX = '.recoded.json';

/** Reads a record; `null` when the text is none. */
export function parseRecord(text: string): RecodeRecord | null {
  try {
    const value = JSON.parse(text) as Partial<RecodeRecord> | null;
    if (value?.format !== 'procmap-recode-record' || value.version !== 1) return null;
    const files = [value.input, value.output];
    const named = files.every((file) => typeof file?.sha256 === 'string' && typeof file.codes === 'string');
    return named && typeof value.crosswalk?.revision === 'string' ? (value as RecodeRecord) : null;
  } catch {
    return null;
  }
}
