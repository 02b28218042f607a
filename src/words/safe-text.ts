/**
 * Makes text from a file safe to print: control characters, escape sequences and the marks that turn the direction of
 * writing are shown as `�`, so that a label can neither colour the terminal nor disguise itself.
 */
export function safeText(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    /[\t\r\n]/.test(character) ? ' ' : '\uFFFD',
  );
}
