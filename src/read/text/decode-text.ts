import { decodeOld, guessOldEncoding, type OldEncoding } from '../../values/old-encoding.ts';
import { decodeText, guessEncoding, type TextEncoding } from '../../values/text-encoding.ts';
import { ProcmapError } from '../../words/procmap-error.ts';

export interface DecodedText {
  /** Without its byte-order mark; every line ends with `\n`, whatever ended it in the file. */
  readonly text: string;
  readonly encoding: TextEncoding | OldEncoding;
  /** Set where the encoding was told by how the letters look in it: the first line that has such letters. */
  readonly guessed?: { readonly offset: number; readonly sample: string };
  /** Where bytes stood that mean nothing in this encoding, one for each line: offset of the first, and how many. */
  readonly undecodable: readonly { readonly offset: number; readonly count: number }[];
}

/**
 * Decodes a text file in the encoding it is in. A UTF-8 file with a damaged byte stays UTF-8, and the damage is reported.
 *
 * @throws ProcmapError `not-text` for binary data
 */
export function decodeFile(file: string, bytes: Uint8Array): DecodedText {
  const { encoding: guess, bomLength } = guessEncoding(bytes);
  const damaged = guess === 'windows-1252' && isNearlyUtf8(bytes);
  const encoding = damaged ? 'utf-8' : guess;
  const decoded = decodeText(bytes.subarray(bomLength), encoding);
  if (isBinary(decoded)) throw new ProcmapError('not-text', { file });
  const old = encoding === 'windows-1252' ? guessOldEncoding(bytes, decoded) : null;
  if (old !== null) return oldText(decodeOld(bytes, old), old);
  const text = plainLines(decoded);
  const certain = encoding === 'utf-8' && bomLength === 0 && !damaged;
  return { text, encoding, undecodable: certain ? [] : findUndecodable(text, encoding) };
}

/** Lines end with a line feed; a byte-order mark within the text began a file that was put after another. */
function plainLines(decoded: string): string {
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  return text.includes('\n\ufeff') ? text.replace(/\n\ufeff+/g, '\n') : text;
}

function oldText(decoded: string, encoding: OldEncoding): DecodedText {
  const text = plainLines(decoded);
  const offset = Math.max(0, text.search(/[^\0-\x7f]/));
  const start = text.lastIndexOf('\n', offset) + 1;
  const end = text.indexOf('\n', offset);
  const sample = text.slice(start, end < 0 ? text.length : end).slice(0, 120);
  return { text, encoding, guessed: { offset, sample }, undecodable: [] };
}

/**
 * Whether invalid UTF-8 is so by damage: only in real UTF-8 do well-formed sequences of several bytes outnumber the bytes
 * that belong to none.
 */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  let [sequences, broken] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) sequences++;
    if (length === 0) broken++;
    at += length || 1;
  }
  return sequences > 2 * broken;
}

/** The length of the UTF-8 sequence here, 0 for a broken one. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length = first >= 0xf5 || first < 0xc2 ? 0 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

const CONTROL = /[^\P{Cc}\t-\r]/gu;

/** Tables have no zero characters, and hardly a control character beside tabs and line ends. */
function isBinary(text: string): boolean {
  const sample = text.length > 200_000 ? text.slice(0, 100_000) + text.slice(-100_000) : text;
  if (sample.includes('\0')) return true;
  const controls = sample.match(CONTROL)?.length ?? 0;
  return controls > 2 && controls > sample.length / 200;
}

/** In Windows-1252 five bytes mean nothing; elsewhere the decoder puts U+FFFD for what it cannot decode. */
function findUndecodable(text: string, encoding: TextEncoding): readonly { offset: number; count: number }[] {
  const damage = encoding === 'windows-1252' ? /[\x81\x8d\x8f\x90\x9d]/g : /\ufffd/g;
  const found: { offset: number; count: number }[] = [];
  let lineEnd = -1;
  for (const { index } of text.matchAll(damage)) {
    const last = found.at(-1);
    if (last && index < lineEnd) last.count++;
    else {
      found.push({ offset: index, count: 1 });
      lineEnd = text.indexOf('\n', index);
      if (lineEnd < 0) lineEnd = text.length;
    }
  }
  return found;
}
