import { fill } from '../../../words/language.ts';
import type { PageData } from '../page-data.ts';
import { type FilterForm, filterForm } from './filter-form.ts';
import { copy, download } from './hand-out.ts';
import { make } from './make.ts';
import { chosenBranch, fillChoice } from './process-choice.ts';
import { processView } from './process-view.ts';
import { isEmpty } from './row-filter.ts';
import { exportLines } from './rows.ts';
import { type ChangesTable, changesTable } from './table.ts';

// The page is complete without this script. What it adds: search, filters, sorting and pages for the table of changes,
// the picture as a filter, copying and downloading, and the view of one process.

function start(): void {
  const data = JSON.parse(byId('data', HTMLScriptElement).textContent ?? '') as PageData;
  const element = byId('changes-table', HTMLTableElement);
  const table = changesTable(
    element,
    data.kinds.map(([id]) => id),
  );
  const form = filterForm(byId('filters', HTMLFormElement), () => table.filter(form.read()));
  table.onChange(() => report(table, data, !isEmpty(form.read())));
  sortable(element, table, data);
  pager(table);
  handOut(table, data);
  filterLinks(table, form);
  processes(data);
  for (const each of document.querySelectorAll<HTMLElement>('.js')) each.hidden = false;
  table.filter(form.read());
  const follow = () => followHash(table, form);
  addEventListener('hashchange', follow);
  if (location.hash.length > 1) follow();
}

/** Says how many rows are shown, on which page, and lights up what the picture is filtered by. */
function report(table: ChangesTable, data: PageData, filtered: boolean): void {
  const number = new Intl.NumberFormat(data.lang === 'it' ? 'it-IT' : 'en-GB', { useGrouping: true });
  const [shown, total] = [number.format(table.shown().length), number.format(table.total)];
  const status = byId('status', HTMLElement);
  status.textContent = fill(filtered ? data.texts.shown : data.texts.shownAll, { shown, total });
  status.classList.toggle('filtered', filtered);
  const { number: page, count } = table.page();
  const changes = byId('changes', HTMLElement);
  for (const each of changes.querySelectorAll<HTMLElement>('.empty')) each.hidden = table.shown().length > 0;
  for (const each of changes.querySelectorAll('.pager .page'))
    each.textContent = fill(data.texts.page, { page: number.format(page), pages: number.format(count) });
  for (const button of changes.querySelectorAll<HTMLButtonElement>('.pager button'))
    button.disabled = button.dataset.page === 'previous' ? page === 1 : page === count;
}

/** Puts a button in every column heading. */
function sortable(element: HTMLTableElement, table: ChangesTable, { texts }: PageData): void {
  const headings = [...element.querySelectorAll<HTMLElement>('thead th[data-sort]')];
  for (const heading of headings) {
    const column = heading.textContent ?? '';
    const button = make('button', { type: 'button', title: fill(texts.sortBy, { column }) }, column);
    button.addEventListener('click', () => {
      const descending = heading.getAttribute('aria-sort') === 'ascending';
      for (const each of headings) each.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      table.sort(heading.dataset.sort ?? '', descending);
    });
    // Buttons are not repeated at the head of every printed page; generated text is.
    heading.dataset.name = column;
    heading.replaceChildren(button);
  }
  headings[0]?.setAttribute('aria-sort', 'ascending');
}

function pager(table: ChangesTable): void {
  const changes = byId('changes', HTMLElement);
  changes.addEventListener('click', (event) => {
    const step = event.target instanceof HTMLButtonElement ? event.target.dataset.page : undefined;
    if (step === undefined) return;
    table.turn(table.page().number + (step === 'next' ? 1 : -1));
    byId('changes-table', HTMLElement).scrollIntoView();
  });
  const size = changes.querySelector<HTMLSelectElement>('select[data-page=size]');
  size?.addEventListener('change', () => table.resize(Number(size.value)));
}

function handOut(table: ChangesTable, data: PageData): void {
  const lines = () => [data.csvColumns, ...exportLines(table.shown(), data)];
  byId('filters', HTMLElement).addEventListener('click', async (event) => {
    const task = event.target instanceof HTMLButtonElement ? event.target.dataset.do : undefined;
    if (task === 'download') download(lines(), data.texts.downloadName, data.lang);
    if (task === 'copy') {
      const done = await copy(lines());
      const count = table.shown().length;
      byId('status', HTMLElement).textContent = fill(done ? data.texts.copied : data.texts.copyFailed, {
        count,
      });
    }
  });
}

/** Tiles, bands, names and numbers of the picture lead to the table; with the script they filter it too. */
function filterLinks(table: ChangesTable, form: FilterForm): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element
        ? event.target.closest<SVGElement | HTMLElement>('a[href="#changes"]')
        : null;
    const { kind, from, to } = link?.dataset ?? {};
    if (!link || (kind ?? from ?? to) === undefined) return;
    form.set({ ...(kind && { kind }), ...(from && { from }), ...(to && { to }) });
    table.filter(form.read());
  });
  table.onChange(() => {
    const { from, to } = form.read();
    for (const picture of document.querySelectorAll('.sankey')) {
      picture.classList.toggle('lit', from + to !== '');
      for (const band of picture.querySelectorAll<SVGElement>('.band')) {
        const on = (from === '' || band.dataset.from === from) && (to === '' || band.dataset.to === to);
        band.classList.toggle('on', on && from + to !== '');
      }
    }
  });
}

function processes(data: PageData): void {
  const select = document.getElementById('process-choice');
  const place = document.getElementById('process-view');
  if (!(select instanceof HTMLSelectElement) || !place) return;
  fillChoice(select, data);
  const show = processView(place, data);
  select.addEventListener('change', () => show(chosenBranch(select)));
  show(chosenBranch(select));
}

/** Shows the row that the address points at; filters that leave it out give way. */
function followHash(table: ChangesTable, form: FilterForm): void {
  const id = hashId();
  if (!table.has(id) || table.reveal(id)) return;
  form.set({});
  table.filter(form.read());
  table.reveal(id);
}

/** The id the address points at; what is no valid escape stands for itself. */
function hashId(): string {
  const hash = location.hash.slice(1);
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

function byId<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`no #${id}`);
  return element;
}

try {
  start();
} finally {
  document.documentElement.classList.remove('starting');
}
