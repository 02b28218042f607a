import type { PageData } from '../page-data.ts';

/** The label of a new entry, which may be that of an old one. */
export function newLabel(index: number, { newEntries, oldEntries }: PageData): string {
  const label = newEntries[index]?.[1] ?? '';
  return typeof label === 'string' ? label : (oldEntries[label]?.[1] ?? '');
}
