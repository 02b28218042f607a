import type { Table, TableRow } from '../../values/table.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { chooseColumns } from '../column-choice.ts';
import { nameRank } from '../column-names.ts';
import type { Key } from './read-key.ts';

/** Where the codes of a table stand. */
export interface KeyColumn {
  readonly header: TableRow;
  readonly names: readonly string[];
  readonly column: number;
  /** The rows below the header. */
  readonly rows: readonly TableRow[];
}

const MAX_COLUMNS = 300;
/** So near to the best one another column may hold the codes as well. */
const NEARLY = 0.8;
const NO_RANK = 1000;

/**
 * Finds the column that holds the codes, by what stands in it: codes alone before codes with words behind them, and among
 * equals the one whose header names codes. Titles may stand above the header.
 *
 * @param wanted a column that the user names, by header, letters or position
 * @returns `null` for a table without codes, or without the column that is wanted
 * @throws ProcmapError `key-column-unclear` when several may be meant
 */
export function findKeyColumn(
  table: Table,
  read: (text: string) => Key,
  wanted: string | null,
): KeyColumn | null {
  if (wanted !== null) return chosenColumn(table, wanted);
  const width = Math.min(MAX_COLUMNS, Math.max(0, ...table.rows.map(({ cells }) => cells.length)));
  const all = Array.from({ length: width }, (_, column) => candidate(table, column, read));
  const scored = all.filter((each) => each.score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const near = scored
    .filter(({ score }) => score >= best * NEARLY)
    .sort((a, b) => a.rank - b.rank || b.score - a.score);
  const [first, second] = near;
  if (first === undefined) return null;
  if (second !== undefined && second.rank === first.rank && second.score === first.score)
    throw new ProcmapError('key-column-unclear', {
      file: table.file,
      sheet: table.sheet,
      columns: [first, second].map(({ name }) => name),
    });
  return first.found;
}

function candidate(table: Table, column: number, read: (text: string) => Key) {
  const keys = table.rows.map(({ cells }) => read(cells[column] ?? ''));
  const firstKey = keys.findIndex(({ kind }) => kind === 'code');
  const score = table.rows.reduce((sum, { cells }, i) => {
    const key = keys[i];
    if (key?.kind !== 'code') return sum;
    return sum + (/\s/.test((cells[column] ?? '').trim()) ? 0.5 : 1);
  }, 0);
  const above = table.rows.slice(0, Math.max(0, firstKey));
  const header = above.findLastIndex(({ cells }) => (cells[column] ?? '').trim() !== '');
  const found = header === -1 ? null : columnAt(table, header, column);
  const name = found?.names[column] ?? '';
  return { score: found === null ? 0 : score, name, rank: nameRank('code', name) ?? NO_RANK, found };
}

function chosenColumn(table: Table, wanted: string): KeyColumn | null {
  for (const [at, { cells }] of table.rows.slice(0, 30).entries()) {
    const names = cells.map((name) => name.trim());
    const isHeader = names.filter((name) => name !== '').length > 1;
    const [column] = isHeader ? chooseColumns(names, [wanted]).columns : [];
    if (column !== undefined) return columnAt(table, at, column);
  }
  return null;
}

function columnAt(table: Table, header: number, column: number): KeyColumn {
  const row = table.rows[header] as TableRow;
  return {
    header: row,
    names: row.cells.map((name) => name.trim()),
    column,
    rows: table.rows.slice(header + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}
