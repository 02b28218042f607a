import { foldBlanks } from '../values/fold-blanks.ts';
import { type Code, parseCode } from './code.ts';
import type { CodeMend } from './process-map.ts';

/**
 * A code as people write it, brought to its canonical form, and what had to be mended for that. Without a code there is
 * a reason: `empty` when there is no text at all, `no-code` when the text holds none that can be read safely.
 */
export type CodeReading =
  | {
      readonly code: Code;
      /** In alphabetical order; empty when the code stood there in canonical form. */
      readonly mends: readonly CodeMend[];
      /** What follows the code, blanks folded; empty when nothing does. */
      readonly label: string;
    }
  | { readonly code: null; readonly reason: 'empty' | 'no-code' };

/**
 * Reads a cell that should hold a code and nothing else.
 *
 * Letters of other alphabets that look like Latin ones are read as these. Mended are stray dots and blanks (`A.1.1.2.4.`, `B1.1.2.1 .`), `l` for 1, the euro sign for C, lower case, full-width
 * characters, a comma for a dot, and a label glued on by a dot (`A1.3.2.1.Sistemi`). What cannot be read safely is no
 * code: `2.4` has lost its letter, and `F24EP` is the name of a form.
 */
export function readCode(text: string): CodeReading {
  if (!mayHoldCode(text)) return { code: null, reason: text.trim() === '' ? 'empty' : 'no-code' };
  const canonical = parseCode(text);
  if (canonical) return { code: canonical, mends: [], label: '' };
  const reading = scan(text, 'alone');
  if (reading.code === null || reading.label === '' || reading.mends.includes('glued-label')) return reading;
  return { code: null, reason: 'no-code' };
}

/**
 * Reads a cell of the form `CODE label`; also `CODE: label`, `CODE - label`, `CODE .Label`, and a code alone.
 *
 * Stricter than {@link readCode} where words could be taken for a code: `Al Piao` and `A 4 persone` are text here.
 */
export function readCodeAndLabel(text: string): CodeReading {
  if (!mayHoldCode(text)) return { code: null, reason: text.trim() === '' ? 'empty' : 'no-code' };
  const plain = PLAIN.exec(text);
  const code = plain ? parseCode(plain[1] as string) : null;
  return code ? { code, mends: [], label: foldBlanks(text.slice(code.text.length)) } : scan(text, 'labelled');
}

/** The common case, which needs no scanning: a code in canonical form, one blank, a word. */
const PLAIN = /^([A-Z]\d[\w.]*) (?=[A-Za-zÀ-ÿ0-9"'(])/;

/** A code with the longest label that there is. */
const LONGEST = 4_500;

type Mode = 'alone' | 'labelled';

/** Where the scanner stands: what it has read of the code, and what it mended. */
interface Scan {
  readonly text: string;
  at: number;
  code: string;
  segments: number;
  readonly mends: Set<CodeMend>;
}

/** Zero-width characters and soft hyphens: nobody sees them, so nobody means them. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** Cyrillic and Greek capitals that nobody can tell from Latin ones, and the small letters of service codes. */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
  [
    ['АВЕЅІЈКМНОРСТУХ', 'ABESIJKMHOPCTYX'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['асеорху', 'aceopxy'],
  ].flatMap(([like = '', latin = '']) => [...like].map((letter, at) => [letter, latin[at] ?? ''] as const)),
);
const LOOK_ALIKES = /[\u0370-\u04ff]/g;

function scan(raw: string, mode: Mode): CodeReading {
  const text = fold(raw);
  if (text.trim() === '') return { code: null, reason: 'empty' };
  const state: Scan = { text, at: 0, code: '', segments: 0, mends: new Set() };
  const found = scanGeneral(state, mode) || (scanRoot(state, mode) && scanSegments(state, mode));
  const code = found ? parseCode(state.code) : null;
  const folded = code ? scanLabel(state, mode) : null;
  if (code === null || folded === null) return { code: null, reason: 'no-code' };
  noteFolding(raw, state);
  return { code, mends: [...state.mends].sort(), label: asWritten(raw, text.length - folded.length) };
}

/**
 * Whether a text begins like a code: a letter, then a digit or an `l`, with at most blanks, dots and commas between; or G
 * by itself. Anything beyond ASCII there is left to the scanner. Nearly all cells are told to be words here, by two
 * characters and without a regular expression.
 */
function mayHoldCode(text: string): boolean {
  if (text.length > LONGEST) return false;
  let at = 0;
  while (BLANKS.includes(text.charAt(at)) && at < text.length) at++;
  const letter = text.charAt(at);
  if (!isLetter(letter)) return letter > '\u007f';
  const after = text.charAt(++at);
  while (JOINTS.includes(text.charAt(at)) && at < text.length) at++;
  const next = text.charAt(at);
  if ((next >= '0' && next <= '9') || next === 'l' || next > '\u007f') return true;
  return (letter === 'G' || letter === 'g') && !isLetter(after);
}

const BLANKS = ' \t\n\r\u00a0';
const JOINTS = `${BLANKS}.,`;

function isLetter(character: string): boolean {
  return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}

/** Brings look-alikes to ASCII one by one, so that the scanner needs to know only one full stop and one blank. */
function fold(raw: string): string {
  return raw
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(LOOK_ALIKES, (letter) => LOOK_ALIKE.get(letter) ?? letter)
    .replace(/\s/g, ' ');
}

/** Folding touched the whole cell; only what lies within the code counts as mended. */
function noteFolding(raw: string, { at, mends }: Scan): void {
  let seen = 0;
  for (const character of raw) {
    const invisible = character.match(INVISIBLE) !== null;
    if (seen >= at && !invisible) break;
    if (invisible) mends.add('blank');
    else if (character.match(FULL_WIDTH)) mends.add('full-width');
    else if (LOOK_ALIKE.has(character)) mends.add('look-alike');
    if (!invisible) seen += character.length;
  }
}

/** What stands in the cell from a place of its folded text on: the label keeps the characters it was written with. */
function asWritten(raw: string, at: number): string {
  let seen = 0;
  let start = 0;
  for (const character of raw) {
    if (seen >= at) break;
    if (character.match(INVISIBLE) === null) seen += character.length;
    start += character.length;
  }
  return foldBlanks(raw.slice(start));
}

/** Takes what `pattern` (sticky) matches here, or nothing. */
function take(state: Scan, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = state.at;
  const match = pattern.exec(state.text);
  if (match) state.at = pattern.lastIndex;
  return match;
}

/** The general entry is a letter without a number; between words only a capital G standing alone is taken for it. */
function scanGeneral(state: Scan, mode: Mode): boolean {
  const match = take(state, mode === 'alone' ? /( *)([Gg])(?= *\.? *$)/y : /( *)(G)(?=$| |:)/y);
  if (!match) return false;
  if (match[1] !== '') state.mends.add('blank');
  if (match[2] === 'g') state.mends.add('case');
  state.code = 'G';
  return true;
}

/** Letter and number, which dots, commas and blanks may keep apart: `A1`, `A.1`, `A 1`, `Al`, `Al1`, `€2`. */
function scanRoot(state: Scan, mode: Mode): boolean {
  const match = take(state, /( *)([A-Za-z€])( *)([.,]?)( *)(l1|l|\d{1,4})(?![0-9A-Za-zÀ-ɏ])/y);
  if (!match) return false;
  const [, before, letter = '', blank, point, secondBlank, number = ''] = match;
  if (mode === 'labelled' && !isSafeRoot(state, match)) return false;
  if (before || blank || secondBlank) state.mends.add('blank');
  if (letter === '€') state.mends.add('euro-for-c');
  else if (letter !== letter.toUpperCase()) state.mends.add('case');
  if (point) state.mends.add(point === '.' ? 'dot' : 'comma');
  if (number.startsWith('l')) state.mends.add('l-for-1');
  state.code = (letter === '€' ? 'C' : letter.toUpperCase()) + number.replace(/^l1?$/, '1');
  state.segments = 1;
  return true;
}

/** Whether a root that is not quite one may be taken for a code although words follow: only when segments follow too. */
function isSafeRoot(state: Scan, match: RegExpExecArray): boolean {
  const [, , letter = '', blank, point, secondBlank, number] = match;
  const apart = blank !== '' || secondBlank !== '';
  if (!apart && number !== 'l') return true;
  if (point !== '' && apart) return false;
  const segmentFollows = /^\.[\dFC]/.test(state.text.slice(state.at));
  const nothingFollows = /^[ .]*$/.test(state.text.slice(state.at));
  return nothingFollows || (segmentFollows && letter === letter.toUpperCase());
}

const SEGMENT = /( *)([.,])( *)(?:(\d{1,6}|l)([A-Za-z]?)|([FfCc]))(?![0-9A-Za-zÀ-ɏ])/y;

function scanSegments(state: Scan, mode: Mode): boolean {
  for (;;) {
    const start = state.at;
    const match = take(state, SEGMENT);
    if (!match) break;
    const [, before, point, after, number, suffix = '', service] = match;
    const apart = before !== '' || after !== '';
    if (point === ',' && apart) {
      state.at = start;
      break;
    }
    // `A1.1. 2 persone`: the blank may end the code or stand inside it; nobody can tell unless the code goes on.
    if (mode === 'labelled' && after !== '' && !/^\.\d/.test(state.text.slice(state.at))) return false;
    if (apart) state.mends.add('blank');
    if (point === ',') state.mends.add('comma');
    if (number === 'l') state.mends.add('l-for-1');
    const text = service?.toUpperCase() ?? (number === 'l' ? '1' : number) + suffix.toLowerCase();
    if ((service ?? suffix) !== (service ? text : suffix.toLowerCase())) state.mends.add('case');
    state.code += `.${text}`;
    state.segments++;
  }
  const position = take(state, /#[1-9]\d{0,5}(?!\d)/y);
  state.code += position?.[0] ?? '';
  return true;
}

/** What stands after the code, to the end of the text; `null` when it does not end there cleanly (`A1/2`, `A1.1..2`, `A1, A2`). */
function scanLabel(state: Scan, mode: Mode): string | null {
  const dot = take(state, /( *)\.(?!\.)/y);
  if (dot) state.mends.add('dot');
  if (dot?.[1]) state.mends.add('blank');
  const rest = state.text.slice(state.at);
  if (rest.trim() === '') {
    if (rest !== '' && mode === 'alone') state.mends.add('blank');
    return '';
  }
  if (/^[A-Za-zÀ-ɏ]/.test(rest)) {
    if (!dot) return null;
    // After a blank the dot belongs to the label (`A3.1.3 .Comunicazione`); right after the code it glues the two.
    if (dot[1] === '') state.mends.add('glued-label');
    return rest;
  }
  const separated = /^(?: *[:)]| +[-–—]| )\s*(.*)$/.exec(rest);
  return separated ? (separated[1] ?? '') : null;
}
