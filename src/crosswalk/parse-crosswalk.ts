import type { Crosswalk, CrosswalkColumn, CrosswalkRow } from '../model/crosswalk.ts';
import type { CrosswalkProblem } from '../model/crosswalk-problem.ts';
import { entryKey } from '../model/crosswalk-rows.ts';
import { emptyRecord, recordValues, scanRecord } from '../values/csv-record.ts';
import { isoDay } from '../values/iso-date.ts';
import type { Place } from '../values/place.ts';
import { rowPlace, type Table } from '../values/table.ts';
import { decodeText, guessEncoding } from '../values/text-encoding.ts';
import { checkShares } from './check-shares.ts';
import { linkKinds } from './link-kinds.ts';
import {
  type ParsedRow,
  type RawRow,
  type RowProblem,
  readFullRow,
  readPayrollRow,
} from './read-crosswalk-row.ts';

/** A crosswalk as read from a file. With problems it is not to be applied: it may lack rows. */
export interface CrosswalkReading {
  readonly crosswalk: Crosswalk;
  /** `full`: the columns of `CROSSWALK_COLUMNS`; `payroll`: `old_code,new_code,share` alone. */
  readonly profile: 'full' | 'payroll';
  /** All of them, in the order of the file. */
  readonly problems: readonly CrosswalkProblem[];
}

/** Without these columns a table is no crosswalk of that profile; the others may be missing. */
const NEEDED = {
  full: ['old_code', 'new_code', 'share', 'change', 'tier'],
  payroll: ['old_code', 'new_code', 'share'],
} as const satisfies Record<CrosswalkReading['profile'], readonly CrosswalkColumn[]>;
const HEAD_BYTES = 1 << 16;

/**
 * Reads a crosswalk in either profile, as procmap writes it or as a spreadsheet saved it again (`;`, decimal comma,
 * Windows-1252, columns in another order, columns of one's own). Strict about what it says: the shares of an old code
 * sum to exactly 1 or are all left open, no link stands twice, nothing is dropped and mapped at once.
 */
export function parseCrosswalk({ name, bytes }: { name: string; bytes: Uint8Array }): CrosswalkReading {
  const text = decodeText(bytes, guessEncoding(bytes.subarray(0, HEAD_BYTES)).encoding);
  return readCrosswalk(csvRows(text), (line) => ({ file: name, line }));
}

/** Reads a crosswalk from the sheet of a workbook; as strict as `parseCrosswalk`. */
export function parseCrosswalkSheet(table: Table): CrosswalkReading {
  const rows = table.rows.map((row) => ({ line: row.number, cells: row.cells.map((cell) => cell.trim()) }));
  return readCrosswalk({ rows, problems: [] }, (number) => rowPlace(table, { number, cells: [] }));
}

function readCrosswalk(source: SourceRows, placeOf: (line: number) => Place): CrosswalkReading {
  const table = tableOf(source);
  const profile = table.columns.includes('change') || table.columns.includes('tier') ? 'full' : 'payroll';
  const missing = NEEDED[profile].filter((column) => !table.columns.includes(column));
  if (missing.length > 0) {
    const args = {
      columns: missing.join(', '),
      found: table.columns.filter((name) => name !== '').join(', '),
    };
    const problem: CrosswalkProblem = { kind: 'columns-missing', place: placeOf(1), args };
    return { crosswalk: { rows: [] }, profile, problems: [problem] };
  }
  const parsed = table.rows.map(profile === 'full' ? readFullRow : readPayrollRow);
  const rows = parsed.flatMap(({ row, line }) => (row ? [{ row, line }] : []));
  const { validFrom, problems: dateProblems } = readValidFrom(table.rows);
  const found = [
    ...table.problems,
    ...parsed.flatMap((each) => each.problems),
    ...checkShares(rows, profile),
    ...dateProblems,
    ...(table.rows.length === 0 ? [{ kind: 'no-rows', line: 1, args: {} } as const] : []),
  ];
  return {
    crosswalk: { rows: profile === 'full' ? rows.map(({ row }) => row) : named(rows), ...validFrom },
    profile,
    problems: found.sort((a, b) => a.line - b.line).map((problem) => placed(problem, placeOf)),
  };
}

/** A problem with its place. */
export function placed({ line, ...problem }: RowProblem, placeOf: (line: number) => Place): CrosswalkProblem {
  return { ...problem, place: placeOf(line) } as CrosswalkProblem;
}

/** Rows of trimmed cells, with the line or row each begins at. */
interface SourceRows {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly problems: readonly RowProblem[];
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const decodeUtf8 = (bytes: Uint8Array) => utf8.decode(bytes);

function csvRows(text: string): SourceRows {
  const record = emptyRecord();
  const bytes = new TextEncoder().encode(text);
  const separator = delimiterOf(text).charCodeAt(0);
  const problems: RowProblem[] = [];
  const rows: { line: number; cells: readonly string[] }[] = [];
  let line = 1;
  while (scanRecord(record, bytes, { separator, final: true })) {
    if (record.unclosed) problems.push({ kind: 'quote-unclosed', line, args: {} });
    rows.push({ line, cells: recordValues(bytes, record, decodeUtf8).map((value) => value.trim()) });
    line += record.lines;
  }
  return { rows, problems };
}

interface CrosswalkTable {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
  readonly problems: readonly RowProblem[];
}

function tableOf({ rows, problems }: SourceRows): CrosswalkTable {
  const [header, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const columns = header?.cells.map((name) => name.toLowerCase()) ?? [];
  const wide = body.filter(({ cells }) => cells.slice(columns.length).some((cell) => cell !== ''));
  return {
    columns,
    rows: body.map(({ line, cells }) => ({ line, get: (column) => cells[columns.indexOf(column)] ?? '' })),
    problems: [
      ...problems,
      ...wide.map(({ line, cells }): RowProblem => {
        return { kind: 'row-width', line, args: { expected: columns.length, found: cells.length } };
      }),
    ],
  };
}

/** The delimiter that stands most often in the header. */
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(text.search(/[\r\n]/), 0) || text.length);
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

/** A payroll table says what becomes of a code, not what that is called. */
function named(rows: readonly ParsedRow[]): readonly CrosswalkRow[] {
  const kinds = linkKinds(rows.map(({ row }) => row).filter((row) => row.newCode !== ''));
  return rows.map(({ row }) => ({ ...row, change: kinds.get(entryKey(row)) ?? 'dropped' }));
}

function readValidFrom(rows: readonly RawRow[]): {
  readonly validFrom: { readonly validFrom?: string };
  readonly problems: readonly RowProblem[];
} {
  const dated = rows.flatMap(({ line, get }) => {
    const value = get('valid_from');
    return value === '' ? [] : [{ line, value, day: isoDay(value) }];
  });
  const [first] = dated;
  if (!first) return { validFrom: {}, problems: [] };
  const problems = dated.flatMap(({ line, value, day }): readonly RowProblem[] => {
    if (day === null) return [{ kind: 'date-unreadable', line, args: { column: 'valid_from', value } }];
    return day === first.day
      ? []
      : [{ kind: 'valid-from-differs', line, args: { value, first: first.value } }];
  });
  return { validFrom: first.day !== null && problems.length === 0 ? { validFrom: first.day } : {}, problems };
}
