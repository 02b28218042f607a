import type { CellChange } from '../sheet-plan.ts';
import type { RawCell } from './read-cells.ts';

const CLOCK = /^(-?)(\d+):(\d\d)(?::(\d\d))?$/;
const DAY_SECONDS = 86_400;

/** Whether a cell holds a number, and not text that looks like one. */
export function isNumberCell(cell: RawCell | undefined): boolean {
  return cell?.type === 'n' && cell.value !== '';
}

/**
 * The amount in a cell as exact text. A number is taken as Excel shows it, to 15 digits, with the decimals of its format;
 * a time of day as hours and minutes, if it is one to the second.
 *
 * @param text the cell as it is shown
 */
export function cellText(cell: RawCell | undefined, text: string): string {
  if (cell === undefined || !isNumberCell(cell)) return text;
  const value = Number(cell.value);
  if (CLOCK.test(text)) return isWholeSeconds(value) ? text : `${text} ?`;
  if (/^\d{4}-\d\d-\d\d/.test(text)) return text;
  const digits = plain(value);
  const shown = /^-?\d+\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  const has = digits.split('.')[1]?.length ?? 0;
  return has >= shown ? digits : `${digits}${has === 0 ? '.' : ''}${'0'.repeat(shown - has)}`;
}

/** A part of an amount as the cell that held the whole is to hold it. */
export function amountEdit(cell: RawCell | undefined, part: string): CellChange {
  if (!isNumberCell(cell)) return { kind: 'text', text: part };
  const [, sign = '', hours, minutes, seconds = '0'] = CLOCK.exec(part) ?? [];
  if (hours === undefined) return { kind: 'number', text: part };
  const total = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return { kind: 'number', text: `${sign}${total / DAY_SECONDS}` };
}

function isWholeSeconds(days: number): boolean {
  const seconds = days * DAY_SECONDS;
  return Math.abs(seconds - Math.round(seconds)) < 1e-3;
}

/** Without an exponent, and without what lies beyond the 15 digits that a double holds for sure. */
function plain(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e')
    ? Number(text)
        .toFixed(15)
        .replace(/\.?0+$/, '')
    : text;
}
