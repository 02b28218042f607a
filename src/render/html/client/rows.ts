import type { PageData } from '../page-data.ts';
import { newLabel } from './new-label.ts';
import { fold, type RowFacts } from './row-filter.ts';

/** A row of the table: the element, where it belongs, and what the filters and the sorting need to know of it. */
export interface Row extends RowFacts {
  readonly element: HTMLTableRowElement;
  readonly group: HTMLTableSectionElement;
  /** Position in the table as it came. */
  readonly order: number;
  readonly newCode: string;
  readonly hours: number;
}

/** Reads the rows from the table itself: it holds the report, the script only arranges it. */
export function readRows(table: HTMLTableElement): Row[] {
  const elements = table.querySelectorAll<HTMLTableRowElement>('tbody > tr[id]');
  return Array.from(elements, (element, order): Row => {
    const { k = '', t = '', f = '', o = '' } = element.dataset;
    const [head, newCell] = [element.cells[0], element.cells[1]];
    const newCodes = Array.from(newCell?.children ?? [], (child) => child.textContent ?? '');
    const oldCode = f === 'added' ? '' : (head?.textContent ?? '');
    let words: string | undefined;
    return {
      element,
      group: element.parentElement as HTMLTableSectionElement,
      order,
      kind: k,
      tier: t,
      alarm: element.dataset.a !== undefined,
      from: f,
      to: o.split(' '),
      codes: [oldCode, ...newCodes].filter((code) => code !== '').map(fold),
      newCode: newCodes[0] ?? '',
      hours: Number(element.cells[5]?.dataset.v ?? 0),
      words: () => {
        words ??= fold(`${oldCode} ${newCodes.join(' ')} ${element.cells[3]?.textContent ?? ''}`);
        return words;
      },
    };
  });
}

/** The lines of an export: one for each link of the rows given, in their order. */
export function exportLines(rows: readonly Row[], data: PageData): string[][] {
  const targets = new Map<number, number[]>();
  for (const [from, to] of data.links) targets.set(from, [...(targets.get(from) ?? []), to]);
  const newOf = (index: number) => [data.newEntries[index]?.[0] ?? '', newLabel(index, data)];
  const addedByRow = new Map(data.newEntries.map(([, , , id], index) => [id, index] as const));
  return rows.flatMap((row) => {
    const rest = [
      textOf(row.element.cells[2]?.querySelector('.k')),
      textOf(row.element.cells[4]?.querySelector('.t')),
      ...(row.element.cells[5] ? [textOf(row.element.cells[5])] : []),
    ];
    const old = data.oldEntries[row.order];
    const added = addedByRow.get(row.element.id);
    if (old === undefined) return [['', '', ...newOf(added ?? -1), ...rest]];
    const links = targets.get(row.order) ?? [];
    const ends = links.length === 0 ? [['', '']] : links.map(newOf);
    return ends.map((end) => [old[0], old[1], ...end, ...rest]);
  });
}

function textOf(element: Element | null | undefined): string {
  return element?.textContent?.trim() ?? '';
}
