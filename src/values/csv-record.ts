/**
 * Finds the records and fields of delimited text (RFC 4180, with `;`, tab or `|` as well) without copying it: only
 * positions come out, so that a caller may pass on untouched what it does not change. Quotes, blanks and line ends stay
 * as they are. A quote is special only where a field begins, as spreadsheets have it.
 *
 * It works on bytes, because files with millions of rows are read this way. Delimiters, quotes and line breaks are ASCII
 * in UTF-8 and in Windows-1252; UTF-16 has to be turned into UTF-8 first.
 */
export interface CsvRecord {
  /** Number of fields. `starts` and `ends` are longer: they are kept from record to record. */
  fields: number;
  starts: Int32Array;
  ends: Int32Array;
  /** Where the text of the record ends and its line break, if any, begins. */
  end: number;
  /** Where the next record begins: where scanning goes on. */
  next: number;
  /** Line breaks the record takes up, its own included. */
  lines: number;
  /** Whether a quote is never closed, so that the record swallowed the rest of the text. */
  unclosed: boolean;
}

export const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A record to scan into. One is enough for a whole text. */
export function emptyRecord(): CsvRecord {
  return {
    fields: 0,
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    end: 0,
    next: 0,
    lines: 0,
    unclosed: false,
  };
}

/** How a text is scanned. */
export interface CsvScan {
  /** The byte between fields. */
  readonly separator: number;
  /** Whether the text ends here; otherwise a record that reaches its end is not complete. */
  readonly final: boolean;
}

/**
 * Scans the record that begins at `record.next` into `record`. Overwrites its argument because it runs once per row of
 * files with millions of rows.
 *
 * @returns `false` when no complete record begins there; `record.next` is as it was
 */
export function scanRecord(record: CsvRecord, text: Uint8Array, { separator, final }: CsvScan): boolean {
  const length = text.length;
  const from = record.next;
  if (from >= length) return false;
  let at = from;
  let fields = 0;
  record.lines = 0;
  record.unclosed = false;
  for (;;) {
    if (fields === record.starts.length) widen(record);
    record.starts[fields] = at;
    if (text[at] === QUOTE) at = afterQuoted(record, text, at);
    let byte = text[at];
    while (at < length && byte !== separator && byte !== LF && byte !== CR) byte = text[++at];
    record.ends[fields++] = at;
    if (at < length && byte === separator) at++;
    else break;
  }
  record.fields = fields;
  record.end = at;
  return endRecord(record, text, final);
}

/** The bytes of a field as it stands, quotes and all. Only for columns the record has. */
export function rawField(text: Uint8Array, record: CsvRecord, column: number): Uint8Array {
  return text.subarray(record.starts[column], record.ends[column]);
}

/** The value of a field, decoded: without its quotes, doubled quotes made single. */
export function unquote(raw: string): string {
  if (!raw.startsWith('"')) return raw;
  const last = raw.lastIndexOf('"');
  return last === 0 ? raw.slice(1) : raw.slice(1, last).replaceAll('""', '"') + raw.slice(last + 1);
}

/** All values of a scanned record. */
export function recordValues(
  text: Uint8Array,
  record: CsvRecord,
  decode: (bytes: Uint8Array) => string,
): string[] {
  return Array.from({ length: record.fields }, (_, column) =>
    unquote(decode(rawField(text, record, column))),
  );
}

function widen(record: CsvRecord): void {
  const [starts, ends] = [record.starts, record.ends];
  record.starts = new Int32Array(starts.length * 2);
  record.ends = new Int32Array(ends.length * 2);
  record.starts.set(starts);
  record.ends.set(ends);
}

function afterQuoted(record: CsvRecord, text: Uint8Array, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const byte = text[at];
    if (byte === LF) record.lines++;
    if (byte !== QUOTE) continue;
    if (text[at + 1] !== QUOTE) return at + 1;
    at++;
  }
  record.unclosed = true;
  return text.length;
}

function endRecord(record: CsvRecord, text: Uint8Array, final: boolean): boolean {
  const { end } = record;
  const atEnd = end >= text.length;
  // A carriage return that ends the chunk may be half of a line break.
  if (!final && (atEnd || (text[end] === CR && end + 1 >= text.length))) return false;
  const pair = text[end] === CR && text[end + 1] === LF;
  record.next = atEnd ? end : end + (pair ? 2 : 1);
  if (!atEnd) record.lines++;
  return true;
}
