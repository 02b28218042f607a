import type { Decision, DecisionColumn } from '../model/decision.ts';
import type { DecisionProblem } from '../model/decision-problem.ts';
import { type ReviewColumn, reviewWords } from '../model/decision-words.ts';
import { rowPlace, type Table, type TableRow } from '../model/table.ts';
import { readDecisionRow } from './read-decision-row.ts';
import { checkReviewRows, readReviewRow } from './read-review-row.ts';

/** A decision file as read. With problems none of it is to be applied. */
export interface DecisionReading {
  readonly decisions: readonly Decision[];
  /** All of them, in the order of the file. */
  readonly problems: readonly DecisionProblem[];
}

/** A column that decisions are read from, in a decision file or a review sheet. */
export type KnownColumn = DecisionColumn | ReviewColumn;

/** A row with its cells by column. A column the table lacks is empty. */
export interface NamedRow {
  readonly get: (column: KnownColumn) => string;
  readonly placeOf: (column: KnownColumn) => ReturnType<typeof rowPlace>;
}

const NEEDED = {
  decisions: ['old_code', 'new_code', 'verdict'],
  review: ['old_code', 'proposed_code', 'verdict', 'chosen_entry'],
} as const satisfies Record<string, readonly KnownColumn[]>;

/**
 * Reads decisions from the tables of a file: a decision file as procmap writes it or as a spreadsheet saved it again, or
 * the sheet of a review workbook. Sheets without such a header are passed over. A review row that nobody has filled in
 * is no decision.
 */
export function parseDecisions(tables: readonly Table[]): DecisionReading {
  const readings = tables.map(readTable).filter((reading) => reading !== null);
  if (readings.length === 0) return { decisions: [], problems: headerMissing(tables) };
  return {
    decisions: readings.flatMap((reading) => reading.decisions),
    problems: readings.flatMap((reading) => reading.problems),
  };
}

function readTable(table: Table): DecisionReading | null {
  const header = findHeader(table);
  if (!header) return null;
  const rows = table.rows
    .slice(header.at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const named = rows.map((row) => nameCells(table, row, header.columns));
  if (header.kind === 'decisions') {
    const readings = named.map(readDecisionRow);
    return {
      decisions: readings.flatMap(({ decision }) => decision ?? []),
      problems: readings.flatMap(({ problems }) => problems),
    };
  }
  const readings = named.map(readReviewRow);
  return {
    decisions: readings.flatMap(({ decisions }) => decisions),
    problems: [...readings.flatMap(({ problems }) => problems), ...checkReviewRows(readings)],
  };
}

interface Header {
  readonly kind: keyof typeof NEEDED;
  readonly at: number;
  readonly columns: ReadonlyMap<KnownColumn, number>;
}

function findHeader({ rows }: Table): Header | null {
  for (const [at, row] of rows.entries()) {
    const columns = columnsOf(row);
    const kind = (['review', 'decisions'] as const).find((each) =>
      NEEDED[each].every((name) => columns.has(name)),
    );
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
    ...['old_fingerprint', 'new_fingerprint'].map((name) => [name, name as KnownColumn] as const),
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
