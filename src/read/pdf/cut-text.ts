import type { Block, Measures } from './blocks.ts';

/**
 * How much room, in sizes, a word that went to the next line may have needed. Prints of both bundled maps, in rows lower than
 * their text: at 6, 93 % of the labels cut are told; at 8, 99 %; at 10 all but two, and twice as many that are whole.
 */
const LONG_WORD = 8;
/** How far, in sizes, the last baseline stands above the lower side of a cell that is high enough for it. */
const DESCENT = 0.15;
/** What of a line, in sizes above its baseline, must be in view for a program to print it. */
const X_HEIGHT = 0.4;

/**
 * Whether further lines of a cell may have been left out by the print: its text is higher than the cell, or is cut off
 * below, there is no room for another line, and the last one ends where the next word would not have fitted. Programs leave
 * out the lines for which a row is too low without a mark; where the whole text fits, they cut nothing off.
 */
export function mayBeCut({ lines, cell, hasCode }: Block, { pitch }: Measures): boolean {
  // A code by itself goes on nowhere.
  if (hasCode && lines.every(({ text }) => !text.includes(' '))) return false;
  const last = lines.reduce((lowest, line) => (line.y > lowest.y ? line : lowest));
  const { size, y, below, beyond, right } = last;
  const step = (pitch - X_HEIGHT) * size;
  const isHigher = y > cell.bottom - DESCENT * size;
  const isCutOff = below < step;
  // What is cut off by its row alone stands on one line, whole: lines are broken at the sides of their cell.
  const isBroken = beyond === Number.POSITIVE_INFINITY || right + beyond < cell.right + size;
  const room = Math.min(cell.right - right, beyond);
  return (isHigher || isCutOff) && isBroken && room < LONG_WORD * size;
}
