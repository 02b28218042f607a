import { safeText } from './safe-text.ts';

const LONGEST = 90;

/** A text from a file, quoted for a message: on one line, harmless on a terminal, and cut where it is long. */
export function quote(text: string): string {
  const line = safeText(text).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  const shown =
    characters.length > LONGEST
      ? `${characters
          .slice(0, LONGEST - 1)
          .join('')
          .trimEnd()}…`
      : line;
  return `"${shown}"`;
}

/** A text whose blanks are the matter: they are shown as signs, `·` for a space, `→` for a tab, `↵` for a line break. */
export function quoteBlanks(text: string): string {
  const visible = text.replace(/\s/g, (blank) => (/[\n\r]/.test(blank) ? '↵' : blank === '\t' ? '→' : '·'));
  return quote(visible);
}
