import {
  type CompareMapsOptions,
  checkedCrosswalkOf,
  compareMaps,
  decisionsOf,
} from '../../src/app/compare.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import type { CrosswalkDocument } from '../../src/render/crosswalk.ts';

type Plan = Parameters<typeof checkedCrosswalkOf>[1];

/** Two maps compared and laid out as a crosswalk, ready to be written. */
export function crosswalkDocument(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  options: CompareMapsOptions & { readonly plan?: Plan } = {},
): CrosswalkDocument {
  const { plan, ...how } = options;
  const comparison = compareMaps(oldMap, newMap, how);
  const { old, new: fresh } = comparison.report;
  const table = checkedCrosswalkOf(comparison, plan);
  return { ...table, old, new: fresh, decisions: decisionsOf(comparison), toolVersion: '1.2.3' };
}
