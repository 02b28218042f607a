/** A row of a page, before the columns of the document are known. */
export interface PageRow {
  /** Text by the left edge of its column; what stands beside the tables has none. */
  readonly cells: ReadonlyMap<number, PageCell>;
  readonly isTable: boolean;
}

export interface PageCell {
  readonly text: string;
  readonly size: number;
  /** Whether the print may have left out what follows. */
  readonly isCut: boolean;
}

type IsCode = (text: string) => boolean;

/** How far the left edges of one column may be apart on different pages. */
export const SAME_COLUMN = 5;

/**
 * Joins cells that a page break cut in two: at the top of a page, below the header that is repeated there, text without a
 * code goes on with the cell of its column on the page before.
 *
 * @param pages the rows of each page
 */
export function joinPages(
  pages: readonly (readonly PageRow[])[],
  isCode: IsCode,
): readonly (readonly PageRow[])[] {
  const joined = pages.map((rows) => [...rows]);
  const coded = codedColumns(joined.flat(), isCode);
  const seen = new Set(joined[0]?.map(keyOf));
  for (let page = 1; page < joined.length; page++) {
    const rows = joined[page] as PageRow[];
    const keys = rows.map(keyOf);
    const at = rows.findIndex((row, i) => row.isTable && !seen.has(keys[i] as string));
    for (let tries = 0; tries < 3 && at >= 0 && at < rows.length; tries++) {
      const row = rows[at] as PageRow;
      const hasCode = [...row.cells.values()].some(({ text }) => isCode(text));
      const rest = goOn(
        joined.slice(0, page),
        row,
        (left, { text }) => !hasCode || (coded(left) && !isCode(text)),
      );
      if (rest === null) break;
      if (rest.cells.size === 0) rows.splice(at, 1);
      else rows[at] = rest;
      if (hasCode) break;
    }
    for (const key of keys) seen.add(key);
  }
  return joined;
}

function keyOf({ cells }: PageRow): string {
  return [...cells.values()].map(({ text }) => text).join('\n');
}

/** The columns in which nearly every cell begins with a code. */
function codedColumns(rows: readonly PageRow[], isCode: IsCode): (left: number) => boolean {
  const counts = new Map<number, { codes: number; all: number }>();
  const key = (left: number) => Math.round(left / (2 * SAME_COLUMN));
  for (const { cells } of rows) {
    for (const [left, { text }] of cells) {
      const count = counts.get(key(left)) ?? { codes: 0, all: 0 };
      counts.set(key(left), { codes: count.codes + (isCode(text) ? 1 : 0), all: count.all + 1 });
    }
  }
  return (left) => {
    const { codes, all } = counts.get(key(left)) ?? { codes: 0, all: 0 };
    return codes > 1 && codes >= 0.7 * all;
  };
}

const HEADING = /macro[\s-]*funzione\s*:/i;

/**
 * Hands the cells that go on to the cells they belong to.
 *
 * @returns what is left of the row; `null` when one of its cells has nothing to go on with, so that it is a row of its own
 */
function goOn(
  before: readonly PageRow[][],
  row: PageRow,
  mayGoOn: (left: number, cell: PageCell) => boolean,
): PageRow | null {
  const taken: (readonly [rows: PageRow[], at: number, left: number, cell: PageCell])[] = [];
  const rest = new Map(row.cells);
  for (const [left, cell] of row.cells) {
    if (!mayGoOn(left, cell)) continue;
    const found = HEADING.test(cell.text) ? null : lastIn(before, left);
    if (!found || Math.abs(found.cell.size - cell.size) > 0.08 * cell.size) return null;
    taken.push([found.rows, found.at, found.left, cell]);
    rest.delete(left);
  }
  if (taken.length === 0) return null;
  for (const [rows, at, left, cell] of taken) {
    const owner = rows[at] as PageRow;
    const own = owner.cells.get(left) as PageCell;
    rows[at] = {
      ...owner,
      cells: new Map([...owner.cells, [left, { ...cell, text: `${own.text} ${cell.text}` }]]),
    };
  }
  return { ...row, cells: rest };
}

function lastIn(
  pages: readonly PageRow[][],
  left: number,
): { readonly rows: PageRow[]; readonly at: number; readonly left: number; readonly cell: PageCell } | null {
  for (let page = pages.length - 1; page >= 0; page--) {
    const rows = pages[page] as PageRow[];
    for (let at = rows.length - 1; at >= 0; at--) {
      const row = rows[at] as PageRow;
      for (const [edge, cell] of row.isTable ? row.cells : []) {
        if (Math.abs(edge - left) <= SAME_COLUMN) return { rows, at, left: edge, cell };
      }
    }
  }
  return null;
}
