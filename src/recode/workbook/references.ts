import { columnName } from '../../values/table.ts';
import type { RowMap } from './row-map.ts';

/** What a formula's references are read against. */
export interface ReferenceContext {
  /** The sheet whose rows moved. */
  readonly sheet: string;
  readonly map: RowMap;
  /** Whether references without a sheet's name mean that sheet. */
  readonly inside: boolean;
  /** The row the formula stands in, before and after: references to the own row follow it. */
  readonly own?: { readonly before: number; readonly after: number };
}

const SHEET = String.raw`(?<sheet>(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELL = (name: string) =>
  String.raw`(?<${name}Column>\$?[A-Z]{1,3})(?<${name}Dollar>\$?)(?<${name}Row>[1-9]\d{0,6})`;
const REFERENCE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.$!'])${SHEET}${CELL('start')}(?::${CELL('end')})?(?![\p{L}\p{N}_.(!])`,
  'gu',
);
const STRINGS = /("(?:[^"]|"")*")/;

/** Lets the references of a formula follow the rows they mean. Text in quotes is left alone. */
export function followRows(formula: string, context: ReferenceContext): string {
  return outsideStrings(formula, (text) =>
    text.replace(REFERENCE, (whole, ...rest) => followed(whole, rest.at(-1) as Groups, context)),
  );
}

/** Moves a formula as copying it does: what is not fixed by a dollar sign goes along. */
export function moveRelative(formula: string, rows: number, columns: number): string {
  return outsideStrings(formula, (text) =>
    text.replace(REFERENCE, (_, ...rest) => {
      const groups = rest.at(-1) as Groups;
      const start = moved(groups.startColumn, groups.startDollar, groups.startRow, { rows, columns });
      const end = groups.endRow
        ? `:${moved(groups.endColumn ?? '', groups.endDollar ?? '', groups.endRow, { rows, columns })}`
        : '';
      return (groups.sheet ?? '') + start + end;
    }),
  );
}

/** Whether a formula takes in more rows than its own: whole columns, or a range that reaches beyond it. */
export function takesInRows(formula: string, own: number): boolean {
  const text = formula.replaceAll(new RegExp(STRINGS, 'g'), '""');
  if (/\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\w(])/.test(text)) return true;
  return [...text.matchAll(REFERENCE)].some(({ groups }) => {
    const { startRow, endRow } = groups as unknown as Groups;
    return endRow !== undefined && (Number(startRow) !== own || Number(endRow) !== own);
  });
}

/** A range such as `A1:D20`, or several, following the rows; `''` when all of its rows went away. */
export function followRange(ranges: string, map: RowMap): string {
  const followedRanges = ranges.split(' ').map((range) => {
    const [, startColumn, startRow, endColumn, endRow] =
      /^(\$?[A-Z]+\$?)(\d+)(?::(\$?[A-Z]+\$?)(\d+))?$/.exec(range) ?? [];
    if (startRow === undefined) return range;
    const [first, last] = [map.first(Number(startRow)), map.last(Number(endRow ?? startRow))];
    if (last < first) return '';
    if (endRow === undefined)
      return first === last ? `${startColumn}${first}` : `${startColumn}${first}:${startColumn}${last}`;
    return `${startColumn}${first}:${endColumn}${last}`;
  });
  return followedRanges.filter((range) => range !== '').join(' ');
}

/** The 0-based column that letters name; the other way is `columnName`. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.replace('$', '')) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

interface Groups {
  readonly sheet?: string;
  readonly startColumn: string;
  readonly startDollar: string;
  readonly startRow: string;
  readonly endColumn?: string;
  readonly endDollar?: string;
  readonly endRow?: string;
}

function outsideStrings(formula: string, change: (text: string) => string): string {
  return formula
    .split(STRINGS)
    .map((piece, i) => (i % 2 === 1 ? piece : change(piece)))
    .join('');
}

function followed(whole: string, groups: Groups, { sheet, map, inside, own }: ReferenceContext): string {
  const named = groups.sheet?.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
  if (named === undefined ? !inside : named !== sheet) return whole;
  const isOwn = (row: string) => own !== undefined && named === undefined && Number(row) === own.before;
  const start = isOwn(groups.startRow) ? own?.after : map.first(Number(groups.startRow));
  const prefix = `${groups.sheet ?? ''}${groups.startColumn}${groups.startDollar}${start}`;
  if (groups.endRow === undefined) return prefix;
  const both = isOwn(groups.startRow) && isOwn(groups.endRow);
  const end = both ? own?.after : Math.max(start ?? 1, map.last(Number(groups.endRow)));
  return `${prefix}:${groups.endColumn}${groups.endDollar}${end}`;
}

function moved(
  column: string,
  dollar: string,
  row: string,
  by: { readonly rows: number; readonly columns: number },
): string {
  const letters = column.startsWith('$') ? column : columnName(columnNumber(column) + by.columns);
  return `${letters}${dollar}${dollar ? row : Number(row) + by.rows}`;
}
