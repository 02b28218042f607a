import { fill } from '../../../words/language.ts';
import type { PageData, StructureDatum } from '../page-data.ts';
import { make } from './make.ts';

/** A branch of one of the maps. */
export interface Branch {
  readonly side: 'old' | 'new';
  readonly index: number;
}

/** Fills the list of processes: those of the old map by macro-process, then those that only the new map has. */
export function fillChoice(select: HTMLSelectElement, data: PageData): void {
  const { oldStructure, newStructure, structureLinks, texts } = data;
  const roots = indexesWhere(oldStructure, ([, , parent]) => parent === -1);
  for (const root of roots) {
    const below = indexesWhere(oldStructure, ([, , parent]) => parent === root);
    const [code = '', label = ''] = oldStructure[root] ?? [];
    const whole = option({ side: 'old', index: root }, fill(texts.processWhole, { code }));
    const processes = below.map((index) => option({ side: 'old', index }, nameOf(oldStructure[index])));
    select.append(make('optgroup', { label: `${code} ${label}` }, ...processes, whole));
  }
  const reached = new Set(structureLinks.map(([, to]) => to));
  const onlyNew = indexesWhere(
    newStructure,
    ([, , parent], index) => !reached.has(index) && (parent === -1 || newStructure[parent]?.[2] === -1),
  );
  if (onlyNew.length === 0) return;
  const options = onlyNew.map((index) => option({ side: 'new', index }, nameOf(newStructure[index])));
  select.append(make('optgroup', { label: texts.processOnlyNew }, ...options));
}

/** The branch that is chosen. */
export function chosenBranch(select: HTMLSelectElement): Branch {
  const [side, index] = select.value.split(':');
  return { side: side === 'new' ? 'new' : 'old', index: Number(index) };
}

function option({ side, index }: Branch, name: string): HTMLOptionElement {
  return make('option', { value: `${side}:${index}` }, name);
}

function nameOf(datum: StructureDatum | undefined): string {
  return datum ? `${datum[0]} ${datum[1]}` : '';
}

function indexesWhere(
  structure: readonly StructureDatum[],
  test: (datum: StructureDatum, index: number) => boolean,
): number[] {
  return structure.flatMap((datum, index) => (test(datum, index) ? [index] : []));
}
