import { columnNumber } from './area.ts';
import { MAX_COLUMNS, MAX_ROWS } from './axis.ts';

/** The sheets that stand before an exclamation mark. */
export type Scope =
  /** Another workbook, or a name that is no sheet's. */
  | { readonly kind: 'foreign' }
  /** One sheet, or the first and the last of several. */
  | { readonly kind: 'sheets'; readonly first: string; readonly last: string };

/** One end of a reference. Whole columns have no row, whole rows no column. */
export interface Corner {
  readonly column: number | null;
  readonly row: number | null;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

/** A piece of a formula; the texts of all pieces together are the formula. */
export type FormulaToken =
  | { readonly kind: 'other' | 'function' | 'error'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string; readonly value: string }
  | { readonly kind: 'name'; readonly text: string; readonly name: string; readonly scope: Scope | null }
  /** A table's name with its brackets: `Ore[[#This Row],[Totale]]`. */
  | { readonly kind: 'table'; readonly text: string; readonly table: string; readonly brackets: string }
  | Reference;

export interface Reference {
  readonly kind: 'reference';
  readonly text: string;
  /** What stands before the address, with its exclamation mark. */
  readonly prefix: string;
  /** `null`: the sheet that the formula stands on. */
  readonly scope: Scope | null;
  readonly first: Corner;
  /** `null` for a single cell. */
  readonly last: Corner | null;
}

const STRING = /"(?:[^"]|"")*"/y;
const ERROR = /#(?:[A-Z0-9]+\/[A-Z0-9]+[!?]?|[A-Z_]+[!?])/iy;
const SHEET = String.raw`[\p{L}\p{N}_.?]+`;
const PREFIX = new RegExp(
  String.raw`(?:'(?:[^']|'')*'|\[[^\][]*\](?:${SHEET}(?::${SHEET})?)?|${SHEET}(?::${SHEET})?|)!`,
  'uy',
);
const NOT_AFTER = String.raw`(?![\p{L}\p{N}_.(!?])`;
const CELL = String.raw`(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})`;
const CELLS = new RegExp(`${CELL}(?::${CELL})?${NOT_AFTER}`, 'uy');
const COLUMNS = new RegExp(String.raw`(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})${NOT_AFTER}`, 'uy');
const ROWS = new RegExp(String.raw`(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})${NOT_AFTER}`, 'uy');
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const BLANKS = /\s+/y;

/** Excel stops at 8,192 characters. */
export const MAX_FORMULA = 32_768;

/**
 * Cuts a formula, as it stands in a file, into its pieces: the grammar of references (A1, whole rows and columns, sheets in
 * quotes, several sheets, other workbooks, tables), strings and names. Operators are of no matter here.
 * One that is longer than formulas can be is a single piece: quotes that do not close cost their square.
 */
export function formulaTokens(formula: string): readonly FormulaToken[] {
  if (formula.length > MAX_FORMULA) return [{ kind: 'other', text: formula }];
  const tokens: FormulaToken[] = [];
  for (let at = 0; at < formula.length; ) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): FormulaToken {
  const string = match(STRING, formula, at);
  if (string) return { kind: 'string', text: string[0], value: string[0].slice(1, -1).replaceAll('""', '"') };
  const prefix = match(PREFIX, formula, at)?.[0] ?? '';
  const after = at + prefix.length;
  const error = match(ERROR, formula, after);
  if (error) return { kind: 'error', text: prefix + error[0] };
  const reference = referenceAt(formula, after, prefix);
  if (reference) return reference;
  const name = match(NAME, formula, after)?.[0];
  if (name !== undefined) return nameAt(formula, after + name.length, { prefix, name });
  if (prefix !== '') return { kind: 'other', text: prefix };
  const rest = match(NUMBER, formula, at) ?? match(BLANKS, formula, at);
  return { kind: 'other', text: rest?.[0] ?? formula.slice(at, at + 1) };
}

function referenceAt(formula: string, at: number, prefix: string): Reference | null {
  const scope = prefix === '' ? null : scopeOf(prefix);
  const made = (found: RegExpExecArray, first: Corner, last: Corner | null): Reference | null =>
    isCorner(first) && (last === null || isCorner(last))
      ? { kind: 'reference', text: prefix + found[0], prefix, scope, first, last }
      : null;
  const cells = match(CELLS, formula, at);
  if (cells) {
    const last = cells[6] === undefined ? null : cellCorner(cells, 5);
    return made(cells, cellCorner(cells, 1), last);
  }
  const columns = match(COLUMNS, formula, at);
  if (columns) return made(columns, columnCorner(columns, 1), columnCorner(columns, 3));
  const rows = match(ROWS, formula, at);
  return rows ? made(rows, rowCorner(rows, 1), rowCorner(rows, 3)) : null;
}

function cellCorner(found: RegExpExecArray, at: number): Corner {
  return {
    columnFixed: found[at] === '$',
    column: columnNumber(found[at + 1] ?? ''),
    rowFixed: found[at + 2] === '$',
    row: Number(found[at + 3]),
  };
}

function columnCorner(found: RegExpExecArray, at: number): Corner {
  const column = columnNumber(found[at + 1] ?? '');
  return { columnFixed: found[at] === '$', column, rowFixed: false, row: null };
}

function rowCorner(found: RegExpExecArray, at: number): Corner {
  return { columnFixed: false, column: null, rowFixed: found[at] === '$', row: Number(found[at + 1]) };
}

function isCorner({ column, row }: Corner): boolean {
  return (column ?? 1) <= MAX_COLUMNS && (row ?? 1) <= MAX_ROWS;
}

/** A name: of a function before a parenthesis, of a table before a bracket. */
function nameAt(
  formula: string,
  at: number,
  { prefix, name }: { readonly prefix: string; readonly name: string },
): FormulaToken {
  const text = prefix + name;
  const next = formula[at];
  if (next === '(') return { kind: 'function', text };
  if (next !== '[') return { kind: 'name', text, name, scope: prefix === '' ? null : scopeOf(prefix) };
  const brackets = bracketsAt(formula, at);
  return prefix === ''
    ? { kind: 'table', text: text + brackets, table: name, brackets }
    : other(text + brackets);
}

function other(text: string): FormulaToken {
  return { kind: 'other', text };
}

/** Brackets nest, and an apostrophe takes the meaning from the sign after it. */
function bracketsAt(formula: string, start: number): string {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const sign = formula[at];
    if (sign === "'") at++;
    else if (sign === '[') depth++;
    else if (sign === ']') {
      depth--;
      if (depth === 0) return formula.slice(start, at + 1);
    }
  }
  return formula.slice(start);
}

/** `Ore!`, `'Gen:Dic'!`, `[1]Ore!`, `'C:\cartella\[altro.xlsx]Ore'!`, `!`. */
function scopeOf(prefix: string): Scope {
  const inner = prefix.slice(0, -1);
  const quoted = inner.startsWith("'");
  const names = quoted ? inner.slice(1, -1).replaceAll("''", "'") : inner;
  if (names === '' || names.includes('[')) return { kind: 'foreign' };
  const colon = names.indexOf(':');
  const first = colon < 0 ? names : names.slice(0, colon);
  return { kind: 'sheets', first, last: colon < 0 ? names : names.slice(colon + 1) };
}

/** The prefix of a sheet, in quotes where its name needs them. */
export function prefixOf(sheet: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !/^[A-Za-z]{1,3}\d+$|^[rc]\d*$/i.test(sheet);
  return isPlain ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!`;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
