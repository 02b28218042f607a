const RISKY = /^'*[=+\-@\t\r\n]/;

/**
 * Text that no spreadsheet takes for a formula: what begins with `=`, `+`, `-`, `@`, a tab or a line break gets an
 * apostrophe before it. So does what would then be taken for such a text, so that {@link fromPlainText} gives back every
 * text exactly.
 */
export function toPlainText(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** Undoes {@link toPlainText}. */
export function fromPlainText(text: string): string {
  return text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text;
}
