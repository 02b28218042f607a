import type { Place } from '../values/place.ts';

/** Something wrong in a file of decisions on conflicts. With one such problem none of the file is applied. */
export interface AdoptionProblem {
  readonly kind: 'columns-missing' | 'verdict-unknown' | 'codes-missing' | 'decided-twice';
  /** What stands there, or what is missing. */
  readonly value: string;
  readonly place: Place;
}
