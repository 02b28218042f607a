const ASCII = /^[ -~]*$/;

/** A label without what never changes its meaning: case, accents, punctuation, blanks, typographic forms. */
export function foldLabel(label: string): string {
  if (ASCII.test(label))
    return label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return label
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A label as a reader sees it: blanks folded and characters composed. Labels equal in this are the same. */
export function visibleText(label: string): string {
  return label.normalize('NFC').replace(/\s+/g, ' ').trim();
}
