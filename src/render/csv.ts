import { toPlainText } from '../values/plain-text.ts';

/**
 * Writes rows as CSV for other programs: UTF-8 without a byte-order mark, CRLF as RFC 4180 has it, fields quoted where
 * they must be.
 */
export function renderCsv(
  rows: readonly (readonly string[])[],
  options: { readonly delimiter?: string } = {},
): string {
  const delimiter = options.delimiter ?? ',';
  return `${rows.map((row) => row.map((field) => quote(field, delimiter)).join(delimiter)).join('\r\n')}\r\n`;
}

function quote(field: string, delimiter: string): string {
  const needsQuotes = field.includes(delimiter) || /["\r\n]/.test(field) || field !== field.trim();
  return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Neutralises text that a spreadsheet would run; see `toPlainText`, and `fromPlainText` for the way back. */
export const asText = toPlainText;
