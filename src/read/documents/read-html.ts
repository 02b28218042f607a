import { decodeText, guessEncoding } from '../../values/text-encoding.ts';
import { latin1 } from '../detect-container.ts';
import type { ReadLimits } from '../limits.ts';
import { refuseLarge } from '../refuse-large.ts';
import type { Table } from '../table.ts';
import { documentTables } from './document-tables.ts';

/** Elements whose content nobody sees. */
const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'title', 'object', 'svg']);
/** Elements that begin a line of their own. */
const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'caption',
  'ul',
  'ol',
  'tr',
  'hr',
]);

interface OpenCell {
  text: string;
  readonly columns: number;
  readonly rows: number;
}

const MAX_TEXT = 2 ** 20;

/** Reads the tables of a web page. Spans are followed; what CSS hides is read, for only a browser can tell. */
export async function readHtml(
  file: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<readonly Table[]> {
  const { Parser } = await import('./html-library.ts');
  refuseLarge(file, bytes, limits);
  const tables = documentTables(file, limits);
  const cells: (OpenCell | null)[] = [];
  let [unseen, paragraph] = [0, ''];
  const endCell = () => {
    const cell = cells.pop();
    if (cell) tables.addCell(tidy(cell.text), cell.columns, cell.rows);
    cells.push(null);
  };
  const add = (text: string) => {
    const cell = cells.at(-1);
    if (cell && cell.text.length < MAX_TEXT) cell.text += text;
    else if (cells.length === 0 && paragraph.length < MAX_TEXT) paragraph += text;
  };
  const endParagraph = () => {
    tables.addParagraph(paragraph);
    paragraph = '';
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (UNSEEN.has(name)) unseen++;
      if (name === 'table') {
        endParagraph();
        tables.openTable();
        cells.push(null);
      } else if (name === 'tr') tables.openRow();
      else if ((name === 'td' || name === 'th') && cells.length > 0) {
        cells[cells.length - 1] = {
          text: '',
          columns: spanOf(attributes.colspan),
          rows: rowSpanOf(attributes.rowspan),
        };
      } else if (BLOCKS.has(name)) {
        if (cells.length === 0) endParagraph();
        else add('\n');
      }
    },
    ontext: (text) => {
      if (unseen === 0) add(text.replace(/\s+/g, ' '));
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
      if (name === 'td' || name === 'th') endCell();
      else if (name === 'table' && cells.length > 0) {
        cells.pop();
        tables.closeTable();
      } else if (BLOCKS.has(name) && cells.length === 0) endParagraph();
    },
  });
  parser.write(decodeHtml(bytes));
  parser.end();
  return tables.build();
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function spanOf(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(count) && count > 0 ? count : 1;
}

/** A span of no rows means all that follow. */
function rowSpanOf(value: string | undefined): number {
  return value?.trim() === '0' ? Number.MAX_SAFE_INTEGER : spanOf(value);
}

/** By its mark, else by what the page says of itself, else as text is told. */
function decodeHtml(bytes: Uint8Array): string {
  const guess = guessEncoding(bytes);
  const declared = /charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(latin1(bytes.subarray(0, 4096)))?.[1];
  if (declared !== undefined && guess.bomLength === 0 && !guess.encoding.startsWith('utf-16')) {
    try {
      // A page that says it is UTF-8 and is not falls back on what its bytes are.
      if (!/^utf-?(8|16)/i.test(declared)) return new TextDecoder(declared).decode(bytes);
    } catch {
      return decodeText(bytes, guess.encoding);
    }
  }
  return decodeText(bytes.subarray(guess.bomLength), guess.encoding);
}
