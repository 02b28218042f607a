import { columnName } from '../../values/table.ts';
import { MAX_COLUMNS, MAX_ROWS, type Stretch } from './axis.ts';
import type { Moves } from './moves.ts';

/** A rectangle of cells; rows and columns count from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,6})?$/;

/** Reads `C4`, `A1:D20`, `A:C` or `4:8`, with or without dollar signs; `null` when it is no range of a sheet. */
export function parseArea(text: string): Area | null {
  const [from = '', to = from, more] = text.split(':');
  const [start, end] = [CORNER.exec(from), CORNER.exec(to)];
  if (more !== undefined || !start || !end) return null;
  const column = (letters: string | undefined, open: number) =>
    letters === undefined ? open : columnNumber(letters);
  const row = (digits: string | undefined, open: number) => (digits === undefined ? open : Number(digits));
  const [left, right] = [column(start[1], 1), column(end[1], MAX_COLUMNS)];
  const [top, bottom] = [row(start[2], 1), row(end[2], MAX_ROWS)];
  const isCell = to === from && (!start[1] || !start[2]);
  if (isCell || from === '' || to === '' || Math.max(left, right) > MAX_COLUMNS) return null;
  return {
    top: Math.min(top, bottom),
    bottom: Math.max(top, bottom),
    left: Math.min(left, right),
    right: Math.max(left, right),
  };
}

/** Writes a rectangle, `C4` when it is a cell. */
export function areaText({ top, left, bottom, right }: Area): string {
  const start = addressOf(top, left);
  return top === bottom && left === right ? start : `${start}:${addressOf(bottom, right)}`;
}

/** The address of a cell. */
export function addressOf(row: number, column: number): string {
  return `${columnName(column - 1)}${row}`;
}

/** The 1-based column that letters name; the other way is `columnName`, from 0. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The smallest rectangle around all that an area became; `null` when nothing is left of it. */
export function followHull(area: Area, { rows, columns }: Moves): Area | null {
  const down = rows.hull(area.top, area.bottom);
  const across = columns.hull(area.left, area.right);
  return down && across ? rectangle(down, across) : null;
}

/** Exactly what an area became. */
export function followArea(area: Area, { rows, columns }: Moves): readonly Area[] {
  const across = columns.runs(area.left, area.right);
  return rows.runs(area.top, area.bottom).flatMap((down) => across.map((each) => rectangle(down, each)));
}

/** A list of ranges as it stands in an attribute: what it became; `''` when nothing is left. */
export function followRanges(text: string, moves: Moves): string {
  const pieces = text.split(/\s+/).filter((piece) => piece !== '');
  return pieces
    .flatMap((piece) => {
      const area = parseArea(piece);
      return area === null ? [piece] : followArea(area, moves).map(areaText);
    })
    .join(' ');
}

function rectangle(down: Stretch, across: Stretch): Area {
  return { top: down.first, bottom: down.last, left: across.first, right: across.last };
}
