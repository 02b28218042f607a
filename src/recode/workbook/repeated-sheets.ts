import type { TimesheetSheet } from './timesheet-sheets.ts';

/** A sheet all bookings of which stand on other sheets too: a copy, or the sheet of the whole year. */
export interface RepeatedSheet {
  readonly sheet: string;
  /** The sheets that hold them as well. */
  readonly of: readonly string[];
  /** Whether all of them name person and date, so that they are the same bookings; others may be alike by chance. */
  readonly certain: boolean;
}

interface Bag {
  readonly name: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly rows: number;
  readonly isDated: boolean;
}

/**
 * Finds the sheets of a workbook that repeat others: those whose bookings are, row for row, the ones of other sheets
 * together, and those whose bookings all stand on a longer sheet. Added up with the others they would count twice.
 *
 * Sheets are looked at from the shortest to the longest. One that is no more than shorter ones together repeats them; one
 * that holds all of theirs and more makes them repeat it, but only where person and date say that they are the same.
 * Cost: the square of the number of sheets times their rows.
 */
export function repeatedSheets(sheets: readonly TimesheetSheet[]): readonly RepeatedSheet[] {
  const bags = sheets.map(bagOf).filter(({ rows }) => rows > 0);
  const repeated = new Map<string, RepeatedSheet>();
  let originals: readonly Bag[] = [];
  for (const bag of [...bags].sort((a, b) => a.rows - b.rows)) {
    const parts = originals.filter((original) => isWithin(original.counts, bag.counts));
    const together = sumOf(parts);
    const within = parts.length > 0 && isWithin(together, bag.counts);
    const rows = parts.reduce((sum, part) => sum + part.rows, 0);
    if (within && rows === bag.rows) {
      const of = parts.map(({ name }) => name);
      repeated.set(bag.name, { sheet: bag.name, of, certain: bag.isDated });
      continue;
    }
    const swallowed = within && bag.isDated ? parts : [];
    for (const { name } of swallowed) repeated.set(name, { sheet: name, of: [bag.name], certain: true });
    originals = [...originals.filter((original) => !swallowed.includes(original)), bag];
  }
  return inOrder(sheets, repeated);
}

function inOrder(
  sheets: readonly TimesheetSheet[],
  repeated: ReadonlyMap<string, RepeatedSheet>,
): readonly RepeatedSheet[] {
  const names = sheets.map(({ table }) => table.sheet ?? '');
  const place = (name: string) => names.indexOf(name);
  return names.flatMap((name) => {
    const found = repeated.get(name);
    return found ? [{ ...found, of: [...found.of].sort((a, b) => place(a) - place(b)) }] : [];
  });
}

function bagOf({ table, columns }: TimesheetSheet): Bag {
  const counts = new Map<string, number>();
  let [rows, isDated] = [0, columns.person !== null && columns.date !== null];
  for (const { cells } of table.rows.slice(columns.headerRow + 1)) {
    const cell = (column: number | null) => (cells[column ?? -1] ?? '').trim();
    const amounts = columns.amounts.map(cell);
    if (cell(columns.code) === '' || amounts.every((amount) => amount === '')) continue;
    const about = [cell(columns.person), cell(columns.date), cell(columns.year)];
    const key = [cell(columns.code), ...about, ...amounts].join('\t');
    counts.set(key, (counts.get(key) ?? 0) + 1);
    rows++;
    isDated &&= about[0] !== '' && about[1] !== '';
  }
  return { name: table.sheet ?? '', counts, rows, isDated };
}

function isWithin(part: ReadonlyMap<string, number>, whole: ReadonlyMap<string, number>): boolean {
  if (part.size > whole.size) return false;
  for (const [key, count] of part) if (count > (whole.get(key) ?? 0)) return false;
  return true;
}

function sumOf(bags: readonly Bag[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const { counts } of bags) {
    for (const [key, count] of counts) sum.set(key, (sum.get(key) ?? 0) + count);
  }
  return sum;
}
