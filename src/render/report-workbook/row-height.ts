import type { CellValue } from 'exceljs';
import { wrapText } from '../wrap.ts';

/** Points of a line of Calibri 11, and the most a row can have. */
const LINE = 15;
const TALLEST = 409;
/** Letters are narrower than the digit that the width of a column counts by. */
const LETTERS_PER_UNIT = 1.15;

/**
 * The height a row needs so that its wrapped text can be read. Programs fit rows without a height to their text when they
 * please, and some never do.
 *
 * @param cells values with the widths of their columns
 * @returns points
 */
export function rowHeight(cells: readonly { readonly value: CellValue; readonly width: number }[]): number {
  const lines = cells.map(({ value, width }) => linesOf(plainText(value), width));
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE + 2);
}

function linesOf(text: string, width: number): number {
  const room = Math.max(4, Math.floor(width * LETTERS_PER_UNIT));
  const paragraphs = text.split('\n').map((paragraph) => wrapText(paragraph, room, { first: '', rest: '' }));
  const long = paragraphs.flat().map((line) => Math.max(1, Math.ceil(line.length / room)));
  return long.reduce((sum, each) => sum + each, 0);
}

function plainText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'text' in value ? String(value.text) : '';
}
