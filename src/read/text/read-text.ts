import Papa from 'papaparse';
import type { ReadNote, TextMark } from '../../model/process-map.ts';
import { type Delimiter, declaredDelimiter, detectDelimiter } from '../../values/csv-dialect.ts';
import type { OldEncoding } from '../../values/old-encoding.ts';
import type { TextEncoding } from '../../values/text-encoding.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import type { Table, TableRow } from '../table.ts';
import { decodeFile } from './decode-text.ts';
import { isSingleQuoted, textOfFormula, withoutBlanksAtQuotes } from './quoting.ts';
import { stripMarkup } from './strip-markup.ts';

/** A text file read as one table. */
export interface TextTable {
  readonly table: Table;
  readonly encoding: TextEncoding | OldEncoding;
  readonly delimiter: Delimiter;
}

/**
 * Reads a delimited text: encoding and delimiter are detected, quoted cells may hold line breaks, rows may be ragged.
 *
 * @throws ProcmapError `file-empty`, `not-text`, `text-too-large` or `quote-unclosed`
 */
export function readText(file: string, bytes: Uint8Array, limits: ReadLimits): TextTable {
  checkSize(file, bytes, limits);
  const { text: decoded, encoding, guessed, undecodable } = decodeFile(file, bytes);
  if (decoded.trim() === '') throw new ProcmapError('file-empty', { file });
  const declared = declaredDelimiter(decoded);
  const quote = isSingleQuoted(decoded) ? "'" : '"';
  const delimiter = declared?.delimiter ?? detectDelimiter(decoded, quote);
  const text = quote === '"' ? withoutBlanksAtQuotes(decoded, delimiter) : decoded;
  const { rows, notes } = parseRows(file, { text, delimiter, start: declared?.start ?? 0, quote });
  const lineOf = lineCounter(text);
  const damage = undecodable.map(
    ({ offset, count }): ReadNote => ({
      kind: 'undecodable-bytes',
      count,
      encoding,
      place: { file, ...lineOf(offset) },
    }),
  );
  const ofEncoding: readonly ReadNote[] =
    guessed === undefined
      ? []
      : [
          {
            kind: 'encoding-guessed',
            encoding,
            sample: guessed.sample,
            place: { file, ...lineOf(guessed.offset) },
          },
        ];
  const all = [...ofEncoding, ...damage, ...notes];
  const table: Table = { file, sheet: null, rows, notes: all, source: { text, delimiter } };
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

/** How a text is taken apart, and where its rows begin. */
interface Dialect {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly start: number;
  readonly quote: string;
}

function parseRows(file: string, dialect: Dialect): ParsedRows {
  const parsed = parseQuoted(file, dialect);
  const isSound = parsed.notes.every(({ kind }) => kind !== 'unbalanced-quote');
  if (parsed.unclosed === null && isSound) return parsed;
  // Tab-separated text is often not quoted at all; a quote at the start of a cell is then part of it.
  if (dialect.delimiter === '\t') return parseQuoted(file, { ...dialect, quote: NO_QUOTE });
  if (parsed.unclosed !== null) throw new ProcmapError('quote-unclosed', { file, line: parsed.unclosed });
  return parsed;
}

/** A character that no text holds, since it would be binary. */
const NO_QUOTE = '\0';

function parseQuoted(
  file: string,
  { text, delimiter, start, quote }: Dialect,
): ParsedRows & { unclosed: number | null } {
  const rows: TableRow[] = [];
  const notes: ReadNote[] = [];
  let unclosed: number | null = null;
  let offset = start;
  let line = start === 0 ? 1 : 2;
  const formulas = markCounter(file, 'formula');
  const plain = (cell: string, at: number): string => {
    const inner = textOfFormula(cell);
    if (inner !== null) formulas.see(cell, at);
    return stripMarkup(inner ?? cell);
  };
  const singles = markCounter(file, 'single-quotes');
  Papa.parse<string[]>(start === 0 ? text : text.slice(start), {
    delimiter,
    newline: '\n',
    quoteChar: quote,
    step: ({ data, errors, meta }) => {
      if (data.some((cell) => cell.trim() !== '')) {
        rows.push({ number: line, cells: data.map((cell) => plain(cell, line)), offset });
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
  if (quote === "'")
    for (const { number, cells } of rows.slice(1)) singles.see(`'${cells[0] ?? ''}'`, number);
  return { rows, notes: [...formulas.notes(), ...singles.notes(), ...notes], unclosed };
}

/** Counts cells with a mark, of which one note stands at the first. */
function markCounter(file: string, mark: TextMark) {
  let [count, raw, line] = [0, '', 0];
  return {
    see: (cell: string, at: number): void => {
      if (count++ === 0) [raw, line] = [cell, at];
    },
    notes: (): readonly ReadNote[] =>
      count === 0 ? [] : [{ kind: 'text-marked', mark, raw, count, place: { file, line } }],
  };
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
