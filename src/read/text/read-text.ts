import Papa from 'papaparse';
import type { ReadNote } from '../../model/process-map.ts';
import type { TextEncoding } from '../../values/text-encoding.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import type { Table, TableRow } from '../table.ts';
import { decodeFile } from './decode-text.ts';
import { type Delimiter, declaredDelimiter, detectDelimiter } from './detect-delimiter.ts';
import { stripMarkup } from './strip-markup.ts';

/** A text file read as one table. */
export interface TextTable {
  readonly table: Table;
  readonly encoding: TextEncoding;
  readonly delimiter: Delimiter;
}

/**
 * Reads a delimited text: encoding and delimiter are detected, quoted cells may hold line breaks, rows may be ragged.
 *
 * @throws ProcmapError `file-empty`, `not-text`, `text-too-large` or `quote-unclosed`
 */
export function readText(file: string, bytes: Uint8Array, limits: ReadLimits): TextTable {
  checkSize(file, bytes, limits);
  const { text, encoding, undecodable } = decodeFile(file, bytes);
  if (text.trim() === '') throw new ProcmapError('file-empty', { file });
  const declared = declaredDelimiter(text);
  const delimiter = declared?.delimiter ?? detectDelimiter(text);
  const { rows, notes } = parseRows(file, text, delimiter, declared?.start ?? 0);
  const lineOf = lineCounter(text);
  const damage = undecodable.map(
    ({ offset, count }): ReadNote => ({
      kind: 'undecodable-bytes',
      count,
      encoding,
      place: { file, ...lineOf(offset) },
    }),
  );
  const table: Table = { file, sheet: null, rows, notes: [...damage, ...notes], source: { text, delimiter } };
  return { table, encoding, delimiter };
}

/** Refuses by the number of bytes, and of bytes that could separate cells, before a string is made of them. */
function checkSize(file: string, bytes: Uint8Array, limits: ReadLimits): void {
  const refuse = (measure: 'megabytes' | 'cells', found: number, limit: number): never => {
    throw new ProcmapError('text-too-large', { file, measure, found, limit });
  };
  if (bytes.length > limits.textBytes) {
    refuse('megabytes', Math.ceil(bytes.length / 2 ** 20), Math.round(limits.textBytes / 2 ** 20));
  }
  if (bytes.length <= limits.cells) return;
  const separators = new Uint8Array(256);
  for (const character of ';,\t|\n') separators[character.charCodeAt(0)] = 1;
  let cells = 0;
  for (const byte of bytes) cells += separators[byte] as number;
  if (cells > limits.cells) refuse('cells', cells, limits.cells);
}

interface ParsedRows {
  readonly rows: readonly TableRow[];
  readonly notes: readonly ReadNote[];
}

function parseRows(file: string, text: string, delimiter: Delimiter, start: number): ParsedRows {
  const parsed = parseQuoted(file, text, delimiter, start, '"');
  if (parsed.unclosed === null && parsed.notes.length === 0) return parsed;
  // Tab-separated text is often not quoted at all; a quote at the start of a cell is then part of it.
  if (delimiter === '\t') return parseQuoted(file, text, delimiter, start, NO_QUOTE);
  if (parsed.unclosed !== null) throw new ProcmapError('quote-unclosed', { file, line: parsed.unclosed });
  return parsed;
}

/** A character that no text holds, since it would be binary. */
const NO_QUOTE = '\0';

function parseQuoted(
  file: string,
  text: string,
  delimiter: Delimiter,
  start: number,
  quoteChar: string,
): ParsedRows & { unclosed: number | null } {
  const rows: TableRow[] = [];
  const notes: ReadNote[] = [];
  let unclosed: number | null = null;
  let offset = start;
  let line = start === 0 ? 1 : 2;
  Papa.parse<string[]>(start === 0 ? text : text.slice(start), {
    delimiter,
    newline: '\n',
    quoteChar,
    step: ({ data, errors, meta }) => {
      if (data.some((cell) => cell.trim() !== '')) {
        rows.push({ number: line, cells: data.map(stripMarkup), offset });
      }
      for (const { code } of errors) {
        if (code === 'MissingQuotes') unclosed ??= line;
        else if (code === 'InvalidQuotes') notes.push({ kind: 'unbalanced-quote', place: { file, line } });
      }
      line += 1;
      for (const cell of data) if (cell.includes('\n')) line += cell.split('\n').length - 1;
      offset = start + meta.cursor;
    },
  });
  return { rows, notes, unclosed };
}

/** Line and column of an offset; offsets must be asked for in ascending order. */
function lineCounter(text: string): (offset: number) => { line: number; column: number } {
  let [line, lineStart] = [1, 0];
  return (offset) => {
    for (
      let end = text.indexOf('\n', lineStart);
      end >= 0 && end < offset;
      end = text.indexOf('\n', lineStart)
    ) {
      line++;
      lineStart = end + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}
