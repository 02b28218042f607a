import { type CompareMapsOptions, compareMaps } from '../../src/app/compare-maps.ts';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import { decisionsOf } from '../../src/app/decisions-of.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import type { CrosswalkDocument } from '../../src/render/crosswalk-document.ts';

type Plan = Parameters<typeof crosswalkOf>[1];

/** Two maps compared and laid out as a crosswalk, ready to be written. */
export function crosswalkDocument(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  options: CompareMapsOptions & { readonly plan?: Plan } = {},
): CrosswalkDocument {
  const { plan, ...how } = options;
  const comparison = compareMaps(oldMap, newMap, how);
  const { old, new: fresh } = comparison.report;
  const table = crosswalkOf(comparison, plan);
  return {
    ...table,
    old,
    new: fresh,
    decisions: decisionsOf(comparison, { proposed: true }),
    toolVersion: '1.2.3',
  };
}
