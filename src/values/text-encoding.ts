/** The encodings that tables and documents arrive in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How a text file is encoded, and how many bytes of byte-order mark stand before its text. */
export interface EncodingGuess {
  readonly encoding: TextEncoding;
  readonly bomLength: number;
}

/**
 * Recognises the encoding of a text file from its beginning: by the byte-order mark, else UTF-16 by its zero bytes, else
 * UTF-8 when the bytes are valid as such, else Windows-1252, which Excel writes in Western Europe.
 *
 * @param head the first bytes; a character cut off at the end does no harm
 */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomLength: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomLength: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomLength: 2 };
  return { encoding: unmarkedUtf16(head) ?? (isUtf8(head) ? 'utf-8' : 'windows-1252'), bomLength: 0 };
}

/** Decodes bytes; what is no text in that encoding becomes U+FFFD. A byte-order mark is not part of the text. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

/**
 * Encodes text.
 *
 * @returns `null` when the encoding has no byte for one of the characters
 */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array | null {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
      return encodeUtf16(text, true);
    case 'utf-16be':
      return encodeUtf16(text, false);
    case 'windows-1252':
      return encodeWindows1252(text);
  }
}

/** ASCII text in UTF-16 has a zero in every other byte. */
function unmarkedUtf16(head: Uint8Array): TextEncoding | null {
  const sample = head.subarray(0, 512);
  const pairs = sample.length >> 1;
  if (pairs < 2) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < pairs; i++) {
    if (sample[2 * i] === 0) even++;
    if (sample[2 * i + 1] === 0) odd++;
  }
  if (odd > pairs * 0.6 && even === 0) return 'utf-16le';
  return even > pairs * 0.6 && odd === 0 ? 'utf-16be' : null;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return bytes;
}

/**
 * Windows-1252 where it differs from Latin-1: bytes 0x80 to 0x9f. Some decoders (that of Node 20) take the one for the
 * other, and leave control characters there; where the decoder is right, there are none left.
 */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const singleBytes = new TextDecoder('windows-1252');

function decodeWindows1252(bytes: Uint8Array): string {
  return singleBytes
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

function encodeWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const special = WINDOWS_1252.indexOf(text.charAt(i));
    const byte = special === -1 ? text.charCodeAt(i) : special + 0x80;
    if (byte > 0xff || (special === -1 && byte >= 0x80 && byte < 0xa0)) return null;
    bytes[i] = byte;
  }
  return bytes;
}
