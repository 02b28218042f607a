import type { WorkbookNoteKind } from '../../model/workbook-note.ts';
import type { Stretch } from './axis.ts';
import { cornersText } from './copy-formula.ts';
import {
  type Corner,
  type FormulaToken,
  formulaTokens,
  MAX_FORMULA,
  prefixOf,
  type Reference,
  type Scope,
} from './formula-tokens.ts';
import type { Moves } from './moves.ts';
import { tableText } from './table-text.ts';

/** What the references of a formula are followed with. */
export interface FormulaPlace {
  /** The sheet that references without one mean. */
  readonly sheet: string;
  readonly book: SheetMoves;
  /** The cell the formula stands in, before and after. */
  readonly own?: OwnCell;
  /**
   * Formulas of conditional formats and validations are written for the first cell of their range and hold for all: what is
   * not fixed by a dollar sign keeps its distance, except along a range of one row or column.
   */
  readonly spread?: { readonly rows: boolean; readonly columns: boolean };
}

export interface OwnCell {
  readonly row: number;
  readonly column: number;
  readonly newRow: number;
  readonly newColumn: number;
}

/** All sheets of a workbook in their order, and where their cells went. */
export interface SheetMoves {
  readonly names: readonly string[];
  /** `null` for a sheet that does not exist. */
  readonly of: (sheet: string) => Moves | null;
  /** What columns of tables are called now: by table and old name, both in lower case. */
  readonly tableColumns: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly isMoved: boolean;
}

/** What happened to a reference that is worth telling. */
export type FollowedNote = Extract<
  WorkbookNoteKind,
  'split-reference' | 'wider-range' | 'lost-reference' | 'computed-reference'
>;

export interface Followed {
  readonly text: string;
  readonly notes: readonly FollowedNote[];
}

/** Lets the references of a formula follow what they mean. Strings and other workbooks are left alone. */
export function followFormula(formula: string, place: FormulaPlace): Followed {
  if (!place.book.isMoved && place.book.tableColumns.size === 0) return { text: formula, notes: [] };
  if (formula.length > MAX_FORMULA) return { text: formula, notes: ['computed-reference'] };
  const tokens = formulaTokens(formula);
  const notes: FollowedNote[] = [];
  const following = { place, note: (note: FollowedNote) => notes.push(note) };
  const texts = tokens.map((token, i) => {
    if (token.kind === 'table') return tableText(token, place.book.tableColumns);
    if (token.kind !== 'reference') return token.text;
    return referenceText(token, following, {
      isEnd: tokens[i - 1]?.text === ':',
      isArgument: isArgument(tokens, i),
    });
  });
  return { text: texts.join(''), notes };
}

interface Following {
  readonly place: FormulaPlace;
  readonly note: (note: FollowedNote) => void;
}

interface Standing {
  /** Whether it is the second end of a range that is written with two references. */
  readonly isEnd: boolean;
  /** Whether it is a whole argument of a function, so that a list may stand in its place. */
  readonly isArgument: boolean;
}

function referenceText(reference: Reference, following: Following, standing: Standing): string {
  const { scope, text } = reference;
  const { sheet, book } = following.place;
  if (scope?.kind === 'foreign') return text;
  if (scope !== null && scope.first.toLowerCase() !== scope.last.toLowerCase())
    return severalSheets(reference, following, standing);
  const moves = book.of(scope?.first ?? sheet);
  if (moves === null || moves.isIdentity) return text;
  const followed = followReference(reference, { ...following, moves, isEnd: standing.isEnd });
  if (followed === null) following.note('lost-reference');
  return followed === null ? '#REF!' : reference.prefix + followed;
}

/** A reference to the same cells of several sheets, whose rows may have gone different ways: then each is named. */
function severalSheets(reference: Reference, following: Following, { isArgument, isEnd }: Standing): string {
  const { scope, prefix, text } = reference;
  const { book } = following.place;
  const lower = book.names.map((name) => name.toLowerCase());
  const [from, to] = scope?.kind === 'sheets' ? [scope.first, scope.last] : ['', ''];
  const ends = [lower.indexOf(from.toLowerCase()), lower.indexOf(to.toLowerCase())].sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  if (first < 0) return text;
  const each = book.names.slice(first, last + 1).map((name) => {
    const moves = book.of(name);
    const followed =
      moves === null
        ? cornersText(reference.first, reference.last)
        : followReference(reference, { ...following, moves, isEnd });
    return { name, followed };
  });
  const left = each.filter(({ followed }) => followed !== null);
  if (left.length < each.length) following.note('lost-reference');
  if (left.length === 0) return '#REF!';
  const same = left.length === each.length && left.every(({ followed }) => followed === left[0]?.followed);
  if (same) return prefix + left[0]?.followed;
  const list = left.map(({ name, followed }) => prefixOf(name) + followed).join(',');
  return isArgument ? list : `(${list})`;
}

function isArgument(tokens: readonly FormulaToken[], at: number): boolean {
  const before = tokens[at - 1]?.text.trim();
  const after = tokens[at + 1]?.text.trim();
  return (before === '(' || before === ',') && (after === ')' || after === ',');
}

interface FollowingOne extends Following {
  readonly moves: Moves;
  readonly isEnd: boolean;
}

/** Both ends of a reference; `null` when nothing is left of it. */
function followReference(reference: Reference, following: FollowingOne): string | null {
  const { sheet } = following.place;
  const rows = followLine(lineOf(reference, 'row', sheet), following);
  const columns = followLine(lineOf(reference, 'column', sheet), following);
  if (rows === null || columns === null) return null;
  const { first, last } = reference;
  if (last === null && !following.isEnd && isDivided(first, rows, following))
    following.note('split-reference');
  const corner = (old: Corner, side: 'first' | 'last'): Corner => ({
    ...old,
    row: old.row === null ? null : (rows[side] ?? null),
    column: old.column === null ? null : (columns[side] ?? null),
  });
  return cornersText(corner(first, 'first'), last === null ? null : corner(last, 'last'));
}

/** Whether a cell became several that say different things, and the reference has to mean one of them. */
function isDivided(
  { row, column }: Corner,
  { first: now }: Stretch | Whole,
  { moves, place }: FollowingOne,
): boolean {
  const isOwn = place.own !== undefined && now === place.own.newRow;
  if (row === null || column === null || isOwn) return false;
  const [rows, columns] = [moves.rows.images(row), moves.columns.images(column)];
  if (rows.length * columns.length < 2) return false;
  return rows.some((at) => columns.some((each) => moves.changes(at).has(each)));
}

/** A reference may name the sheet that it stands on. */
export function isOwnSheet(scope: Scope | null, sheet: string): boolean {
  if (scope === null) return true;
  const own = sheet.toLowerCase();
  return scope.kind === 'sheets' && scope.first.toLowerCase() === own && scope.last.toLowerCase() === own;
}

interface End {
  readonly at: number;
  readonly fixed: boolean;
}

function lineOf({ first, last, scope }: Reference, of: 'row' | 'column', sheet: string) {
  const end = (corner: Corner | null): End | null => {
    const at = corner?.[of] ?? null;
    return at === null ? null : { at, fixed: corner?.[`${of}Fixed`] ?? false };
  };
  const crossing = of === 'row' ? ('column' as const) : ('row' as const);
  return {
    axis: `${of}s` as const,
    first: end(first),
    last: end(last),
    isOwnSheet: isOwnSheet(scope, sheet),
    crossing: { first: first[crossing], last: last?.[crossing] ?? first[crossing], of: crossing },
  };
}

function followLine(line: ReturnType<typeof lineOf>, following: FollowingOne): Stretch | null | Whole {
  const { first, last } = line;
  if (first === null) return { first: null, last: null };
  const axis = following.moves[line.axis];
  if (axis.isIdentity && !following.place.spread) return { first: first.at, last: last?.at ?? first.at };
  const kept = keptDistance(line, following);
  if (kept !== null) return kept;
  const own = ownLine(line, following);
  if (own !== null) return own;
  return last === null ? singleLine(line, following) : rangeOfLines(line, following);
}

interface Whole {
  readonly first: null;
  readonly last: null;
}

/** In a format or a validation, relative ends keep their distance from the first cell; fixed ones follow. */
function keptDistance(
  { axis: name, first, last }: ReturnType<typeof lineOf>,
  { moves, place, note }: FollowingOne,
): Stretch | null {
  const { own, spread } = place;
  if (!own || !spread?.[name] || first === null) return null;
  const ends = [first, last ?? first] as const;
  if (ends.every(({ fixed }) => fixed)) return null;
  const shift = name === 'rows' ? own.newRow - own.row : own.newColumn - own.column;
  const [start, end] = ends.map((each, i) => {
    if (!each.fixed) return each.at + shift;
    const hull = moves[name].hull(each.at, each.at);
    return (i === 0 ? hull?.first : hull?.last) ?? 0;
  }) as [number, number];
  if (start >= 1 && end >= start) return { first: start, last: end };
  note('lost-reference');
  return { first: first.at, last: last?.at ?? first.at };
}

/**
 * A reference to the row of its own formula goes along with that row, into each of the rows it became. So do running sums
 * (`C$2:C5` in row 5), and in a column of its own what means the row above (`D4+C5` in D5): the row above is part of the
 * same row or the last part of the one before.
 */
function ownLine(line: ReturnType<typeof lineOf>, { moves, place }: FollowingOne): Stretch | null {
  const { own } = place;
  if (!own || !line.isOwnSheet || line.first === null) return null;
  const [at, now] = line.axis === 'rows' ? [own.row, own.newRow] : [own.column, own.newColumn];
  const { first, last } = line;
  const axis = moves[line.axis];
  if (first.at === at && (last === null || last.at === at)) return { first: now, last: now };
  if (last === null) {
    const staysInLine =
      line.crossing.first === (line.crossing.of === 'column' ? own.column : own.row) && !first.fixed;
    if (!staysInLine || first.at !== at - 1 || now === 1) return null;
    const above = axis.sourceOf(now - 1);
    return above === at || above === at - 1 ? { first: now - 1, last: now - 1 } : null;
  }
  const running = first.fixed !== last.fixed;
  if (running && last.at === at && !last.fixed) {
    const start = axis.hull(first.at, at)?.first;
    return start === undefined || start > now ? null : { first: start, last: now };
  }
  if (running && first.at === at && !first.fixed) {
    const end = axis.hull(at, last.at)?.last;
    return end === undefined || end < now ? null : { first: now, last: end };
  }
  return null;
}

function singleLine(
  { axis: name, first }: ReturnType<typeof lineOf>,
  { moves, isEnd }: FollowingOne,
): Stretch | null {
  const at = first?.at ?? 1;
  const hull = moves[name].hull(at, at);
  if (hull === null) return null;
  const now = isEnd ? hull.last : hull.first;
  return { first: now, last: now };
}

function rangeOfLines(
  { axis: name, first, last }: ReturnType<typeof lineOf>,
  { moves, note }: FollowingOne,
): Stretch | null {
  const [start, end] = [first?.at ?? 1, last?.at ?? 1].sort((a, b) => a - b) as [number, number];
  const axis = moves[name];
  const hull = axis.hull(start, end);
  if (hull !== null && axis.runs(start, end).length > 1) note('wider-range');
  return hull;
}
