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

/**
 * Ways in which a CSV is written. `excel-it` is what Excel in Italy opens by double click: semicolons, a byte-order mark,
 * decimal commas.
 */
export const CSV_DIALECTS = ['standard', 'excel-it'] as const;
export type CsvDialect = (typeof CSV_DIALECTS)[number];

/** Writes rows as Excel in Italy expects them; numbers come as they are written there, see `decimalComma`. */
export function renderExcelCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${renderCsv(rows, { delimiter: ';' })}`;
}

/** `0.25` as it is written in Italy. */
export function decimalComma(number: string): string {
  return number.replace('.', ',');
}

/** Whether Excel would take a text that stands in a CSV for a number or a day, and so change it: `01.11`, `3-2`. */
export function looksLikeNumber(text: string): boolean {
  return /^[\d.,/:+-]*\d[\d.,/:+-]*(?:[eE]\d+)?$/.test(text);
}

function quote(field: string, delimiter: string): string {
  const needsQuotes = field.includes(delimiter) || /["\r\n]/.test(field) || field !== field.trim();
  return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Neutralises text that a spreadsheet would run; see `toPlainText`, and `fromPlainText` for the way back. */
export const asText = toPlainText;
