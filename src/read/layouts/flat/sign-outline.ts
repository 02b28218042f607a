import type { CodesAbove } from './codes-above.ts';

/** Signs that part a code, and the end of letters before its first number (`GF01`). */
const SIGN = /[./_(:\\]|(?<=\S) (?=\S)/g;
const LEADING_LETTERS = /^[A-Za-z]+(?=\d)/;

/**
 * Above a code stands what is left of it before the last sign, before the last but one, and so on. A hyphen is a sign
 * unless it joins the ends of ranges (`A00-A09`). A heading that is numbered `1.0` stands for `1`.
 */
export function signOutline(codes: readonly string[]): CodesAbove {
  const hyphens = partsAtHyphens(codes);
  return (code) => {
    const body = code.replace(/[.\s]+$/, '');
    const ends = cuts(body, hyphens);
    const closing = code.slice(body.length);
    return ends.flatMap((end) => {
      const head = body.slice(0, end);
      const forms = [head, ...(closing === '' ? [] : [`${head}${closing}`]), `${head}.0`];
      return forms.filter((form) => form !== code);
    });
  };
}

/** Where the code may be cut, the last place first. */
function cuts(code: string, hyphens: boolean): readonly number[] {
  const signs = [...code.matchAll(SIGN)].map(({ index }) => index);
  const joints = hyphens ? [...code.matchAll(/[-–]/g)].map(({ index }) => index) : [];
  const letters = LEADING_LETTERS.exec(code)?.[0].length;
  const all = [...signs, ...joints, ...(letters === undefined ? [] : [letters])];
  return all.filter((end) => end > 0).sort((a, b) => b - a);
}

const RANGE = /^(.*?)([A-Za-z]*)(\d+)[-–]([A-Za-z]*)(\d+)$/;

/** Whether hyphens part codes: not where all of them stand between a lower and a higher number of one kind. */
function partsAtHyphens(codes: readonly string[]): boolean {
  const joined = codes.filter((code) => /\S[-–]\S/.test(code));
  return joined.length === 0 || !joined.every(isRange);
}

function isRange(code: string): boolean {
  const [, , letters, low = '', again, high = ''] = RANGE.exec(code) ?? [];
  if (letters === undefined || letters !== again || low.length !== high.length) return false;
  return Number(low) < Number(high) && (letters !== '' || low.length > 1);
}
