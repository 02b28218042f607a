import type { CellFact } from '../../values/table.ts';

/** How a number format shows a number, as far as amounts go. */
export type NumberLook = Pick<CellFact, 'shown' | 'decimals' | 'seconds'>;

const PLAIN: NumberLook = { shown: 'number', decimals: null, seconds: false };
/** The decimals of the formats that every spreadsheet knows by number. */
const BUILT_IN: Readonly<Record<number, number>> = {
  1: 0,
  2: 2,
  3: 0,
  4: 2,
  37: 0,
  38: 0,
  39: 2,
  40: 2,
  5: 0,
  6: 0,
  7: 2,
  8: 2,
  41: 0,
  42: 0,
  43: 2,
  44: 2,
};
const MONEY: ReadonlySet<number> = new Set([5, 6, 7, 8, 42, 44]);

/** What a format shows: its number in `numFmtId`, and its text where the workbook defines one. */
export function numberLook(id: number, code: string | undefined): NumberLook {
  if (code !== undefined) return lookOf(code);
  if (id === 9 || id === 10) return { shown: 'percent', decimals: id === 9 ? 0 : 2, seconds: false };
  if (id >= 18 && id <= 21) return { shown: 'clock', decimals: null, seconds: id === 19 || id === 21 };
  if (id >= 45 && id <= 47) return { shown: 'clock', decimals: null, seconds: true };
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return { ...PLAIN, shown: 'date' };
  const decimals = BUILT_IN[id];
  return decimals === undefined
    ? PLAIN
    : { shown: MONEY.has(id) ? 'euro' : 'number', decimals, seconds: false };
}

function lookOf(code: string): NumberLook {
  const section = code.split(';')[0] ?? '';
  const isMoney = /€|eur\b/i.test(section);
  const shown = section.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/[yd]/i.test(shown)) return { ...PLAIN, shown: 'date' };
  if (/[hs]/i.test(shown)) return { shown: 'clock', decimals: null, seconds: /s/i.test(shown) };
  if (/^m+$/i.test(shown.trim())) return { ...PLAIN, shown: 'date' };
  if (/general/i.test(shown) || !/[0#?]/.test(shown)) return PLAIN;
  const decimals = /\.([0#?]*)/.exec(shown)?.[1]?.length ?? 0;
  if (shown.includes('%')) return { shown: 'percent', decimals, seconds: false };
  return { shown: isMoney ? 'euro' : 'number', decimals, seconds: false };
}
