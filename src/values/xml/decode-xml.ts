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
  return 'utf-8';
}
