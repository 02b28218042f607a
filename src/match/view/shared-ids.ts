/** Texts of two maps as numbers: equal texts have equal numbers, the empty text is -1; by node id. */
export interface SharedIds {
  readonly old: Int32Array;
  readonly new: Int32Array;
  /** The texts by number. */
  readonly texts: readonly string[];
}

/** Numbers the texts of both maps. Cost: one look-up a text. */
export function sharedIds(old: readonly string[], other: readonly string[]): SharedIds {
  const ids = new Map<string, number>();
  const idOf = (text: string): number => {
    if (text === '') return -1;
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, ids.size);
    return ids.size - 1;
  };
  return { old: Int32Array.from(old, idOf), new: Int32Array.from(other, idOf), texts: [...ids.keys()] };
}
