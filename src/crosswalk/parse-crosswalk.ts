import type { Crosswalk, CrosswalkColumn, CrosswalkRow } from '../model/crosswalk.ts';
import type { CrosswalkProblem } from '../model/crosswalk-problem.ts';
import { entryKey } from '../model/crosswalk-rows.ts';
import { emptyRecord, recordValues, scanRecord } from '../model/csv-record.ts';
import { isIsoDate } from '../model/iso-date.ts';
import { decodeText, guessEncoding } from '../model/text-encoding.ts';
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
  const table = readTable(text);
  const profile = table.columns.includes('change') || table.columns.includes('tier') ? 'full' : 'payroll';
  const missing = NEEDED[profile].filter((column) => !table.columns.includes(column));
  if (missing.length > 0) {
    const args = { columns: missing.join(', '), found: table.columns.join(', ') };
    const problem: CrosswalkProblem = { kind: 'columns-missing', place: { file: name, line: 1 }, args };
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
    problems: found.sort((a, b) => a.line - b.line).map((problem) => placed(problem, name)),
  };
}

function placed({ line, ...problem }: RowProblem, file: string): CrosswalkProblem {
  return { ...problem, place: { file, line } } as CrosswalkProblem;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const decodeUtf8 = (bytes: Uint8Array) => utf8.decode(bytes);

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
  readonly problems: readonly RowProblem[];
}

function readTable(text: string): Table {
  const record = emptyRecord();
  const bytes = new TextEncoder().encode(text);
  const separator = delimiterOf(text).charCodeAt(0);
  const problems: RowProblem[] = [];
  const rows: RawRow[] = [];
  let columns: readonly string[] = [];
  let line = 1;
  while (scanRecord(record, bytes, { separator, final: true })) {
    const values = recordValues(bytes, record, decodeUtf8).map((value) => value.trim());
    const isEmpty = values.every((value) => value === '');
    if (record.unclosed) problems.push({ kind: 'quote-unclosed', line, args: {} });
    if (columns.length === 0 && !isEmpty) columns = values.map((value) => value.toLowerCase());
    else if (!isEmpty) {
      if (values.length > columns.length && values.slice(columns.length).some((value) => value !== ''))
        problems.push({ kind: 'row-width', line, args: { expected: columns.length, found: values.length } });
      rows.push({ line, get: (column) => values[columns.indexOf(column)] ?? '' });
    }
    line += record.lines;
  }
  return { columns, rows, problems };
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
  const dated = rows.filter((row) => row.get('valid_from') !== '');
  const first = dated[0]?.get('valid_from');
  if (first === undefined) return { validFrom: {}, problems: [] };
  const problems = dated.flatMap((row) => validFromProblem(row, first));
  return { validFrom: problems.length === 0 ? { validFrom: first } : {}, problems };
}

function validFromProblem(row: RawRow, first: string): readonly RowProblem[] {
  const value = row.get('valid_from');
  const { line } = row;
  if (!isIsoDate(value)) return [{ kind: 'date-unreadable', line, args: { column: 'valid_from', value } }];
  return value === first ? [] : [{ kind: 'valid-from-differs', line, args: { value, first } }];
}
