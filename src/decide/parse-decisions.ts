import type { Decision } from '../model/decision.ts';
import type { DecisionProblem } from '../model/decision-problem.ts';
import { rowPlace, type Table, type TableRow } from '../values/table.ts';
import { reviewWords } from '../words/review-words.ts';
import type { DecisionReading } from './decision-reading.ts';
import type { KnownColumn, NamedRow } from './named-row.ts';
import { codeText, readDecisionRow } from './read-decision-row.ts';
import { checkReviewRows, type ReviewAuthor, readReviewRow } from './read-review-row.ts';

const NEEDED = {
  decisions: ['old_code', 'new_code', 'verdict'],
  review: ['old_code', 'proposed_code', 'verdict', 'chosen_entry'],
  entries: ['new_code', 'new_fingerprint'],
} as const satisfies Record<string, readonly KnownColumn[]>;

/**
 * Reads decisions from the tables of a file: a decision file as procmap writes it or as a spreadsheet saved it again, or
 * the sheet of a review workbook. Sheets without such a header are passed over. A review row that nobody has filled in
 * is no decision.
 */
export function parseDecisions(tables: readonly Table[]): DecisionReading {
  const fingerprints = onlyOnes(tables.flatMap(fingerprintsIn));
  const readings = tables
    .map((table) => readTable(table, fingerprints))
    .filter((reading) => reading !== null);
  if (readings.length === 0) return { decisions: [], problems: headerMissing(tables) };
  return {
    decisions: readings.flatMap((reading) => reading.decisions),
    problems: readings.flatMap((reading) => reading.problems),
  };
}

/** Fingerprints that a review workbook lists, by `old CODE` or `new CODE`. */
type Fingerprints = ReadonlyMap<string, string>;

/** A code that stands on two entries names neither: whoever chose it by the code alone is asked which is meant. */
function onlyOnes(listed: readonly (readonly [string, string])[]): Fingerprints {
  const found = new Map<string, string>();
  for (const [entry, fingerprint] of listed) {
    const isOther = found.has(entry) && found.get(entry) !== fingerprint;
    found.set(entry, isOther ? '' : fingerprint);
  }
  return found;
}

function readTable(table: Table, fingerprints: Fingerprints): DecisionReading | null {
  const header = findHeader(table, ['review', 'decisions']);
  if (!header) return null;
  const rows = rowsBelow(table, header);
  if (header.kind === 'decisions') {
    const readings = rows.map(readDecisionRow);
    return {
      decisions: readings.flatMap(({ decision }) => decision ?? []),
      problems: readings.flatMap(({ problems }) => problems),
    };
  }
  const author = authorAbove(table, header);
  const readings = rows.map((row) => readReviewRow(row, author));
  return {
    decisions: readings
      .flatMap(({ decisions }) => decisions)
      .map((each) => withFingerprints(each, fingerprints)),
    problems: [...readings.flatMap(({ problems }) => problems), ...checkReviewRows(readings)],
  };
}

/** A chosen entry, or the old entry of a free row, stands elsewhere in the workbook with its fingerprint. */
function withFingerprints(decision: Decision, fingerprints: Fingerprints): Decision {
  const { oldCode, newCode, oldFingerprint, newFingerprint } = decision;
  return {
    ...decision,
    oldFingerprint: oldFingerprint || (fingerprints.get(`old ${oldCode}`) ?? ''),
    newFingerprint: newFingerprint || (fingerprints.get(`new ${newCode}`) ?? ''),
  };
}

function fingerprintsIn(table: Table): readonly (readonly [string, string])[] {
  const header = findHeader(table, ['review', 'entries']);
  if (!header) return [];
  const [side, code, fingerprint] =
    header.kind === 'review'
      ? (['old', 'old_code', 'old_fingerprint'] as const)
      : (['new', 'new_code', 'new_fingerprint'] as const);
  return rowsBelow(table, header)
    .filter((row) => row.get(fingerprint) !== '')
    .map((row) => [`${side} ${codeText(row.get(code))}`, row.get(fingerprint)] as const);
}

/** Who decided and when, where it is said once above the header for all rows that do not say. */
function authorAbove({ rows }: Table, { at }: Header): ReviewAuthor {
  const found = { decided_by: '', decided_on: '' };
  for (const { cells } of rows.slice(0, at)) {
    cells.forEach((cell, i) => {
      const column = COLUMN_BY_WORD.get(foldWord(cell).replace(/:$/, ''));
      if (column !== 'decided_by' && column !== 'decided_on') return;
      const value = cells.slice(i + 1).find((each) => each.trim() !== '') ?? '';
      if (!COLUMN_BY_WORD.has(foldWord(value).replace(/:$/, ''))) found[column] = value.trim();
    });
  }
  return found;
}

function rowsBelow(table: Table, { at, columns }: Header): readonly NamedRow[] {
  const filled = table.rows.slice(at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return filled.map((row) => nameCells(table, row, columns));
}

interface Header {
  readonly kind: keyof typeof NEEDED;
  readonly at: number;
  readonly columns: ReadonlyMap<KnownColumn, number>;
}

function findHeader({ rows }: Table, kinds: readonly Header['kind'][]): Header | null {
  for (const [at, row] of rows.entries()) {
    const columns = columnsOf(row);
    const kind = kinds.find((each) => NEEDED[each].every((name) => columns.has(name)));
    if (kind) return { kind, at, columns };
  }
  return null;
}

function columnsOf(row: TableRow): ReadonlyMap<KnownColumn, number> {
  const columns = new Map<KnownColumn, number>();
  row.cells.forEach((cell, i) => {
    const column = COLUMN_BY_WORD.get(foldWord(cell));
    if (column !== undefined && !columns.has(column)) columns.set(column, i);
  });
  return columns;
}

const COLUMN_BY_WORD: ReadonlyMap<string, KnownColumn> = new Map(
  [
    ...Object.values(reviewWords).flatMap(({ columns }) =>
      Object.entries(columns).map(([column, word]) => [word, column as KnownColumn] as const),
    ),
    ...['old_code', 'new_code', 'verdict', 'share', 'is_default', 'decided_by', 'decided_on', 'reason'].map(
      (name) => [name, name as KnownColumn] as const,
    ),
    ...['old_fingerprint', 'new_fingerprint', 'new_label'].map(
      (name) => [name, name as KnownColumn] as const,
    ),
  ].map(([word, column]) => [foldWord(word), column] as const),
);

function foldWord(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function nameCells(table: Table, row: TableRow, columns: ReadonlyMap<KnownColumn, number>): NamedRow {
  return {
    get: (column) => (row.cells[columns.get(column) ?? -1] ?? '').replace(/\s+/g, ' ').trim(),
    placeOf: (column) => rowPlace(table, row, columns.get(column)),
  };
}

function headerMissing(tables: readonly Table[]): readonly DecisionProblem[] {
  const table = tables[0] ?? { file: '', sheet: null, rows: [] };
  const row = table.rows[0] ?? { number: 1, cells: [] };
  const found = row.cells.filter((cell) => cell.trim() !== '').join(', ');
  const columns = NEEDED.decisions.join(', ');
  return [{ kind: 'columns-missing', place: rowPlace(table, row), args: { columns, found } }];
}
