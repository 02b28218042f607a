import { format } from 'numfmt';

/**
 * A number as a spreadsheet shows it. The library knows the whole language of number formats; it is loaded only for
 * workbooks whose formats make codes of numbers. What it cannot draw stays the number.
 */
export function shownNumber(value: number, code: string): string {
  try {
    return format(code, value, { throws: true });
  } catch {
    return String(value);
  }
}
