import { type Decimal, parseDecimal } from './decimal.ts';

/**
 * Reads a share as files of ours have it, `0.25`, and as Excel in Italy saves it again: `0,25`, `25%`, `,25`.
 *
 * @returns `null` for anything else; the range is for the caller to check
 */
export function parseShare(text: string): Decimal | null {
  const [, number = '', percent] = /^(-?[\d.,]*)\s*(%)?$/.exec(text) ?? [];
  const plain = parseDecimal(number.replace(',', '.').replace(/^(-?)\./, '$10.'));
  return plain && percent ? { units: plain.units, scale: plain.scale + 2 } : plain;
}
