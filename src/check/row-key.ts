import { type Place, rowAndColumn } from '../values/place.ts';

/** What two places in one row have in common. */
export function rowKey(place: Place): string {
  return `${place.sheet ?? ''}!${rowAndColumn(place)?.line ?? ''}`;
}
