/** Bytes being written, in a buffer that grows. */
export interface ByteSink {
  bytes: Uint8Array;
  length: number;
}

export function emptySink(): ByteSink {
  return { bytes: new Uint8Array(1 << 12), length: 0 };
}

/** Appends part of some bytes. */
export function put(sink: ByteSink, from: Uint8Array, start = 0, end = from.length): void {
  const size = end - start;
  if (size <= 0) return;
  if (sink.length + size > sink.bytes.length) enlarge(sink, size);
  const { bytes, length } = sink;
  // Below this a loop is faster than making a view and copying it.
  if (size < 32) for (let i = 0; i < size; i++) bytes[length + i] = from[start + i] as number;
  else bytes.set(from.subarray(start, end), length);
  sink.length = length + size;
}

/** Hands over what was written, and begins anew. */
export function take(sink: ByteSink): Uint8Array {
  const written = sink.bytes.subarray(0, sink.length);
  sink.bytes = new Uint8Array(Math.max(1 << 12, sink.length));
  sink.length = 0;
  return written;
}

function enlarge(sink: ByteSink, size: number): void {
  const larger = new Uint8Array(Math.max(sink.bytes.length * 2, sink.length + size));
  larger.set(sink.bytes.subarray(0, sink.length));
  sink.bytes = larger;
}
