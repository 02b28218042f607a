/**
 * A record of what people have named: it has the given keys and no others, so that an entry called `constructor` is found
 * only where there is one. (What every object inherits would answer for it otherwise.)
 */
export function ownRecord<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const record: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return record;
}
