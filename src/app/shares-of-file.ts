import type { Decision } from '../model/decision.ts';
import type { EstimatedEntry, SharesReport } from '../model/dual-shares.ts';
import type { Lang } from '../model/lang.ts';
import type { Tell } from '../model/notice.ts';
import { estimateShares } from '../series/estimate-shares.ts';
import { shareReason } from '../words/shares.ts';
import type { Files } from './files.ts';
import { readCrosswalk } from './read-crosswalk.ts';
import { type DualChoice, readDualBookings } from './read-dual-bookings.ts';
import { readSource } from './read-source.ts';

/** Bookings that were coded twice, and what their shares are measured by. */
export interface SharesSources {
  readonly bookings: string;
  readonly choice: DualChoice;
  /** Which targets each entry may have; also gives the fingerprints by which decisions go stale. */
  readonly crosswalk?: string;
  readonly minimum: number;
}

/**
 * Estimates the shares of splits from bookings that were coded in both revisions.
 *
 * @throws ProcmapError when a file cannot be read, or holds no such bookings
 */
export async function sharesOfFile(files: Files, sources: SharesSources, tell: Tell): Promise<SharesReport> {
  const { bookings, choice, minimum } = sources;
  const read = await readDualBookings({ name: bookings, bytes: await readSource(files, bookings) }, choice);
  const crosswalk =
    sources.crosswalk === undefined ? null : (await readCrosswalk(files, sources.crosswalk, tell)).crosswalk;
  const { entries, single } = estimateShares(read.bookings, { minimum, crosswalk });
  const { columns, unit, left } = read;
  return { columns, unit, left, bookings: read.bookings.length, entries, single, minimum };
}

/** The estimated shares as decisions, each with its reason; what nothing is known enough of is left out. */
export function shareDecisions(
  { entries, unit }: SharesReport,
  { by, on, lang }: { readonly by: string; readonly on: string; readonly lang: Lang },
): readonly Decision[] {
  return entries
    .filter(({ obstacle }) => obstacle === null)
    .flatMap((entry: EstimatedEntry) =>
      entry.targets.map(
        (target): Decision => ({
          ...{
            verdict: 'accept',
            oldCode: entry.code,
            newCode: target.code,
            share: target.share,
            isDefault: null,
          },
          ...{ by, on, reason: shareReason(entry, target, { unit, lang }) },
          ...{ oldFingerprint: entry.fingerprint, newFingerprint: '', newLabel: '', place: { file: '' } },
        }),
      ),
    );
}
