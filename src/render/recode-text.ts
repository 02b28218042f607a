import type { RecodeReport } from '../model/recode-report.ts';
import { CARRIED_TEXT_DEFAULTS, type CarriedTextOptions } from './carried-text-options.ts';
import { type RecodeBlock, type RecodeTable, recodeBlocks } from './recode-blocks.ts';
import type { Tone } from './recode-heading.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap.ts';

/** How the report of a recoding is drawn. */
export type RecodeTextOptions = CarriedTextOptions;

type Lines = readonly string[];

const MAX_PERSONS = 200;

/** Draws the report of a recoding: what went in and out, proof that it balances, what was moved, what was rejected. */
export function renderRecodeText(
  report: RecodeReport,
  given: Partial<RecodeTextOptions> & Pick<RecodeTextOptions, 'file' | 'crosswalk'>,
): string {
  const options = { ...CARRIED_TEXT_DEFAULTS, ...given };
  const labelWidth = Math.max(20, options.width - 50);
  const blocks = recodeBlocks(report, { ...options, labelWidth, maxPersons: MAX_PERSONS });
  return `${blocks.map((block) => linesOf(block, options).join('\n')).join('\n\n')}\n`;
}

function linesOf({ title, parts }: RecodeBlock, options: RecodeTextOptions): Lines {
  const { style, width } = options;
  const drawn = parts.flatMap((part) => {
    if (part.kind === 'table') return tableLines(part);
    return wrapText(part.text, width, { first: '  ', rest: '  ' }).map(toned(part.tone, style));
  });
  return title === null ? drawn : [style.strong(title), ...drawn];
}

function toned(tone: Tone, style: Style): (line: string) => string {
  return tone === 'plain' ? (line) => line : style[tone];
}

/** Columns of text, the first ones and the last ones to the left and those between, which are numbers, to the right. */
function tableLines({ head, rows: body, left, leftAtEnd }: RecodeTable): Lines {
  const rows = [head, ...body];
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? '').length)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, i) => {
      const isText = i < left || i >= columns - leftAtEnd;
      return isText ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}
