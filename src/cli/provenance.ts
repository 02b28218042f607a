import type { Provenance } from '../render/report-options.ts';
import { localIsoDay } from '../values/iso-date.ts';
import type { Context } from './context.ts';

/**
 * What a report says of its making. `SOURCE_DATE_EPOCH` (seconds since 1970) stands in for the clock, so that the same
 * inputs give the same bytes wherever that is wanted (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function provenanceOf(context: Context): Provenance {
  return { toolVersion: context.toolVersion, generatedOn: today(context) };
}

/** The day it is, as an ISO date: where the user is, or as `SOURCE_DATE_EPOCH` says. */
export function today({ io }: Context): string {
  const epoch = Number(io.env.SOURCE_DATE_EPOCH || Number.NaN);
  return Number.isFinite(epoch) ? new Date(epoch * 1000).toISOString().slice(0, 10) : localIsoDay(io.now());
}
