/**
 * The text of XML that comes in pieces of bytes.
 *
 * @param failed makes the error that is thrown when the bytes are no text of their encoding
 */
export function* decodeXml(
  pieces: Iterable<Uint8Array>,
  failed: (cause: unknown) => Error,
): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    try {
      yield decoder.decode(piece, { stream: true });
    } catch (cause) {
      throw failed(cause);
    }
  }
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const declaration = DECLARED.exec(asciiStart(start))?.[1]?.toLowerCase() ?? 'utf-8';
  return isKnown(declaration) ? declaration : 'utf-8';
}

const DECLARED = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

/** A declaration is short, and written in letters that all encodings of bytes share. */
function asciiStart(start: Uint8Array): string {
  return String.fromCharCode(...start.subarray(0, 200));
}

/** UTF-16 that has no mark is not read by bytes, so such a declaration is wrong. */
function isKnown(encoding: string): boolean {
  if (encoding.startsWith('utf-16')) return false;
  try {
    return new TextDecoder(encoding) !== null;
  } catch {
    return false;
  }
}
