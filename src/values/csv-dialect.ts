/**
 * How a delimited text is written, found in one place for maps, time-sheets, decisions, usage and crosswalks. Its encoding
 * is found by `guessEncoding`; the decimal sign is a matter of each column of amounts.
 */

export type Delimiter = ';' | ',' | '\t' | '|';

/** What stands around a cell that holds the delimiter. */
type Quote = '"' | "'";

const CANDIDATES: readonly Delimiter[] = ['\t', ';', '|', ','];
const SAMPLE_LINES = 400;

/**
 * Finds what separates the cells of a text table: the character that stands on most lines, equally often on each. Where
 * nothing separates, every line is one cell, and the answer is a comma.
 */
export function detectDelimiter(text: string, quote: Quote = '"'): Delimiter {
  return rankDelimiters(text, quote)[0] ?? ',';
}

/**
 * The characters that may separate the cells of a text table, likeliest first; those that stand nowhere are not among
 * them. Prose has commas and semicolons too, but before a blank; those do not count, nor does what stands in quotes.
 */
export function rankDelimiters(text: string, quote: Quote = '"'): readonly Delimiter[] {
  const lines = sampleLines(text, quote);
  return CANDIDATES.map((delimiter) => ({
    delimiter,
    score: scoreOf(lines.map((line) => countIn(line, delimiter))),
  }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ delimiter }) => delimiter);
}

/** The delimiter that Excel's own first line `sep=;` names, and where the table begins after it. */
export function declaredDelimiter(text: string): { delimiter: Delimiter; start: number } | null {
  const match = /^"?sep=([;,|\t])"?(\r\n|\n|\r)/i.exec(text);
  return match ? { delimiter: match[1] as Delimiter, start: match[0].length } : null;
}

/** Lines with their quoted parts taken out; a line break inside quotes ends no line. */
function sampleLines(text: string, quote: Quote): readonly string[] {
  const quoted = quote === '"' ? /"(?:[^"]|"")*"/g : /'(?:[^'\n]|'')*'/g;
  const unquoted = text.slice(0, 400_000).replace(quoted, '""');
  return unquoted.split(/\r\n|\r|\n/, SAMPLE_LINES).filter((line) => line.trim() !== '');
}

function countIn(line: string, delimiter: Delimiter): number {
  let count = 0;
  for (let at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, at + 1)) {
    if (delimiter === '\t' || line[at + 1] !== ' ') count++;
  }
  return count;
}

/** Lines that have the most common number count whole, others that have any count half; more columns win a tie. */
function scoreOf(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  let [mode, modeLines, lines] = [0, 0, 0];
  for (const [count, times] of frequency) {
    lines += times;
    if (times > modeLines) [mode, modeLines] = [count, times];
  }
  return modeLines + (lines - modeLines) / 2 + mode / 1000;
}
