import { type Filters, isEmpty, NO_FILTERS, rowFilter } from './row-filter.ts';
import { rowOrder } from './row-order.ts';
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
  /** Whether a row has this id, whatever the filters say. */
  has(id: string): boolean;
  /** Brings the row with this id into view, turning to its page; `false` when the filters leave it out. */
  reveal(id: string): boolean;
  onChange(listener: () => void): void;
}

/** What is shown: all rows in their order, those that meet the filters, and which page of them. */
interface View {
  readonly sorted: readonly Row[];
  readonly shown: readonly Row[];
  readonly filters: Filters;
  /** Rows of a page; 0 for all. */
  readonly size: number;
  readonly page: number;
}

/**
 * Takes over the rows of the table. Rows stay in the document: those that the filters leave out get the class `out`,
 * those of other pages `off`, which printing ignores. So a print is the whole report, or all that is filtered.
 */
export function changesTable(table: HTMLTableElement, kinds: readonly string[]): ChangesTable {
  const rows = readRows(table);
  const groups = [...table.tBodies];
  const flat = table.createTBody();
  const listeners: (() => void)[] = [];
  let view: View = { sorted: rows, shown: rows, filters: NO_FILTERS, size: 100, page: 0 };
  const show = (next: View) => {
    view = { ...next, page: Math.max(0, Math.min(next.page, pageCount(next) - 1)) };
    markRows(rows, view);
    markGroups(groups, view.sorted === rows ? view : { ...view, shown: [] });
    for (const listener of listeners) listener();
  };
  return {
    shown: () => view.shown,
    total: rows.length,
    filter: (filters) => show({ ...view, filters, shown: select(view.sorted, filters), page: 0 }),
    sort: (key, descending) => {
      const sorted = key === 'old' && !descending ? rows : [...rows].sort(rowOrder(key, descending, kinds));
      for (const row of sorted) (sorted === rows ? row.group : flat).append(row.element);
      show({ ...view, sorted, shown: select(sorted, view.filters), page: 0 });
    },
    page: () => ({ number: view.page + 1, count: pageCount(view) }),
    turn: (to) => show({ ...view, page: to - 1 }),
    resize: (size) => show(pageOf({ ...view, size }, view.shown[view.page * view.size])),
    has: (id) => rows.some(({ element }) => element.id === id),
    reveal: (id) => {
      const row = view.shown.find(({ element }) => element.id === id);
      if (!row) return false;
      show(pageOf(view, row));
      row.element.scrollIntoView({ block: 'center' });
      return true;
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}

function select(rows: readonly Row[], filters: Filters): readonly Row[] {
  return isEmpty(filters) ? rows : rows.filter(rowFilter(filters));
}

function pageCount({ shown, size }: View): number {
  return size === 0 ? 1 : Math.max(1, Math.ceil(shown.length / size));
}

/** The same view on the page that holds a row. */
function pageOf(view: View, row: Row | undefined): View {
  const at = row === undefined ? 0 : view.shown.indexOf(row);
  return { ...view, page: view.size === 0 ? 0 : Math.floor(Math.max(0, at) / view.size) };
}

function pageRows({ shown, size, page }: View): readonly Row[] {
  return size === 0 ? shown : shown.slice(page * size, (page + 1) * size);
}

function markRows(rows: readonly Row[], view: View): void {
  const inFilter = new Set(view.shown);
  const onPage = new Set(pageRows(view));
  for (const row of rows) mark(row.element, !inFilter.has(row), !onPage.has(row));
}

/** A heading shows where one of its rows does. */
function markGroups(groups: readonly HTMLTableSectionElement[], view: View): void {
  const inFilter = new Set(view.shown.map((row) => row.group));
  const onPage = new Set(pageRows(view).map((row) => row.group));
  for (const group of groups) {
    const heading = group.querySelector<HTMLTableRowElement>(':scope > tr.g');
    if (heading) mark(heading, !inFilter.has(group), !onPage.has(group));
  }
}

function mark(element: HTMLElement, out: boolean, off: boolean): void {
  element.classList.toggle('out', out);
  element.classList.toggle('off', off);
}
