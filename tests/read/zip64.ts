/**
 * The same archive as Zip64, as reporting tools write it: sizes and places stand in extra fields and in a record of their
 * own, and the short fields are full.
 */
export function toZip64(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const entries: Uint8Array[] = [];
  for (let at = start, i = 0; i < count; i++) {
    const length = 46 + view.getUint16(at + 28, true);
    entries.push(longEntry(zip.slice(at, at + length)));
    at += length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const directory = entries.reduce((sum, { length }) => sum + length, 0);
  return join([zip.subarray(0, start), ...entries, endRecords(count, start, directory)]);
}

function longEntry(entry: Uint8Array): Uint8Array {
  const view = new DataView(entry.buffer);
  const extra = new Uint8Array(28);
  const field = new DataView(extra.buffer);
  field.setUint16(0, 1, true);
  field.setUint16(2, 24, true);
  [24, 20, 42].forEach((offset, i) => {
    field.setBigUint64(4 + 8 * i, BigInt(view.getUint32(offset, true)), true);
    view.setUint32(offset, 0xffffffff, true);
  });
  view.setUint16(30, extra.length, true);
  view.setUint16(32, 0, true);
  return join([entry, extra]);
}

function endRecords(count: number, start: number, size: number): Uint8Array {
  const records = new Uint8Array(56 + 20 + 22);
  const view = new DataView(records.buffer);
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(size), true);
  view.setBigUint64(48, BigInt(start), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(start + size), true);
  view.setUint32(76, 0x06054b50, true);
  view.setUint16(84, 0xffff, true);
  view.setUint16(86, 0xffff, true);
  view.setUint32(88, 0xffffffff, true);
  view.setUint32(92, 0xffffffff, true);
  return records;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
