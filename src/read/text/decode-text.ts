import { ProcmapError } from '../../model/error.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without its byte-order mark; every line ends with `\n`, whatever ended it in the file. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Where bytes stood that mean nothing in this encoding, one for each line: offset of the first, and how many. */
  readonly undecodable: readonly { readonly offset: number; readonly count: number }[];
}

/**
 * Decodes a text file. A byte-order mark decides; without one it is UTF-16 when every other byte is zero, UTF-8 when it
 * is valid or nearly so, and Windows-1252, in which Excel saves in Italy, otherwise.
 *
 * @throws ProcmapError `not-text` for binary data
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes);
  const valid = marked === null || marked === 'utf-8' ? decodeUtf8(bytes) : null;
  const encoding = marked ?? detectWide(bytes) ?? (valid === null ? guessEncoding(bytes) : 'utf-8');
  const decoded = (encoding === 'utf-8' && valid) || new TextDecoder(encoding).decode(bytes);
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  if (isBinary(text)) throw new ProcmapError('not-text', { file });
  return { text, encoding, undecodable: valid === null ? findUndecodable(text, encoding) : [] };
}

/** The text, when all of it is valid UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** One damaged byte does not make a UTF-8 file Windows-1252; only in real UTF-8 do whole sequences outnumber damage. */
function guessEncoding(bytes: Uint8Array): TextEncoding {
  const { sequences, broken } = countUtf8(bytes);
  return sequences > 2 * broken ? 'utf-8' : 'windows-1252';
}

/** UTF-16 without a mark shows by its zero bytes, all on one side. */
function detectWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) at % 2 === 0 ? even++ : odd++;
  });
  const half = sample.length / 2;
  if (odd > 0.4 * half && even < 0.05 * half) return 'utf-16le';
  if (even > 0.4 * half && odd < 0.05 * half) return 'utf-16be';
  return null;
}

/** Counts well-formed multi-byte sequences, and bytes that belong to none. */
function countUtf8(bytes: Uint8Array): { sequences: number; broken: number } {
  let [sequences, broken] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) sequences++;
    if (length === 0) broken++;
    at += length || 1;
  }
  return { sequences, broken };
}

/** The length of the UTF-8 sequence here, 0 for a broken one. Over-long forms and surrogates count as broken. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] as number;
  const wrong =
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f);
  return wrong ? 0 : length;
}

const CONTROL = /[^\P{Cc}\t\n\v\f\r]/gu;

/** Tables have no zero characters, and hardly a control character beside tabs and line ends. */
function isBinary(text: string): boolean {
  const sample = text.length > 200_000 ? text.slice(0, 100_000) + text.slice(-100_000) : text;
  if (sample.includes('\0')) return true;
  const controls = sample.match(CONTROL)?.length ?? 0;
  return controls > 2 && controls > sample.length / 200;
}

/** In Windows-1252 five bytes mean nothing; elsewhere the decoder puts U+FFFD, unless the file has that character itself. */
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
