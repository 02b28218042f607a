import type { RecodeRecord } from '../model/recode-record.ts';
import { sha256Hex } from '../values/sha256.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { RecodePlan } from './plan.ts';

/** What is known of a time-sheet after it was read. */
export interface ReadTimesheet {
  readonly file: string;
  readonly sha256: string;
  /** Rows per code. */
  readonly codesRead: ReadonlyMap<string, number>;
  /** Codes of the rows the crosswalk applies to. */
  readonly codesAsked: ReadonlySet<string>;
}

/** How probable it is that a booking bears a code of the other revision by mistake. */
const SLIP = 0.02;
/** A file is refused when its codes fit the new revision so many times better than the old one. */
const ODDS = 1000;
const EXAMPLES = 5;

/** Digest of how many rows there are on each code, in any order. */
export function codesDigest(rows: ReadonlyMap<string, number>): string {
  const lines = [...rows].map(([code, count]) => `${code}\t${count}`).sort();
  return sha256Hex(lines.join('\n'));
}

/**
 * Refuses a file that a record says is the output of a recoding from the same revision: byte by byte, or, when somebody
 * has saved it again in the meantime, by its codes. Where the codes of input and output are alike, only the bytes count.
 *
 * @param records the records found, each with its name
 */
export function refuseRecorded(
  sheet: ReadTimesheet,
  plan: RecodePlan,
  records: readonly { readonly name: string; readonly record: RecodeRecord }[],
): void {
  const codes = codesDigest(sheet.codesRead);
  const found = records.find(({ record: { crosswalk, input, output } }) => {
    if (crosswalk.revision !== plan.revision || input.sha256 === sheet.sha256) return false;
    return output.sha256 === sheet.sha256 || (output.codes === codes && input.codes !== codes);
  });
  if (found)
    throw new ProcmapError('already-recoded', { file: sheet.file, evidence: 'record', detail: found.name });
}

/**
 * Refuses a file whose codes say that it is recoded, by a likelihood ratio over its distinct codes. A file of the old
 * revision has codes that only the old map knows and, slips aside, none that only the new one knows; a recoded file has
 * it the other way round. Codes of both maps say little. A few wrong codes do not make a file recoded.
 */
export function refuseByCodes(sheet: ReadTimesheet, plan: RecodePlan): void {
  const old = [...plan.rules.keys()];
  const newOnly = [...plan.newCodes].filter((code) => !plan.rules.has(code));
  const shared = old.filter((code) => plan.newCodes.has(code)).length;
  const asked = [...sheet.codesAsked];
  const found = asked.filter((code) => plan.newCodes.has(code) && !plan.rules.has(code));
  const counts = {
    newOnly: found.length,
    oldOnly: asked.filter((code) => plan.rules.has(code) && !plan.newCodes.has(code)).length,
    both: asked.filter((code) => plan.rules.has(code) && plan.newCodes.has(code)).length,
  };
  const odds = logOdds(counts, { oldOnly: old.length - shared, newOnly: newOnly.length, both: shared });
  if (counts.newOnly === 0 || odds < Math.log(ODDS)) return;
  const detail = `${found.sort().slice(0, EXAMPLES).join(', ')}${found.length > EXAMPLES ? ', …' : ''}`;
  throw new ProcmapError('already-recoded', { file: sheet.file, evidence: 'codes', detail });
}

interface Kinds {
  readonly oldOnly: number;
  readonly newOnly: number;
  readonly both: number;
}

/** Log of how many times likelier the codes are, drawn from the new map than drawn from the old one. */
function logOdds(seen: Kinds, known: Kinds): number {
  const [oldSize, newSize] = [known.oldOnly + known.both, known.newOnly + known.both];
  const fits = (part: number, whole: number) => Math.log(((1 - SLIP) * part) / whole);
  const slip = Math.log(SLIP);
  return (
    (seen.newOnly && seen.newOnly * (fits(known.newOnly, newSize) - slip)) +
    (seen.both && seen.both * (fits(known.both, newSize) - fits(known.both, oldSize))) +
    (seen.oldOnly && seen.oldOnly * (slip - fits(known.oldOnly, oldSize)))
  );
}
