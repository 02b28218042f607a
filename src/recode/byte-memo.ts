/**
 * Remembers what was made of the byte strings seen so far: the cells of a column repeat themselves. Looked up straight
 * in the bytes of the file, without making text of them. Memory stays bounded: when `limit` are known, all are forgotten.
 *
 * @param make told of a byte string the first time it is met; the bytes are its own
 */
export function byteMemo<T>(
  make: (bytes: Uint8Array) => T,
  limit = 1 << 16,
): (text: Uint8Array, start: number, end: number) => T {
  let table = emptyTable<T>(1 << 8);
  return (text, start, end) => {
    const hash = hashOf(text, start, end);
    const { slots, mask, hashes, bounds, keys } = table;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const entry = slots[at] as number;
      if (entry < 0) break;
      if (hashes[entry] !== hash) continue;
      const from = bounds[entry] as number;
      const size = end - start;
      if ((bounds[entry + 1] as number) - from !== size) continue;
      let same = 0;
      while (same < size && keys[from + same] === text[start + same]) same++;
      if (same === size) return table.values[entry] as T;
    }
    const key = text.slice(start, end);
    const value = make(key);
    if (table.values.length >= limit) table = emptyTable(1 << 8);
    insert(table, { hash, key, value });
    return value;
  };
}

/** Open addressing with linear probing, at most half full; the keys lie one behind the other. */
interface Table<T> {
  mask: number;
  /** Number of the entry, or -1. */
  slots: Int32Array;
  hashes: Int32Array;
  /** Where each key begins in `keys`, and where the last one ends. */
  bounds: Int32Array;
  keys: Uint8Array;
  readonly values: T[];
}

function emptyTable<T>(capacity: number): Table<T> {
  return {
    mask: capacity - 1,
    slots: new Int32Array(capacity).fill(-1),
    hashes: new Int32Array(capacity / 2),
    bounds: new Int32Array(capacity / 2 + 1),
    keys: new Uint8Array(capacity * 8),
    values: [],
  };
}

function insert<T>(table: Table<T>, { hash, key, value }: { hash: number; key: Uint8Array; value: T }): void {
  const entry = table.values.length;
  if (entry >= table.hashes.length) grow(table);
  const from = table.bounds[entry] as number;
  if (from + key.length > table.keys.length) table.keys = larger(table.keys, (from + key.length) * 2);
  table.keys.set(key, from);
  table.bounds[entry + 1] = from + key.length;
  table.hashes[entry] = hash;
  table.values.push(value);
  occupy(table, entry);
}

function grow<T>(table: Table<T>): void {
  const capacity = (table.mask + 1) * 2;
  const bounds = new Int32Array(capacity / 2 + 1);
  const hashes = new Int32Array(capacity / 2);
  bounds.set(table.bounds);
  hashes.set(table.hashes);
  Object.assign(table, { mask: capacity - 1, slots: new Int32Array(capacity).fill(-1), bounds, hashes });
  for (let entry = 0; entry < table.values.length; entry++) occupy(table, entry);
}

function occupy<T>({ slots, mask, hashes }: Table<T>, entry: number): void {
  let at = (hashes[entry] as number) & mask;
  while ((slots[at] as number) >= 0) at = (at + 1) & mask;
  slots[at] = entry;
}

function larger(bytes: Uint8Array, size: number): Uint8Array {
  const copy = new Uint8Array(size);
  copy.set(bytes);
  return copy;
}

/** FNV-1a, with the upper bits folded in because only the lower ones choose the slot. */
function hashOf(text: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (text[i] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}
