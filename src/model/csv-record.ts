/**
 * Finds the records and fields of delimited text (RFC 4180, with `;`, tab or `|` as well) without copying it: only
 * positions come out, so that a caller may pass on untouched what it does not change. Quotes, blanks and line ends stay
 * as they are. A quote is special only where a field begins, as spreadsheets have it.
 */
export interface CsvRecord {
  /** Number of fields. `starts` and `ends` are longer: they are kept from record to record. */
  fields: number;
  readonly starts: number[];
  readonly ends: number[];
  /** Where the text of the record ends and its line break, if any, begins. */
  end: number;
  /** Where the next record begins. */
  next: number;
  /** Line breaks the record takes up, its own included. */
  lines: number;
  /** Whether a quote is never closed, so that the record swallowed the rest of the text. */
  unclosed: boolean;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A record to scan into. One is enough for a whole text. */
export function emptyRecord(): CsvRecord {
  return { fields: 0, starts: [], ends: [], end: 0, next: 0, lines: 0, unclosed: false };
}

/**
 * Scans the record that begins at `from` into `record`. Overwrites its argument because it runs once per row of files
 * with millions of rows.
 *
 * @param delimiter the character between fields
 * @param options.final whether the text ends here; otherwise a record that reaches its end is not complete
 * @returns `false` when no complete record begins there
 */
export function scanRecord(
  record: CsvRecord,
  text: string,
  { from, delimiter, final }: { readonly from: number; readonly delimiter: string; readonly final: boolean },
): boolean {
  const separator = delimiter.charCodeAt(0);
  const length = text.length;
  if (from >= length) return false;
  let at = from;
  let fields = 0;
  record.lines = 0;
  record.unclosed = false;
  for (;;) {
    record.starts[fields] = at;
    if (text.charCodeAt(at) === QUOTE) at = afterQuoted(record, text, at);
    let character = text.charCodeAt(at);
    while (at < length && character !== separator && character !== LF && character !== CR) {
      character = text.charCodeAt(++at);
    }
    record.ends[fields++] = at;
    if (at < length && character === separator) at++;
    else break;
  }
  record.fields = fields;
  record.end = at;
  return endRecord(record, text, final);
}

/** The value of a field: without its quotes, doubled quotes made single. */
export function fieldValue(text: string, start: number, end: number): string {
  const raw = text.slice(start, end);
  if (raw.charCodeAt(0) !== QUOTE) return raw;
  const last = raw.lastIndexOf('"');
  return last === 0 ? raw.slice(1) : raw.slice(1, last).replaceAll('""', '"') + raw.slice(last + 1);
}

/** All values of a scanned record. */
export function recordValues(text: string, record: CsvRecord): string[] {
  return Array.from({ length: record.fields }, (_, i) =>
    fieldValue(text, record.starts[i] as number, record.ends[i] as number),
  );
}

function afterQuoted(record: CsvRecord, text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    const end = quote === -1 ? text.length : quote;
    for (let lf = text.indexOf('\n', at); lf !== -1 && lf < end; lf = text.indexOf('\n', lf + 1))
      record.lines++;
    if (quote === -1) record.unclosed = true;
    if (quote === -1 || text.charCodeAt(quote + 1) !== QUOTE) return Math.min(end + 1, text.length);
    at = quote + 2;
  }
}

function endRecord(record: CsvRecord, text: string, final: boolean): boolean {
  const { end } = record;
  const next = text.charCodeAt(end + 1);
  const atEnd = end >= text.length;
  const pair = text.charCodeAt(end) === CR && next === LF;
  record.next = atEnd ? end : end + (pair ? 2 : 1);
  if (!atEnd) record.lines++;
  // A carriage return that ends the chunk may be half of a line break.
  return final || !(atEnd || (text.charCodeAt(end) === CR && end + 1 >= text.length));
}
