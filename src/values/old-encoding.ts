import { decodeText } from './text-encoding.ts';

/** Encodings of one byte that old systems write and that look like Windows-1252 to a decoder: DOS, and the Macintosh. */
export type OldEncoding = 'ibm850' | 'macintosh';

/** Their characters from byte 0x80 on. */
const UPPER: Readonly<Record<OldEncoding, string>> = {
  ibm850:
    '\u00c7\u00fc\u00e9\u00e2\u00e4\u00e0\u00e5\u00e7\u00ea\u00eb\u00e8\u00ef\u00ee\u00ec\u00c4\u00c5' +
    '\u00c9\u00e6\u00c6\u00f4\u00f6\u00f2\u00fb\u00f9\u00ff\u00d6\u00dc\u00f8\u00a3\u00d8\u00d7\u0192' +
    '\u00e1\u00ed\u00f3\u00fa\u00f1\u00d1\u00aa\u00ba\u00bf\u00ae\u00ac\u00bd\u00bc\u00a1\u00ab\u00bb' +
    '\u2591\u2592\u2593\u2502\u2524\u00c1\u00c2\u00c0\u00a9\u2563\u2551\u2557\u255d\u00a2\u00a5\u2510' +
    '\u2514\u2534\u252c\u251c\u2500\u253c\u00e3\u00c3\u255a\u2554\u2569\u2566\u2560\u2550\u256c\u00a4' +
    '\u00f0\u00d0\u00ca\u00cb\u00c8\u0131\u00cd\u00ce\u00cf\u2518\u250c\u2588\u2584\u00a6\u00cc\u2580' +
    '\u00d3\u00df\u00d4\u00d2\u00f5\u00d5\u00b5\u00fe\u00de\u00da\u00db\u00d9\u00fd\u00dd\u00af\u00b4' +
    '\u00ad\u00b1\u2017\u00be\u00b6\u00a7\u00f7\u00b8\u00b0\u00a8\u00b7\u00b9\u00b3\u00b2\u25a0\u00a0',
  macintosh:
    '\u00c4\u00c5\u00c7\u00c9\u00d1\u00d6\u00dc\u00e1\u00e0\u00e2\u00e4\u00e3\u00e5\u00e7\u00e9\u00e8' +
    '\u00ea\u00eb\u00ed\u00ec\u00ee\u00ef\u00f1\u00f3\u00f2\u00f4\u00f6\u00f5\u00fa\u00f9\u00fb\u00fc' +
    '\u2020\u00b0\u00a2\u00a3\u00a7\u2022\u00b6\u00df\u00ae\u00a9\u2122\u00b4\u00a8\u2260\u00c6\u00d8' +
    '\u221e\u00b1\u2264\u2265\u00a5\u00b5\u2202\u2211\u220f\u03c0\u222b\u00aa\u00ba\u03a9\u00e6\u00f8' +
    '\u00bf\u00a1\u00ac\u221a\u0192\u2248\u2206\u00ab\u00bb\u2026\u00a0\u00c0\u00c3\u00d5\u0152\u0153' +
    '\u2013\u2014\u201c\u201d\u2018\u2019\u00f7\u25ca\u00ff\u0178\u2044\u20ac\u2039\u203a\ufb01\ufb02' +
    '\u2021\u00b7\u201a\u201e\u2030\u00c2\u00ca\u00c1\u00cb\u00c8\u00cd\u00ce\u00cf\u00cc\u00d3\u00d4' +
    '\uf8ff\u00d2\u00da\u00db\u00d9\u0131\u02c6\u02dc\u00af\u02d8\u02d9\u02da\u00b8\u02dd\u02db\u02c7',
};

const BEYOND_ASCII = /[^\0-\x7f]/g;

/** Decodes bytes of an old encoding. */
export function decodeOld(bytes: Uint8Array, encoding: OldEncoding): string {
  return reread(decodeText(bytes, 'windows-1252'), bytes, encoding);
}

/** The same bytes in an old encoding, from what they are in Windows-1252, which has a character for each byte as well. */
function reread(windows: string, bytes: Uint8Array, encoding: OldEncoding): string {
  const upper = UPPER[encoding];
  return windows.replace(BEYOND_ASCII, (_, at: number) => upper.charAt((bytes[at] as number) - 0x80));
}

/**
 * Tells by their looks whether bytes that are no UTF-8 are those of an old encoding: letters with accents stand in and at
 * the end of words of small letters, signs such as `…`, `‚` or `—` do not. Nothing is said unless it is plain: what another
 * encoding gains over Windows-1252 is more than half of all bytes in question.
 *
 * @param windows the bytes as Windows-1252
 */
export function guessOldEncoding(bytes: Uint8Array, windows: string): OldEncoding | null {
  const sample = windows.slice(0, SAMPLE);
  const own = looks(sample);
  if (own.count === 0) return null;
  const others = (['ibm850', 'macintosh'] as const)
    .map((encoding) => ({ encoding, score: looks(reread(sample, bytes, encoding)).score }))
    .sort((a, b) => b.score - a.score);
  const [best] = others;
  return best && best.score - own.score > own.count / 2 && best.score > own.count / 2 ? best.encoding : null;
}

const SAMPLE = 400_000;

/** The letters of Italian count whole, those of its neighbours a little less: each encoding reads the one as the other. */
const ITALIAN = /[àèéìòùÀÈÉÌÒÙ]/;
const NEIGHBOUR = 0.6;
const SMALL = /[à-öø-ÿœß]/;
const CAPITAL = /[À-ÖØ-ÞŒ]/;
const QUOTES = /[‘’“”«»°ª€–—§•…·©®™]/;

/** How well the characters beyond ASCII stand where they do: one for each that does, less one for each that does not. */
function looks(text: string): { readonly score: number; readonly count: number } {
  let [score, count] = [0, 0];
  for (const { index, 0: character } of text.matchAll(BEYOND_ASCII)) {
    const [before, after] = [text[index - 1] ?? ' ', text[index + 1] ?? ' '];
    count++;
    const worth = ITALIAN.test(character) ? 1 : NEIGHBOUR;
    if (SMALL.test(character)) score += /\p{Lu}/u.test(after) && /\p{Ll}/u.test(before) ? -1 : worth;
    else if (CAPITAL.test(character)) score += /\p{Ll}/u.test(before) ? -1 : worth;
    else if (QUOTES.test(character)) score += isPunctuation(character, before, after) ? 1 : -1;
    else score -= 1;
  }
  return { score, count };
}

/** An apostrophe stands between letters; other signs begin or end a word, or stand apart. */
function isPunctuation(character: string, before: string, after: string): boolean {
  const inWord = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (character === '’') return /\p{L}|\d/u.test(before);
  if (/[–—]/.test(character)) return !/\p{L}/u.test(before) || /\d/.test(after);
  if (/[…”»°ª™®]/.test(character))
    return !inWord && !(character === '…' && /\p{L}/u.test(before) && /[ \p{L}]/u.test(after));
  return !/\p{L}/u.test(before);
}
