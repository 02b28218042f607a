/** A blank between a separator and a quote, or between a quote and a separator: some programs write both. */
const BLANK_AT_QUOTE = /(?:^|[;,\t|])[ ]+"|"[ ]+(?:[;,\t|]|$)/m;

/**
 * Takes out the blanks between the separators and the quotes around a cell (`A1; "Bilancio; conti"`), which hide the quotes
 * from whoever reads the text: the cell would be cut at the separator inside it. Places in such lines shift by as much.
 * Cost: one pass, and only where there are such blanks.
 */
export function withoutBlanksAtQuotes(text: string, delimiter: string): string {
  if (!BLANK_AT_QUOTE.test(text)) return text;
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const start = skipBlanks(text, at);
    const end = text[start] === '"' ? endOfQuoted(text, start) : -1;
    const after = end < 0 ? -1 : skipBlanks(text, end);
    const closes = after === text.length || text[after] === delimiter || text[after] === '\n';
    if (end >= 0 && closes) {
      result += text.slice(from, at) + text.slice(start, end);
      from = after;
      at = after;
    }
    at = endOfCell(text, at, delimiter) + 1;
  }
  return result + text.slice(from);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** After the closing quote of the cell that begins here; -1 when it never closes. */
function endOfQuoted(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return -1;
}

/** The separator or line break that ends the cell, quotes left out of account: they have been dealt with. */
function endOfCell(text: string, start: number, delimiter: string): number {
  if (text[start] === '"') {
    const end = endOfQuoted(text, start);
    if (end >= 0) return endOfCell(text, end, delimiter);
  }
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
  return at;
}

const SAMPLE_LINES = 400;
const MOST = 0.8;
const SINGLE = [/^ *'(?:[^']|'')+' *[;,\t|]/, /[;,\t|] *'(?:[^']|'')+' *$/];

/** Whether single quotes are the quotes of a text: its lines begin or end with a cell in them, and no cell has others. */
export function isSingleQuoted(text: string): boolean {
  if (!text.includes("'")) return false;
  const lines = text
    .slice(0, 200_000)
    .split('\n', SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
  const body = lines.slice(1);
  const quoted = body.filter((line) => SINGLE.some((form) => form.test(line)));
  return (
    body.length > 0 && quoted.length >= MOST * body.length && !/(?:^|[;,\t|])"/m.test(text.slice(0, 200_000))
  );
}

/** A formula that is nothing but a text: `="01.10"`. */
const TEXT_FORMULA = /^\s*="((?:[^"]|"")*)"\s*$/;

/** The text of such a formula; `null` for any other cell. */
export function textOfFormula(cell: string): string | null {
  if (!cell.includes('="')) return null;
  const text = TEXT_FORMULA.exec(cell)?.[1];
  return text === undefined ? null : text.replaceAll('""', '"');
}
