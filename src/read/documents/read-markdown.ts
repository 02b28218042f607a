import type { ReadLimits } from '../limits.ts';
import { refuseLarge } from '../refuse-large.ts';
import type { Table, TableRow } from '../table.ts';
import { decodeFile } from '../text/decode-text.ts';

const RULE = /^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$/;

/** Reads the tables of a Markdown text, and the headings between them, as one table. */
export function readMarkdown(file: string, bytes: Uint8Array, limits: ReadLimits): Table {
  refuseLarge(file, bytes, limits);
  const { text } = decodeFile(file, bytes);
  const rows: TableRow[] = [];
  let offset = 0;
  text.split('\n').forEach((line, i) => {
    const trimmed = line.trim();
    const lead = line.length - line.trimStart().length + (trimmed.startsWith('|') ? 1 : 0);
    if (trimmed.includes('|') && !RULE.test(trimmed)) {
      rows.push({ number: i + 1, cells: cellsOf(trimmed), offset: offset + lead });
    } else if (/^#{1,6}\s/.test(trimmed)) {
      rows.push({ number: i + 1, cells: [plain(trimmed.replace(/^#+\s+|(?<![\s#])\s+#+$/g, ''))], offset });
    }
    offset += line.length + 1;
  });
  return { file, sheet: null, rows, notes: [], source: { text, delimiter: '|' } };
}

/** A bar with a backslash before it belongs to the text. */
function cellsOf(line: string): readonly string[] {
  const cells = line.replace(/^\|/, '').split(/(?<!\\)\|/);
  if (line.endsWith('|') && !line.endsWith('\\|')) cells.pop();
  return cells.map((cell) => plain(cell.replaceAll('\\|', '|').trim()));
}

/** Without the signs of emphasis and code. */
function plain(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/(\*\*|__)(?=\S)(.{1,2000}?\S)\1/g, '$2')
    .replace(/`([^`]{1,2000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1');
}
