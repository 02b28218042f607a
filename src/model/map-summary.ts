import type { ProcessMap } from './process-map.ts';
import type { MapSummary } from './report.ts';
import { isBookable, isServiceEntry } from './tree.ts';

/** A map in a few numbers. Entries that exist by rule only are not counted. */
export function summaryOf(map: ProcessMap): MapSummary {
  const listed = map.nodes.filter((node) => !node.implied);
  const bookable = listed.filter(isBookable);
  const services = bookable.filter((node) => isServiceEntry(node) || node.kind === 'general').length;
  return {
    name: map.source.name,
    title: map.title,
    layout: map.source.layout,
    sha256: map.source.sha256 ?? null,
    structure: listed.length - bookable.length,
    activities: bookable.length - services,
    services,
    bookable: bookable.length,
  };
}
