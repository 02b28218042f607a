import { readCode, readCodeAndLabel } from '../../model/read-code.ts';
import { spellings } from '../plan.ts';

/** What a cell of the column of codes holds. */
export type Key =
  /** A code that is known, in its canonical form. */
  | { readonly kind: 'code'; readonly code: string }
  /** A code that is not. */
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'several' }
  | { readonly kind: 'none' };

/** What looks like a code; in one cell there is one of them. */
const CODE_LIKE =
  /(?<![\p{L}\p{N}.])(?:[A-Z]\s?\d{1,3}(?:\.\w{1,4})*|\d{1,3}(?:\.\w{1,4})+)(?![\p{L}\p{N}])/gu;
/** What makes another code of the one before it. */
const ADDITION =
  /^\W*(?:(?:bis|ter|quater|quinquies|ex|e|ed|and|o|or|a|al|to)(?!\p{L})|[/+&,;*?]|[-–—]\s*[\d.])/iu;

/**
 * Reads a cell of the column of codes: a code as it stands or as people write it, perhaps with its label behind it. Several
 * codes, ranges (`A1.1.1.1-3`) and additions (`bis`) are not guessed at.
 *
 * @param isKnown whether a text is a code of either map, or of a branch of it
 */
export function readKey(text: string, isKnown: (code: string) => boolean): Key {
  const written = text.trim();
  if (written === '') return { kind: 'none' };
  if (isKnown(written)) return { kind: 'code', code: written };
  const found = spellings(written).find(isKnown);
  const read = found ?? readCode(written).code?.text ?? readCodeAndLabel(written).code?.text;
  const free = /^(\S+?)\s*(?:[\s:–—-]\s*)(\p{L}.*)$/su.exec(written);
  const code = read ?? (isKnown(free?.[1] ?? '') ? free?.[1] : undefined);
  if (isSeveral(written, isKnown)) return { kind: 'several' };
  if (code === undefined) return { kind: 'none' };
  return { kind: isKnown(code) ? 'code' : 'unknown', code };
}

function isSeveral(written: string, isKnown: (code: string) => boolean): boolean {
  // `2.0` in the words behind a code is no code, unless the crosswalk has it.
  const isCode = (text: string) =>
    /^[A-Z]\s?\d+\./iu.test(text) || isKnown(text) || spellings(text).some(isKnown);
  const codes = [...written.matchAll(CODE_LIKE)].filter(([text]) => isCode(text));
  const [first] = codes;
  if (first === undefined || first.index > 1) return false;
  const distinct = new Set(codes.map(([text]) => text.toUpperCase()));
  return distinct.size > 1 || ADDITION.test(written.slice(first.index + first[0].length));
}

/** What stands behind the code in a cell of the form `CODE - label`; empty where nothing does. */
export function wordsBehind(text: string): string {
  return /^\S+?[\s:–—-]+(\p{L}.*)$/su.exec(text.trim())?.[1] ?? '';
}
