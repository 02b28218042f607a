/**
 * Makes text from a file safe to print: control characters, escape sequences and the marks that turn the direction of
 * writing are shown as `�`, so that a label can neither colour the terminal nor disguise itself.
 */
export function safeText(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    /[\t\r\n]/.test(character) ? ' ' : '\uFFFD',
  );
}

/** What a style of ours may have put into a text: colours and strokes, nothing that moves, asks or hides. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins them is what is meant
const STROKES = /(\u001b\[\d{1,2}m)/;

/**
 * The last gate before a text goes to a terminal: whatever of a file has come this far unmasked is masked as by
 * `safeText`. Lines stay, and so does colour where the text was drawn in colour.
 */
export function safeLines(text: string, { coloured = false }: { readonly coloured?: boolean } = {}): string {
  const parts = coloured ? text.split(STROKES) : [text];
  return parts.map((part, i) => (i % 2 === 1 ? part : part.split('\n').map(safeText).join('\n'))).join('');
}
