import { foldHeader } from '../language/fold-header.ts';
import { columnName } from '../values/table.ts';

/** Columns as the user names them, and how a bare number was taken. */
export interface ChosenColumns {
  /** From 0, in the order of the table, each once. */
  readonly columns: readonly number[];
  /** What names no column; empty when all do. */
  readonly missing: string;
  /** Bare numbers that are the header of a column, and those that are a position. */
  readonly taken: readonly {
    readonly text: string;
    readonly as: 'header' | 'position';
    readonly column: number;
  }[];
}

const SPAN = /^(.+?)\s*(\.\.\.?|…|:)\s*(.+)$/;
const POSITIONS = /^#(\d{1,5})(?:\s*-\s*#?(\d{1,5}))?$/;

/**
 * Finds the columns that a list names: by header (all that have it), by letters (`C`, `C:AG`), by position (`#4`,
 * `#4-#34`), or as a run of headers (`1..31`). A bare number is a header where there is one of that name, else a position.
 */
export function chooseColumns(names: readonly string[], list: readonly string[]): ChosenColumns {
  const columns = new Set<number>();
  const taken: ChosenColumns['taken'][number][] = [];
  let missing = '';
  for (const wanted of list.map((text) => text.trim()).filter((text) => text !== '')) {
    const found = columnsOf(names, wanted);
    if (found.length === 0 && missing === '') missing = wanted;
    for (const column of found) columns.add(column);
    if (/^\d+$/.test(wanted) && found[0] !== undefined)
      taken.push({
        text: wanted,
        as: byHeader(names, wanted).length > 0 ? 'header' : 'position',
        column: found[0],
      });
  }
  return { columns: [...columns].sort((a, b) => a - b), missing, taken };
}

function columnsOf(names: readonly string[], wanted: string): readonly number[] {
  const named = byHeader(names, wanted);
  if (named.length > 0) return named;
  const [, from, to] = POSITIONS.exec(wanted) ?? [];
  if (from !== undefined) return between(Number(from) - 1, Number(to ?? from) - 1, names.length);
  const span = SPAN.exec(wanted);
  if (span) {
    const [first, last] = [one(names, span[1] ?? ''), one(names, span[3] ?? '')];
    return first === null || last === null ? [] : between(first, last, names.length);
  }
  const single = one(names, wanted);
  return single === null ? [] : [single];
}

function one(names: readonly string[], wanted: string): number | null {
  const named = byHeader(names, wanted)[0];
  if (named !== undefined) return named;
  const [, position] = /^#?([1-9]\d{0,4})$/.exec(wanted) ?? [];
  const at = position === undefined ? letterColumn(wanted) : Number(position) - 1;
  return at !== null && at < names.length ? at : null;
}

function byHeader(names: readonly string[], wanted: string): readonly number[] {
  const plain = foldHeader(wanted);
  const exact = names.flatMap((name, i) =>
    name.trim() === wanted.trim() && wanted.trim() !== '' ? [i] : [],
  );
  if (exact.length > 0) return exact;
  return plain === '' ? [] : names.flatMap((name, i) => (foldHeader(name) === plain ? [i] : []));
}

function letterColumn(letters: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(letters)) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return columnName(column - 1) === letters ? column - 1 : null;
}

function between(first: number, last: number, width: number): readonly number[] {
  if (first < 0 || last < first || last >= width) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
