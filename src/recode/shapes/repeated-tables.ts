import { amountColumnsOf } from '../column-types.ts';
import { isTotal } from '../total-rows.ts';
import type { FoundTable } from './find-tables.ts';
import { factAt, filledText, textAt } from './sheet-view.ts';

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
 * Cost: for each sheet, the sheets that share a booking with it.
 *
 * @param sheets the tables of each sheet
 */
export function repeatedTables(sheets: readonly (readonly FoundTable[])[]): readonly RepeatedSheet[] {
  const bags = sheets.map(bagOf).filter(({ rows }) => rows > 0);
  const repeated = new Map<string, RepeatedSheet>();
  const holders = new Map<string, Set<Bag>>();
  for (const bag of [...bags].sort((a, b) => a.rows - b.rows)) {
    const shared = new Set([...bag.counts.keys()].flatMap((key) => [...(holders.get(key) ?? [])]));
    const parts = [...shared].filter((original) => isWithin(original.counts, bag.counts));
    const within = parts.length > 0 && isWithin(sumOf(parts), bag.counts);
    const rows = parts.reduce((sum, part) => sum + part.rows, 0);
    if (within && rows === bag.rows) {
      repeated.set(bag.name, { sheet: bag.name, of: parts.map(({ name }) => name), certain: bag.isDated });
      continue;
    }
    for (const part of within && bag.isDated ? parts : []) {
      repeated.set(part.name, { sheet: part.name, of: [bag.name], certain: true });
      for (const key of part.counts.keys()) holders.get(key)?.delete(part);
    }
    for (const key of bag.counts.keys()) holders.set(key, (holders.get(key) ?? new Set()).add(bag));
  }
  return inOrder(bags, repeated);
}

/** Whether all amounts of a table are calculated: a summary, whose formulas follow what they sum up. */
export function isSummary(table: FoundTable): boolean {
  let amounts = 0;
  const columns = table.kind === 'rows' ? amountColumnsOf(table.columns) : table.codes;
  for (let row = table.start; row < table.end; row++)
    for (const column of columns) {
      if (textAt(table.view, row, column).trim() === '') continue;
      amounts++;
      const formula = factAt(table.view, row, column)?.formula ?? null;
      if (formula === null || !/[A-Z]+\$?\d|!/i.test(formula || 'A1')) return false;
    }
  return amounts > 0;
}

function inOrder(
  bags: readonly Bag[],
  repeated: ReadonlyMap<string, RepeatedSheet>,
): readonly RepeatedSheet[] {
  const place = new Map(bags.map(({ name }, i) => [name, i]));
  const at = (name: string) => place.get(name) ?? 0;
  return bags.flatMap(({ name }) => {
    const found = repeated.get(name);
    return found ? [{ ...found, of: [...found.of].sort((a, b) => at(a) - at(b)) }] : [];
  });
}

function bagOf(tables: readonly FoundTable[]): Bag {
  const counts = new Map<string, number>();
  let [rows, isDated] = [0, true];
  for (const table of tables)
    for (const { key, dated } of bookingsOf(table)) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      rows++;
      isDated &&= dated;
    }
  return { name: tables[0]?.view.table.sheet ?? '', counts, rows, isDated };
}

/** One key for each booking: code, person, date and amounts. */
function* bookingsOf(table: FoundTable): Generator<{ readonly key: string; readonly dated: boolean }> {
  const { view, context } = table;
  for (let row = table.start; row < table.end; row++) {
    const cells = view.rows[row] ?? [];
    const amounts = (table.kind === 'rows' ? amountColumnsOf(table.columns) : table.codes).map((column) =>
      textAt(view, row, column).trim(),
    );
    const code = table.kind === 'rows' ? filledText(view, row, table.columns.code).trim() : 'across';
    if (code === '' || amounts.every((amount) => amount === '') || isTotal(cells)) continue;
    const people = table.kind === 'rows' ? table.columns.person : table.person === null ? [] : [table.person];
    const person =
      people.length === 0
        ? context.person
        : people.map((column) => filledText(view, row, column).trim()).join(' ');
    const own = table.kind === 'rows' ? table.columns : table;
    const month = own.date === null ? `${context.year}-${context.month}` : '';
    const dates = [own.date, own.year].map((column) =>
      column === null ? '' : filledText(view, row, column).trim(),
    );
    const hasRun = table.kind === 'rows' && table.columns.measures.some(({ run }) => run !== null);
    const dated = own.date === null ? context.month !== null || (hasRun && isYearly(table)) : dates[0] !== '';
    yield {
      key: [code, person, month, ...dates, ...amounts].join('\t'),
      dated: dated && person.trim() !== '',
    };
  }
}

/** Whether the columns of a table say their months themselves. */
function isYearly(table: FoundTable): boolean {
  if (table.kind !== 'rows') return false;
  return table.columns.measures.every(
    ({ run }) =>
      run === null ||
      run.kind !== 'day' ||
      run.periods.every((period) => period !== null && period.month !== null),
  );
}

function isWithin(part: ReadonlyMap<string, number>, whole: ReadonlyMap<string, number>): boolean {
  if (part.size > whole.size) return false;
  for (const [key, count] of part) if (count > (whole.get(key) ?? 0)) return false;
  return true;
}

function sumOf(bags: readonly Bag[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const { counts } of bags) for (const [key, count] of counts) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}
