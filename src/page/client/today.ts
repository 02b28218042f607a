import { localIsoDay } from '../../values/iso-date.ts';

/** The day it is where the user is, as an ISO date. The page has no other clock. */
export function today(): string {
  return localIsoDay(new Date());
}
