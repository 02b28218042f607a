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

/** How probable it is that a code is one of the other revision by mistake. */
const SLIP = 0.02;
/** What is less probable than this is no coincidence. */
const UNLIKELY = 0.005;
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
 * Refuses a file by its codes. One that has codes that only the new map knows, and none that only the old one knows, is
 * recoded already for all that can be told, however few they are. One that has both is refused where there are more of the
 * new ones than slips explain: a month of transition, whose recoded rows would move twice where both maps know their code.
 * A slip here and there stays a reject.
 */
export function refuseByCodes(sheet: ReadTimesheet, plan: RecodePlan): void {
  const asked = [...sheet.codesAsked];
  const newOnly = asked.filter((code) => plan.newCodes.has(code) && !plan.rules.has(code)).sort();
  const oldOnly = asked.filter((code) => plan.rules.has(code) && !plan.newCodes.has(code)).length;
  if (newOnly.length === 0) return;
  const codes = newOnly.slice(0, EXAMPLES);
  if (oldOnly === 0) {
    const detail = `${codes.join(', ')}${newOnly.length > EXAMPLES ? ', …' : ''}`;
    throw new ProcmapError('already-recoded', { file: sheet.file, evidence: 'codes', detail });
  }
  const known = asked.filter((code) => plan.rules.has(code) || plan.newCodes.has(code)).length;
  if (plan.validFrom !== null || chanceOfSlips(newOnly.length, known) >= UNLIKELY) return;
  throw new ProcmapError('partly-recoded', { file: sheet.file, codes, count: newOnly.length });
}

/** How probable it is that so many of the codes of a file, or more, are of the other revision by mistake. */
function chanceOfSlips(slips: number, codes: number): number {
  let [term, below] = [(1 - SLIP) ** codes, 0];
  for (let i = 0; i < slips; i++) {
    below += term;
    term *= ((codes - i) / (i + 1)) * (SLIP / (1 - SLIP));
  }
  return 1 - below;
}
