import type { CsvRecord } from '../model/csv-record.ts';
import { ProcmapError } from '../model/error.ts';
import type { CsvLayout } from './csv-layout.ts';
import type { Part } from './divide-booking.ts';
import { memo } from './memo.ts';
import type { RawText } from './raw-text.ts';

/** Writes the rows of a time-sheet: what does not change is passed on as it stands. */
export interface CsvWriter {
  /** The text above the rows, with columns added to the header. */
  readonly header: (text: string, added: readonly string[]) => string;
  /** Begins a stretch of text; everything in it is passed on unless said otherwise. */
  readonly begin: (text: string) => void;
  /** Puts another code into a row, and a cell at its end. */
  readonly recode: (record: CsvRecord, code: string | null, added: string | null) => void;
  /** Puts several rows in the place of one, each with a cell at its end where there are such. */
  readonly split: (record: CsvRecord, parts: readonly Part[], added: readonly string[] | null) => void;
  /** Moves a row to the rejects. */
  readonly reject: (record: CsvRecord, added: readonly string[]) => void;
  /** Ends the stretch at a position, and hands over what was written. */
  readonly end: (at: number) => { readonly recoded: string; readonly rejected: string };
}

/** @param file the time-sheet, for messages */
export function csvWriter(layout: CsvLayout, raw: RawText, file: string): CsvWriter {
  const { delimiter, newline, columns } = layout;
  const width = columns.names.length;
  const cell = memo((text) => encodeCell(text, { raw, delimiter, file }));
  let text = '';
  let copied = 0;
  let recoded = '';
  let rejected = '';

  const startOf = (record: CsvRecord) => record.starts[0] as number;
  const cellAt = (record: CsvRecord, column: number) =>
    text.slice(record.starts[column], record.ends[column]);
  const padding = (record: CsvRecord) => delimiter.repeat(Math.max(0, width - record.fields));
  const ending = (record: CsvRecord) => text.slice(record.end, record.next) || newline;

  return {
    header: (head, added) => {
      const end = head.endsWith(newline) ? newline : '';
      return (
        head.slice(0, head.length - end.length) + added.map((name) => delimiter + cell(name)).join('') + end
      );
    },
    begin: (next) => {
      text = next;
      copied = 0;
    },
    recode: (record, code, added) => {
      if (code !== null) {
        const column = columns.code;
        recoded += text.slice(copied, record.starts[column]) + like(cellAt(record, column), cell(code));
        copied = record.ends[column] as number;
      }
      if (added !== null) {
        recoded +=
          text.slice(copied, record.end) + padding(record) + delimiter + cell(added) + ending(record);
        copied = record.next;
      }
    },
    split: (record, parts, added) => {
      recoded += text.slice(copied, startOf(record));
      parts.forEach((part, i) => {
        const changed = new Map([[columns.code, cell(part.code)]]);
        columns.amounts.forEach((column, k) => {
          const amount = part.amounts[k];
          if (amount !== null && amount !== undefined) changed.set(column, quoted(amount, delimiter));
        });
        const cells = Array.from({ length: record.fields }, (_, column) => {
          const now = changed.get(column);
          return now === undefined ? cellAt(record, column) : like(cellAt(record, column), now);
        });
        const extra = added === null ? '' : padding(record) + delimiter + cell(added[i] ?? '');
        recoded += cells.join(delimiter) + extra + ending(record);
      });
      copied = record.next;
    },
    reject: (record, added) => {
      recoded += text.slice(copied, startOf(record));
      const cells = added.map((name) => delimiter + cell(name)).join('');
      rejected += text.slice(startOf(record), record.end) + padding(record) + cells + ending(record);
      copied = record.next;
    },
    end: (at) => {
      const written = { recoded: recoded + text.slice(copied, at), rejected };
      copied = at;
      recoded = '';
      rejected = '';
      return written;
    },
  };
}

/** A new cell in the place of an old one: quoted where that was, between the same blanks. */
function like(old: string, now: string): string {
  if (old.startsWith('"')) return now.startsWith('"') ? now : `"${now}"`;
  const trimmed = old.trim();
  return trimmed === old || trimmed === '' ? now : old.replace(trimmed, () => now);
}

function encodeCell(
  text: string,
  { raw, delimiter, file }: { raw: RawText; delimiter: string; file: string },
): string {
  const encodedText = raw.encode(text);
  if (encodedText === null)
    throw new ProcmapError('code-unencodable', { file, code: text, encoding: raw.name });
  return quoted(encodedText, delimiter);
}

function quoted(cell: string, delimiter: string): string {
  const special = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return special ? `"${cell.replaceAll('"', '""')}"` : cell;
}
