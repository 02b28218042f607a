import type { EncodingDamage } from '../model/finding.ts';

/** Latin letters and the punctuation of print, without the letters that mojibake begins with. */
const PLAIN = /^[\t\n\r\x20-\x7e\xa0-\xac\xae-\xc1\xc4-\u024f\u2010-\u2027]*$/;
/** A Greek or Cyrillic letter in a word of Latin ones. */
const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
/** An accent of its own after its letter, for which there is one character. */
const DECOMPOSED = /[A-Za-z][\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0327]/;
const LINK = /:\/\/|www\./;

const SIGNS: readonly (readonly [EncodingDamage, RegExp])[] = [
  ['replacement', /\ufffd/],
  // UTF-8 read as Windows-1252 ("Ã¨", "â€™", "Â°"), as Mac Roman ("√®") or as code page 850 ("├¿").
  ['mojibake', /\u00c3[\u0080-\u00bf\u0152-\u02dc\u2010-\u2122 ]|\u00c2[\u00a0-\u00bf]|\u00e2\u20ac/],
  ['mojibake', /\u221a[\u00a8-\u00ae\u2020\u2264\u03c0\u2211]|[\u2500-\u259f]/],
  // Control and invisible characters, direction overrides, the private use area (symbol fonts of word processors).
  ['control', /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]/u],
];

/** What a text shows of damage, or `null`. A question mark inside a word stands for a letter that was lost. */
export function damageOf(value: string): EncodingDamage | null {
  const asked = value.includes('?') && /\p{L}\?\p{L}/u.test(value) && !LINK.test(value);
  if (asked) return 'replacement';
  if (PLAIN.test(value)) return null;
  if (MIXED.test(value)) return 'look-alike';
  const body = value.replace(/[\t\n\r]/g, ' ');
  return SIGNS.find(([, sign]) => sign.test(body))?.[0] ?? (DECOMPOSED.test(value) ? 'decomposed' : null);
}
