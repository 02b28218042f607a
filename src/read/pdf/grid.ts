import type { Rule } from './page-state.ts';

/** A cell of a ruled table: everything between rules, however many rows and columns it spans. */
export interface GridCell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** 0-based among the rows of the grid. */
  readonly row: number;
  readonly lastRow: number;
}

/** A table drawn with rules. */
export interface Grid {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
  readonly cellAt: (x: number, y: number) => GridCell | null;
}

/** Rules that lie on one line and touch are one. */
type Line = Rule;

const MAX_LINES = 4000;
const MAX_CELLS = 250_000;

/**
 * Finds the tables that are drawn with rules in both directions.
 *
 * @param tolerance how far apart, in points, two rules may be and still be one; less than a line of text
 */
export function findGrids(rules: readonly Rule[], tolerance: number): readonly Grid[] {
  const lines = joinRules(rules, tolerance).slice(0, MAX_LINES);
  return components(lines, tolerance).flatMap((group) => gridOf(group, tolerance) ?? []);
}

function joinRules(rules: readonly Rule[], tolerance: number): readonly Line[] {
  const sorted = [...rules].sort(
    (a, b) => a.axis.localeCompare(b.axis) || a.at - b.at || a.from - b.from || a.to - b.to,
  );
  const lines: { axis: Rule['axis']; at: number; from: number; to: number }[] = [];
  let open: typeof lines = [];
  for (const rule of sorted) {
    open = open.filter((line) => line.axis === rule.axis && rule.at - line.at <= tolerance / 2);
    const line = open.find(({ from, to }) => rule.from <= to + tolerance && rule.to >= from - tolerance);
    if (line) [line.from, line.to] = [Math.min(line.from, rule.from), Math.max(line.to, rule.to)];
    else {
      const added = { ...rule };
      lines.push(added);
      open.push(added);
    }
  }
  return lines.filter(({ from, to }) => to - from > tolerance / 2);
}

/** Lines that cross or touch belong to one table. */
function components(lines: readonly Line[], tolerance: number): readonly (readonly Line[])[] {
  const sets = unionFind(lines.length);
  const vertical = lines.flatMap((line, i) => (line.axis === 'vertical' ? [i] : []));
  lines.forEach((across, i) => {
    if (across.axis !== 'horizontal') return;
    for (const j of vertical) {
      const down = lines[j] as Line;
      if (down.at < across.from - tolerance || down.at > across.to + tolerance) continue;
      if (across.at >= down.from - tolerance && across.at <= down.to + tolerance) sets.join(i, j);
    }
  });
  const groups = new Map<number, Line[]>();
  lines.forEach((line, i) => {
    const root = sets.find(i);
    groups.set(root, [...(groups.get(root) ?? []), line]);
  });
  return [...groups.values()];
}

function gridOf(lines: readonly Line[], tolerance: number): Grid | null {
  const down = lines.filter(({ axis }) => axis === 'vertical');
  const across = lines.filter(({ axis }) => axis === 'horizontal');
  if (down.length === 0 || across.length === 0) return null;
  // A table may lack its outer rules, or be cut by the end of the page: the others reach as far as it does.
  const xs = positions(
    [...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])],
    tolerance,
  );
  const ys = positions(
    [...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])],
    tolerance,
  );
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || rows < 1 || columns * rows > MAX_CELLS) return null;
  const walls = { right: edges(down, xs, ys, tolerance), below: edges(across, ys, xs, tolerance) };
  const sets = unionFind(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (column + 1 < columns && !walls.right.has((column + 1) * rows + row)) sets.join(cell, cell + 1);
      if (row + 1 < rows && !walls.below.has((row + 1) * columns + column)) sets.join(cell, cell + columns);
    }
  }
  return grid(xs, ys, sets.find);
}

function grid(xs: readonly number[], ys: readonly number[], find: (cell: number) => number): Grid {
  const columns = xs.length - 1;
  const cells = new Map<number, GridCell>();
  for (let at = 0; at < columns * (ys.length - 1); at++) {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const own = {
      left: xs[column],
      right: xs[column + 1],
      top: ys[row],
      bottom: ys[row + 1],
      row,
      lastRow: row,
    };
    const cell = cells.get(find(at));
    cells.set(find(at), cell ? spanning(cell, own as GridCell) : (own as GridCell));
  }
  const indexOf = (edges: readonly number[], value: number) => edges.findLastIndex((edge) => edge <= value);
  return {
    left: xs[0] as number,
    right: xs.at(-1) as number,
    top: ys[0] as number,
    bottom: ys.at(-1) as number,
    rows: ys.length - 1,
    cellAt: (x, y) => {
      const [column, row] = [indexOf(xs, x), indexOf(ys, y)];
      if (column < 0 || row < 0 || column >= columns || row >= ys.length - 1) return null;
      return cells.get(find(row * columns + column)) ?? null;
    },
  };
}

function spanning(a: GridCell, b: GridCell): GridCell {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    row: Math.min(a.row, b.row),
    lastRow: Math.max(a.lastRow, b.lastRow),
  };
}

/** Positions that lie within the tolerance are one: the rules of two neighbours, the two lines of a double rule. */
function positions(values: readonly number[], tolerance: number): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const value of sorted) {
    const group = groups.at(-1);
    if (group && value - (group[0] as number) <= tolerance) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** How much of the side between two cells a rule must cover to part them. */
const COVERED = 0.6;

/** The sides that rules cover: of each position, the stretches between the positions across. */
function edges(
  lines: readonly Line[],
  at: readonly number[],
  along: readonly number[],
  tolerance: number,
): ReadonlySet<number> {
  const stretches = along.length - 1;
  const covered = new Map<number, number>();
  for (const line of lines) {
    const position = nearest(at, line.at);
    if (Math.abs((at[position] as number) - line.at) > tolerance) continue;
    for (let i = 0; i < stretches; i++) {
      const [start, end] = [along[i] as number, along[i + 1] as number];
      const part = (Math.min(end, line.to) - Math.max(start, line.from)) / (end - start);
      const key = position * stretches + i;
      if (part > 0) covered.set(key, (covered.get(key) ?? 0) + part);
    }
  }
  return new Set([...covered].flatMap(([key, part]) => (part >= COVERED ? [key] : [])));
}

function nearest(values: readonly number[], value: number): number {
  let best = 0;
  values.forEach((candidate, i) => {
    if (Math.abs(candidate - value) < Math.abs((values[best] as number) - value)) best = i;
  });
  return best;
}

function unionFind(count: number): { find: (i: number) => number; join: (i: number, j: number) => void } {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = i; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const join = (i: number, j: number) => {
    const [a, b] = [find(i), find(j)];
    // The smaller stays, so that the same rules always give the same roots.
    parent[Math.max(a, b)] = Math.min(a, b);
  };
  return { find, join };
}
