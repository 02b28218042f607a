import { safeText } from '../words/safe-text.ts';

/**
 * Text from a file as text, in the middle of a line: no markup, no HTML, no mentions, no references, no links, no cell
 * borders.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=\w)|#(?=\d)/g, '$&\u200b')
    .replace(/(?<=https?):(?=\/\/)|(?<=\bwww)\./gi, '$&\u200b')
    .replace(/\s+/g, ' ');
}

/** Text as code, in one line and one cell. */
export function codeMarkdown(text: string): string {
  const plain = safeText(text)
    .replace(/[`\r\n]/g, ' ')
    .replaceAll('|', '\\|');
  return `\`${plain}\``;
}

/** A table; cells hold markup already. */
export function tableMarkdown(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
