import { CARRIED_FATES, KEPT_FATES, type RekeyReport } from '../../model/rekey-report.ts';
import { columnName } from '../../values/table.ts';
import type { KeyColumn } from './find-key-column.ts';
import { type KeyBlock, otherRows } from './key-blocks.ts';
import { isCarried, type KeyFate, type KeyFates } from './key-fates.ts';
import type { KeyTable } from './key-table.ts';
import { mayBeDoubled, type NumberColumns } from './number-columns.ts';

/** The rows of one code cell, and what becomes of them. */
export interface Settled {
  readonly block: KeyBlock;
  readonly fate: KeyFate;
}

/** A sheet whose rows are settled. */
export interface SettledSheet {
  readonly table: KeyTable;
  readonly found: KeyColumn;
  readonly numbers: NumberColumns;
  readonly settled: readonly Settled[];
  /** Old codes by the new code that they have in common. */
  readonly sources: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Counts what became of the rows of all sheets, and lists what is left for a person to do. */
export function buildRekeyReport(
  sheets: readonly SettledSheet[],
  about: Pick<RekeyReport, 'left' | 'split'> & Pick<KeyFates, 'isOldCode' | 'read'>,
): Omit<RekeyReport, 'notes'> {
  const { left, split } = about;
  const all = sheets.flatMap(({ settled }) => settled);
  const rowsIn = (some: readonly Settled[]) => some.reduce((sum, { block }) => sum + block.rows.length, 0);
  const carried = all.filter(({ fate }) => isCarried(fate));
  const repeated = carried.filter(({ fate }) => fate.targets.length > 1);
  const sizes = (some: readonly Settled[]) => ({
    rows: rowsIn(some),
    codes: new Set(some.map(({ fate }) => fate.code)).size,
  });
  const written = all.reduce(
    (sum, { block, fate }) => sum + block.rows.length * (isCarried(fate) ? fate.targets.length : 1),
    0,
  );
  const fates = [...CARRIED_FATES, ...KEPT_FATES].map((fate) => ({
    fate,
    ...sizes(all.filter((each) => each.fate.fate === fate)),
  }));
  const namesOf = (which: keyof NumberColumns) => [
    ...new Set(
      sheets.flatMap(({ numbers, found }) => [...numbers[which]].map((column) => found.names[column] ?? '')),
    ),
  ];
  return {
    sheets: sheets.map(({ table, found, settled }) => ({
      name: table.table.sheet,
      column: found.names[found.column] ?? '',
      rows: rowsIn(settled),
    })),
    left,
    split,
    rows: {
      read: rowsIn(all),
      carried: rowsIn(carried),
      repeated: rowsIn(repeated),
      kept: rowsIn(all) - rowsIn(carried),
      written,
    },
    fates: fates.filter(({ rows }) => rows > 0),
    told: sheets.flatMap(toldOf),
    joins: sheets.flatMap(joinsOf),
    otherCodes: sheets.flatMap((sheet) => otherCodesOf(sheet, about)),
    totals: sheets.flatMap(totalsOf),
    recycled: sizes(all.filter(({ fate }) => fate.recycledAs !== null)),
    unconfirmed: sizes(carried.filter(({ fate }) => fate.unconfirmed)),
    columns:
      repeated.length === 0
        ? { repeated: [], divided: [] }
        : { repeated: namesOf('repeated'), divided: namesOf('divided') },
  };
}

/** What stays without a code, what was repeated, and what was given to one of several. */
function toldOf({ table, found, settled }: SettledSheet): RekeyReport['told'] {
  return settled
    .filter(({ fate }) => !isCarried(fate) || fate.targets.length > 1 || fate.others.length > 0)
    .map(({ block, fate }) => ({
      place: table.placeOf(block.first.number, found.column),
      code: fate.code,
      label: fate.label,
      fate: fate.fate,
      targets: fate.targets.map(({ code }) => code),
    }));
}

function joinsOf({ table, found, settled, sources }: SettledSheet): RekeyReport['joins'] {
  return [...sources].flatMap(([code, olds]) => {
    if (olds.size < 2) return [];
    const rows = settled.filter(
      ({ fate }) => isCarried(fate) && fate.targets.some((target) => target.code === code),
    );
    const target = rows[0]?.fate.targets.find((each) => each.code === code);
    return {
      code,
      label: target?.label ?? '',
      rows: rows.map(({ block, fate }) => ({
        place: table.placeOf(block.first.number, found.column),
        oldCode: fate.code,
      })),
    };
  });
}

/** Columns with old codes that are not those of their rows: of what stands above, or beside. */
function otherCodesOf(
  { table, found, settled }: SettledSheet,
  { isOldCode, read }: Pick<KeyFates, 'isOldCode' | 'read'>,
): RekeyReport['otherCodes'] {
  const others: RekeyReport['otherCodes'][number][] = [];
  for (let column = 0; column < table.width; column++) {
    if (column === found.column) continue;
    const holds = ({ block, fate }: Settled) => {
      const text = block.first.cells[column] ?? '';
      const key = text === '' ? null : read(text);
      return key?.kind === 'code' && !(isCarried(fate) && key.code === fate.code) && isOldCode(text);
    };
    const rows = settled.filter(holds);
    const [first] = rows;
    if (first === undefined) continue;
    const place = table.placeOf(first.block.first.number, column);
    others.push({ column: found.names[column] || columnName(column), rows: rows.length, place });
  }
  return others;
}

function totalsOf({ table, found, numbers, settled }: SettledSheet): RekeyReport['totals'] {
  const blocks = settled.map(({ block }) => block);
  const several = settled.filter(({ fate }) => isCarried(fate) && fate.targets.length > 1);
  const rows = several.flatMap(({ block }) => block.rows);
  const doubled = [...numbers.repeated].filter((column) =>
    rows.some((row) => mayBeDoubled(table, row, column)),
  );
  return otherRows(found, blocks).flatMap(({ number }) =>
    doubled
      .filter((column) => mayBeDoubled(table, number, column))
      .map((column) => ({ column: found.names[column] ?? '', place: table.placeOf(number, column) })),
  );
}
