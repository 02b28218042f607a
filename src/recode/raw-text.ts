import { decodeText, type EncodingGuess, encodeText } from '../model/text-encoding.ts';

/**
 * Text in its raw form, so that what is not changed passes through bit by bit. For UTF-8 and Windows-1252 every byte
 * becomes one character: delimiters, quotes and line breaks are ASCII in both, and cells are decoded only where somebody
 * reads them. UTF-16 becomes text proper.
 */
export interface RawText {
  /** Raw text of a chunk; an odd byte at its end waits for the next. */
  readonly toRaw: (bytes: Uint8Array) => string;
  readonly toBytes: (raw: string) => Uint8Array;
  /** What a raw cell says. */
  readonly decode: (raw: string) => string;
  /** The raw form of text; `null` when the encoding has no character for it. */
  readonly encode: (text: string) => string | null;
  /** The encoding, for messages. */
  readonly name: string;
  /** Raw form of the byte-order mark; `''` without one. */
  readonly mark: string;
}

/** The raw form for an encoding. */
export function rawText({ encoding, bomLength }: EncodingGuess): RawText {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
    ? utf16(encoding === 'utf-16be', bomLength > 0)
    : bytewise(encoding, bomLength);
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

function bytewise(encoding: 'utf-8' | 'windows-1252', bomLength: number): RawText {
  return {
    toRaw: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
    toBytes: (raw) => Buffer.from(raw, 'latin1'),
    decode: (raw) => (BEYOND_ASCII.test(raw) ? decodeBytes(raw, encoding) : raw),
    encode: (text) => (BEYOND_ASCII.test(text) ? latin1Of(encodeText(text, encoding)) : text),
    name: encoding,
    mark: bomLength > 0 ? '\u00ef\u00bb\u00bf' : '',
  };
}

/** A file that began as UTF-8 may hold Windows-1252 further down, where several were glued together. */
function decodeBytes(raw: string, encoding: 'utf-8' | 'windows-1252'): string {
  const bytes = Buffer.from(raw, 'latin1');
  const text = decodeText(bytes, encoding);
  return text.includes('\ufffd') ? decodeText(bytes, 'windows-1252') : text;
}

function latin1Of(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString('latin1');
}

function utf16(bigEndian: boolean, marked: boolean): RawText {
  let odd: Uint8Array = new Uint8Array(0);
  return {
    toRaw: (bytes) => {
      const all = Buffer.concat([odd, bytes]);
      const whole = all.subarray(0, all.length - (all.length % 2));
      odd = all.subarray(whole.length);
      return (bigEndian ? Buffer.from(whole).swap16() : whole).toString('utf16le');
    },
    toBytes: (raw) => {
      const bytes = Buffer.from(raw, 'utf16le');
      return bigEndian ? bytes.swap16() : bytes;
    },
    decode: (raw) => raw,
    encode: (text) => text,
    name: bigEndian ? 'utf-16be' : 'utf-16le',
    mark: marked ? '\ufeff' : '',
  };
}
