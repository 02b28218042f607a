import type { CodesAbove } from './codes-above.ts';
import { coverage } from './outline.ts';

const NUMBERED = /^(?:l|liv|lev|livello|level|grado)?\.?\s*(\d{1,2})\s*[°ºª]?\s*(?:livello|level)?$/i;
const ROMAN = /^(?:livello|level)?\s*(x{0,1}(?:ix|iv|v?i{0,3}))\s*[°ºª]?\s*(?:livello|level)?$/i;
const ROMAN_NUMBERS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const MAX_LEVEL = 50;
/** A column with more words than this tells no levels. */
const MAX_WORDS = 10;

/**
 * The levels of rows, from the texts of a column: numbers, from 0 or from 1 (`2`, `L2`, `2° livello`), Roman numerals, or
 * words (`Sezione`, `Divisione`), whose order is that of their first rows. Only their order counts.
 *
 * @returns `null` where the column tells no levels; in it, `null` for a row without one
 */
export function levelsOf(texts: readonly string[]): readonly (number | null)[] | null {
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return null;
  const numbers = texts.map((text) => (text === '' ? null : levelNumber(text)));
  if (filled.every((text) => levelNumber(text) !== null)) return numbers;
  const words = [...new Set(filled.map((text) => text.toLowerCase()))];
  if (words.length > MAX_WORDS || words.length > filled.length / 2) {
    return numbers.some((level) => level !== null) ? numbers : null;
  }
  return texts.map((text) => (text === '' ? null : words.indexOf(text.toLowerCase())));
}

function levelNumber(text: string): number | null {
  const digits = NUMBERED.exec(text)?.[1];
  if (digits !== undefined) return Number(digits) <= MAX_LEVEL ? Number(digits) : null;
  const roman = ROMAN.exec(text)?.[1]?.toLowerCase() ?? '';
  const at = ROMAN_NUMBERS.indexOf(roman);
  return at < 0 ? null : at + 1;
}

/** So many codes have above them, by their outline, a code of the level above. */
const AGREE = 0.9;

/**
 * Whether codes tell the same tree as the levels do. Then codes are the surer: a table may be sorted by level, so that
 * the row above says nothing.
 */
export function agrees(
  codes: readonly string[],
  levels: readonly (number | null)[],
  above: CodesAbove,
): boolean {
  const levelOf = new Map(codes.map((code, i) => [code, levels[i] ?? null]));
  const used = [...new Set(levels.filter((level) => level !== null))].sort((a, b) => a - b);
  const [top] = used;
  const lower = codes.filter((code) => (levelOf.get(code) ?? top) !== top);
  if (lower.length === 0 || coverage(codes, above) === 0) return false;
  const right = lower.filter((code) => {
    const parent = above(code).find((each) => each !== code && levelOf.has(each));
    const own = levelOf.get(code) as number;
    return parent !== undefined && levelOf.get(parent) === used[used.indexOf(own) - 1];
  });
  return right.length >= AGREE * lower.length;
}
