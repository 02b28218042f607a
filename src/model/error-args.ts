import type { Place } from '../values/place.ts';
import type { AdoptionProblem } from './adoption-problem.ts';
import type { DecisionProblem } from './decision-problem.ts';
import type { Lang } from './lang.ts';
import type { SeriesProblem } from './series.ts';

/** Where in a time-sheet something stands that nothing takes; the column is counted from 1. */
export interface StrayPlace {
  readonly file: string;
  readonly sheet: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Formats that are recognised and not read. */
export type UnreadFormat =
  | 'xlsx-locked'
  | 'pptx'
  | 'rtf'
  | 'xml'
  | 'gzip'
  | 'rar'
  | '7z'
  | 'image'
  | 'sqlite'
  | 'access'
  | 'epub'
  | 'numbers'
  | 'odf'
  | 'mhtml';

/** What is wrong with a workbook that cannot be read. */
export type WorkbookDamage =
  | 'truncated'
  | 'directory'
  | 'encrypted'
  | 'packing'
  | 'size'
  | 'no-sheets'
  | 'part-missing'
  | 'xml'
  | 'doctype'
  | 'encoding'
  | 'address'
  | 'row-twice'
  | 'cell-twice'
  | 'format'
  | 'text';

/** Why the system would not read or write a file; `other` goes with its own reason. */
export type FileFault =
  | 'not-found'
  | 'is-folder'
  | 'no-name'
  | 'no-permission'
  | 'no-space'
  | 'too-large'
  | 'closed'
  | 'other';

/** What each error says of itself: the facts its text is made from. The key is the code, public API. */
export interface ErrorArgs {
  'file-not-found': { readonly file: string };
  'file-is-directory': { readonly file: string };
  'nothing-matches': { readonly pattern: string };
  'folder-without-map': { readonly folder: string };
  'file-unreadable': { readonly file: string; readonly fault: FileFault; readonly reason: string };
  'file-unwritable': { readonly file: string; readonly fault: FileFault; readonly reason: string };
  'file-empty': { readonly file: string };
  'file-exists': { readonly file: string };
  'output-is-input': { readonly file: string };
  /** The output exists and holds decisions that would be lost. */
  'output-holds-decisions': { readonly file: string; readonly count: number };
  'format-unsupported': { readonly file: string; readonly format: UnreadFormat };
  /** A zip archive that is no workbook; `holds`: a member that may be a map, or empty. */
  'archive-of-others': { readonly file: string; readonly members: number; readonly holds: string };
  /** `of`: the file that is open, where its name tells. */
  'lock-file': { readonly file: string; readonly of: string };
  'workbook-damaged': { readonly file: string; readonly reason: WorkbookDamage };
  /** Unpacked megabytes of the whole, or cells of a sheet, as they are or as it claims to have. */
  'workbook-too-large': {
    readonly file: string;
    readonly sheet: string | null;
    readonly measure: 'megabytes' | 'cells' | 'claimed-cells';
    readonly limit: number;
  };
  'text-too-large': {
    readonly file: string;
    readonly measure: 'megabytes' | 'cells' | 'pages';
    readonly found: number;
    readonly limit: number;
  };
  /** A cell, code or label with too many characters, or an entry below too many others. */
  outsized: {
    readonly place: Place;
    readonly measure: 'cell' | 'code' | 'label' | 'levels';
    readonly found: number;
    readonly limit: number;
  };
  'pdf-damaged': { readonly file: string };
  'pdf-locked': { readonly file: string };
  /** A scan: pictures of pages, without text. */
  'pdf-without-text': { readonly file: string; readonly pages: number };
  'not-text': { readonly file: string };
  'quote-unclosed': { readonly file: string; readonly line: number };
  'turtle-invalid': { readonly file: string; readonly line: number; readonly reason: string };
  'turtle-without-concepts': { readonly file: string };
  'turtle-several-parents': {
    readonly file: string;
    readonly line: number;
    readonly concept: string;
    readonly parents: string;
  };
  'json-invalid': { readonly file: string; readonly path: string; readonly reason: string };
  /** `found`: the row most like a header, or empty; `known`: the headers that are recognised. */
  'no-map': { readonly file: string; readonly found: string; readonly known: readonly string[] };
  /** `header`: the header that was recognised, with no entry below it. */
  'map-empty': { readonly file: string; readonly header: string };
  /** `found`: the first row with text. */
  'no-correspondence': { readonly file: string; readonly found: string };
  /** A row of a published correspondence that could be read in two ways; `at`: its line, or sheet and cell. */
  'correspondence-doubtful': {
    readonly file: string;
    readonly at: string;
    readonly why: 'spoilt' | 'long' | 'blank';
    readonly value: string;
  };
  /** A table of another kind that is given where a map is wanted. */
  'not-a-map': { readonly file: string; readonly what: ForeignTableKind };
  /** Columns of one name that could be the code, and that what they hold does not tell apart. */
  'code-columns-unclear': { readonly file: string; readonly columns: readonly string[] };
  /** `column`: `Sheet!B`; `count`: formulas in it whose results the file does not hold. */
  'codes-without-value': { readonly file: string; readonly column: string; readonly count: number };
  'layout-mismatch': {
    readonly file: string;
    readonly layout: string;
    readonly found: string;
    readonly known: string;
  };
  'code-unknown': { readonly code: string; readonly file: string; readonly near: string };
  'config-invalid': { readonly file: string; readonly problem: Readonly<Record<Lang, string>> };
  'baseline-invalid': { readonly file: string; readonly problem: Readonly<Record<Lang, string>> };
  'crosswalk-invalid': { readonly file: string; readonly problems: number };
  'crosswalk-json': { readonly file: string; readonly path: string; readonly reason: string };
  'document-damaged': { readonly file: string; readonly part: string };
  /** Of the codes that both know by name, `differing` name another entry in the second. */
  'chain-unfollowed': {
    readonly first: string;
    readonly second: string;
    readonly differing: number;
    readonly compared: number;
  };
  /** `percent` of the entries of one map correspond to the other. */
  'adopt-thin': { readonly from: string; readonly to: string; readonly percent: number };
  /** Two inputs of one name would become one output. */
  'output-name-twice': { readonly file: string };
  /** Time-sheets that measure different things: `column` of `file`, `firstColumn` of `first`. */
  'usage-measures': {
    readonly file: string;
    readonly column: string;
    readonly first: string;
    readonly firstColumn: string;
  };
  /** One or more. */
  'adopt-decisions': { readonly problems: readonly AdoptionProblem[] };
  'adopt-open': { readonly open: number };
  /** Decisions on conflicts that no longer fit the maps, in a file that is to grow. */
  'adopt-stale': { readonly file: string; readonly count: number };
  series: { readonly problem: SeriesProblem };
  'chain-apart': { readonly first: string; readonly second: string };
  /** A time-sheet in a format that maps are read from, and bookings cannot be carried over in. */
  'timesheet-not-editable': { readonly file: string };
  /** A cell of a workbook of another format would read otherwise as .xlsx. */
  'timesheet-not-carried': {
    readonly file: string;
    readonly sheet: string;
    readonly cell: string;
    readonly found: string;
  };
  'csv-one-sheet': { readonly file: string; readonly sheets: string };
  'timesheet-empty': { readonly file: string };
  /** `others`: sheets with bookings below a header that is not that of `sheet`. */
  'sheets-differ': { readonly file: string; readonly sheet: string; readonly others: string };
  'sheet-not-found': { readonly file: string; readonly sheet: string; readonly found: string };
  'no-timesheet-header': { readonly file: string; readonly wanted: string; readonly found: string };
  'column-not-found': {
    readonly file: string;
    readonly role: ColumnRoleName;
    readonly wanted: string;
    readonly found: string;
  };
  'column-ambiguous': { readonly file: string; readonly role: ColumnRoleName; readonly found: string };
  /** Columns with numbers that nobody has named, in a row that is to be divided. */
  'column-unclear': { readonly file: string; readonly line: number; readonly columns: readonly string[] };
  /** A code with an amount that no table of the sheet takes; `sheet` is empty for a text. */
  'booking-outside': StrayPlace;
  /** A number in the row of a booking, below no header. */
  'number-unnamed': StrayPlace;
  /** Amounts such as `7.30` that may be hours and minutes. */
  'amount-or-clock': { readonly file: string; readonly column: string; readonly example: string };
  /** `date` says that the month comes first, and `doubtful` above it was read with the day first. */
  'dates-month-first': { readonly file: string; readonly date: string; readonly doubtful: string };
  /** Rows on codes of the new map alone, among rows of the old one. */
  'partly-recoded': { readonly file: string; readonly codes: readonly string[]; readonly count: number };
  /** Several files go into a folder, and only they do. */
  'output-not-folder': { readonly file: string };
  'output-is-folder': { readonly file: string };
  /** The output folder is, holds or stands among what is read. */
  'output-holds-input': { readonly file: string; readonly input: string };
  'no-timesheets': { readonly file: string };
  /** `wanted`: the column that was named, or empty. */
  'table-without-codes': { readonly file: string; readonly wanted: string; readonly found: string };
  'key-column-unclear': {
    readonly file: string;
    readonly sheet: string | null;
    readonly columns: readonly string[];
  };
  'named-column-missing': { readonly file: string; readonly wanted: string; readonly found: string };
  /** Numbers that would stand in several rows, from a place on. */
  'number-unclear': { readonly place: Place; readonly columns: readonly string[] };
  /** `property`: of the workbook; `detail` is the column, the revision or some of the codes. */
  'already-rekeyed': {
    readonly file: string;
    readonly evidence: 'column' | 'property' | 'codes';
    readonly detail: string;
  };
  'table-unwritable': { readonly file: string };
  'code-unencodable': { readonly file: string; readonly code: string; readonly encoding: string };
  /** `marker`: the file says so; `record`: the record of a recoding says so; `codes`: its codes do. */
  'already-recoded': {
    readonly file: string;
    readonly evidence: 'marker' | 'record' | 'codes';
    readonly detail: string;
  };
  /** One or more. */
  'decisions-invalid': { readonly problems: readonly DecisionProblem[] };
  'layout-cannot-hold': { readonly file: string; readonly format: string; readonly code: string };
  usage: { readonly message: string };
}

/** Tables that are no maps, and are easily given for one. */
export type ForeignTableKind = 'crosswalk' | 'decisions' | 'timesheet' | 'correspondence';

/** The columns of a time-sheet that errors speak of. */
export type ColumnRoleName = 'code' | 'amount' | 'person' | 'date' | 'year';

export type ErrorCode = keyof ErrorArgs;
