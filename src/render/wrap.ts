/** A word as it counts and as it is shown: `shown` may carry escapes that take no room. */
export interface Word {
  readonly text: string;
  readonly shown: string;
}

/** Where a line begins: the first one, and those that follow it. */
export interface Indent {
  readonly first: string;
  readonly rest: string;
}

/** What a style puts around a word; it takes no room. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** Splits text at blanks into words shown as they are; what a no-break space joins stays together (`75 %`). */
export function toWords(text: string, show: (word: string) => string = (word) => word): readonly Word[] {
  return text
    .split(/[^\S\u00a0\u202f]+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, shown: show(word) }));
}

/**
 * Fills lines of at most `width` characters. A word longer than a line stands alone on one.
 *
 * @returns the lines, without line breaks
 */
export function wrapWords(words: readonly Word[], width: number, indent: Indent): readonly string[] {
  const lines: string[] = [];
  let line = indent.first;
  let used = indent.first.replace(COLOURS, '').length;
  let empty = true;
  for (const word of words) {
    if (!empty && used + 1 + word.text.length > width) {
      lines.push(line);
      line = indent.rest;
      used = indent.rest.length;
      empty = true;
    }
    line += empty ? word.shown : ` ${word.shown}`;
    used += word.text.length + (empty ? 0 : 1);
    empty = false;
  }
  lines.push(line);
  return lines;
}

/** Wraps plain text; see `wrapWords`. */
export function wrapText(text: string, width: number, indent: Indent): readonly string[] {
  return wrapWords(toWords(text), width, indent);
}
