/**
 * Remembers what a function said of the texts it has seen: the cells of a column repeat themselves. Memory stays bounded:
 * when `limit` texts are known, all are forgotten.
 */
export function memo<T>(read: (text: string) => T, limit = 1 << 16): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const value = read(text);
    if (known.size >= limit) known.clear();
    known.set(text, value);
    return value;
  };
}
