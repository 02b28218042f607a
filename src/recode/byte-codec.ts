import { decodeText, type EncodingGuess, encodeText, type TextEncoding } from '../values/text-encoding.ts';

/**
 * Between the bytes of a file and the bytes that are worked on. UTF-8 and Windows-1252 are worked on as they are, so that
 * what is not changed passes through bit by bit; UTF-16 is turned into UTF-8 and back.
 */
export interface ByteCodec {
  /** The encoding of the file, for messages. */
  readonly name: TextEncoding;
  /** The byte-order mark as it stands in the working bytes; empty without one. */
  readonly mark: Uint8Array;
  /** Working bytes of the next chunk; half a character at its end waits for the one after. */
  readonly toWork: (bytes: Uint8Array) => Uint8Array;
  readonly toFile: (work: Uint8Array) => Uint8Array;
  /** What a working cell says. */
  readonly decode: (work: Uint8Array) => string;
  /** The working form of text; `null` when the file's encoding has no character for it. */
  readonly encode: (text: string) => Uint8Array | null;
}

const UTF8_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const NO_MARK = new Uint8Array(0);

/** The codec for an encoding. */
export function byteCodec({ encoding, bomLength }: EncodingGuess): ByteCodec {
  const mark = bomLength > 0 ? UTF8_MARK : NO_MARK;
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const work = isWide ? 'utf-8' : encoding;
  return {
    name: encoding,
    mark,
    ...(isWide ? transcoder(encoding) : { toWork: (bytes) => bytes, toFile: (bytes) => bytes }),
    decode: (bytes) => decodeCell(bytes, work),
    encode: (text) => encodeText(text, work),
  };
}

function transcoder(encoding: 'utf-16le' | 'utf-16be'): Pick<ByteCodec, 'toWork' | 'toFile'> {
  const wide = new TextDecoder(encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  const narrow = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    toWork: (bytes) => encoder.encode(wide.decode(bytes, { stream: true })),
    toFile: (bytes) => encodeText(narrow.decode(bytes), encoding) ?? NO_MARK,
  };
}

/** A file that began as UTF-8 may hold Windows-1252 further down, where several were glued together. */
function decodeCell(bytes: Uint8Array, encoding: TextEncoding): string {
  const text = decodeText(bytes, encoding);
  return text.includes('\ufffd') ? decodeText(bytes, 'windows-1252') : text;
}
