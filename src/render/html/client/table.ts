import type { Filters, RowFacts } from './row-filter.ts';
import { isEmpty, NO_FILTERS, rowFilter } from './row-filter.ts';
import { type Row, readRows } from './rows.ts';

/** The table of changes under the reader's control. */
export interface ChangesTable {
  /** Rows that meet the filters, in their order, over all pages. */
  readonly shown: () => readonly Row[];
  readonly total: number;
  filter(filters: Filters): void;
  sort(key: string, descending: boolean): void;
  page(): { readonly number: number; readonly count: number };
  turn(to: number): void;
  resize(rows: number): void;
  /** Brings the row with this id into view, filters and page giving way; `false` when there is none. */
  reveal(id: string): boolean;
  onChange(listener: () => void): void;
}

/**
 * Takes over the rows of the table. Rows stay in the document: those that the filters leave out get the class `out`,
 * those of other pages `off`, which printing ignores. So a print is the whole report, or all that is filtered.
 */
export function changesTable(table: HTMLTableElement, kinds: readonly string[]): ChangesTable {
  const rows = readRows(table);
  const byId = new Map(rows.map((row) => [row.element.id, row]));
  const groups = [...table.tBodies];
  const flat = table.createTBody();
  const collator = new Intl.Collator(undefined, { numeric: true });
  const listeners: (() => void)[] = [];
  let [sorted, shown, filters, size, number] = [rows, rows as readonly Row[], NO_FILTERS, 100, 0];

  const pages = () => Math.max(1, size === 0 ? 1 : Math.ceil(shown.length / size));
  const draw = () => {
    number = Math.min(number, pages() - 1);
    const [first, last] = size === 0 ? [0, shown.length] : [number * size, (number + 1) * size];
    const inFilter = new Set<Row>(shown);
    const onPage = new Set<Row>(shown.slice(first, last));
    for (const row of rows) mark(row.element, !inFilter.has(row), !onPage.has(row));
    const groupsIn = new Set(sorted === rows ? shown.map((row) => row.group) : []);
    const groupsOn = new Set(sorted === rows ? shown.slice(first, last).map((row) => row.group) : []);
    for (const group of groups) {
      const heading = group.querySelector<HTMLTableRowElement>(':scope > tr.g');
      if (heading) mark(heading, !groupsIn.has(group), !groupsOn.has(group));
    }
    for (const listener of listeners) listener();
  };
  const select = (next: Filters) => {
    filters = next;
    const test = rowFilter(filters) as (row: RowFacts) => boolean;
    shown = isEmpty(filters) ? sorted : sorted.filter(test);
  };

  return {
    shown: () => shown,
    total: rows.length,
    filter: (next) => {
      select(next);
      number = 0;
      draw();
    },
    sort: (key, descending) => {
      sorted = key === 'old' && !descending ? rows : [...rows].sort(order(key, descending, collator, kinds));
      for (const row of sorted) (sorted === rows ? row.group : flat).append(row.element);
      select(filters);
      number = 0;
      draw();
    },
    page: () => ({ number: number + 1, count: pages() }),
    turn: (to) => {
      number = Math.max(0, Math.min(to - 1, pages() - 1));
      draw();
    },
    resize: (next) => {
      const first = shown[number * size];
      size = next;
      number = size === 0 || first === undefined ? 0 : Math.floor(shown.indexOf(first) / size);
      draw();
    },
    reveal: (id) => {
      const row = byId.get(id);
      if (!row) return false;
      if (!shown.includes(row)) select(NO_FILTERS);
      number = size === 0 ? 0 : Math.floor(shown.indexOf(row) / size);
      draw();
      row.element.scrollIntoView({ block: 'center' });
      return true;
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}

function mark(element: HTMLElement, out: boolean, off: boolean): void {
  element.classList.toggle('out', out);
  element.classList.toggle('off', off);
}

const TIERS = ['open', 'probable', 'certain', ''];

function order(
  key: string,
  descending: boolean,
  collator: Intl.Collator,
  kinds: readonly string[],
): (a: Row, b: Row) => number {
  const sign = descending ? -1 : 1;
  const compare: Readonly<Record<string, (a: Row, b: Row) => number>> = {
    new: (a, b) =>
      Number(a.newCode === '') - Number(b.newCode === '') || collator.compare(a.newCode, b.newCode),
    kind: (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
    label: (a, b) => collator.compare(labelOf(a), labelOf(b)),
    tier: (a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier),
    hours: (a, b) => a.hours - b.hours,
  };
  const chosen = compare[key];
  return (a, b) => sign * ((chosen?.(a, b) ?? 0) || a.order - b.order);
}

function labelOf(row: Row): string {
  return row.element.cells[3]?.textContent ?? '';
}
