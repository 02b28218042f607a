import { foldBlanks } from '../../../values/fold-blanks.ts';

/** A cell that holds a code and, after it, its label. */
export interface CodeAndLabel {
  readonly code: string;
  readonly label: string;
}

/** A code with a digit in it, and a blank or a sign after it. */
const NUMBERED = /^([A-Za-z]{0,4}[._-]?\d[\w./()-]*?)(?:[.:)]?\s+[-–—]\s+|[.:)]\s+|\s+)(\S.*)$/;
/** Letters alone (`A`, `IV`) need a sign after them, or else are words. */
const LETTERED = /^([A-Z]{1,4}(?:[./]\d+)*)(?:\s*[-–—:]\s+|[.)]\s+)(\S.*)$/;
const PLAIN_LETTER = /^([A-Z]|[IVXLC]+(?:\/\d+)+)\s+(\S.*)$/;

/** Takes a cell such as `01.11 Cereali`, `A - Agricoltura` or `I/1 Normativa` apart; `null` when no code begins it. */
export function splitCodeAndLabel(text: string): CodeAndLabel | null {
  const match = NUMBERED.exec(text) ?? LETTERED.exec(text) ?? PLAIN_LETTER.exec(text);
  const [, code = '', label = ''] = match ?? [];
  return code === '' || code.length > 32 || !/\p{L}/u.test(label) ? null : { code, label };
}

const LEAST_ROWS = 2;
const MOST = 0.9;

/**
 * Whether a column holds codes with their labels: nearly all of its cells can be taken apart, and their codes differ.
 *
 * @param repeats whether a code may stand on many rows, as those of upper levels do
 */
export function holdsCodesAndLabels(cells: readonly string[], repeats = false): boolean {
  const texts = cells.map(foldBlanks).filter((text) => text !== '');
  const split = texts.map(splitCodeAndLabel).filter((each) => each !== null);
  if (split.length < LEAST_ROWS || split.length < MOST * texts.length) return false;
  const codes = new Set(split.map(({ code }) => code));
  if (!split.some(({ code }) => /\d/.test(code)) && codes.size < LEAST_ROWS) return false;
  return repeats || codes.size >= MOST * split.length;
}
