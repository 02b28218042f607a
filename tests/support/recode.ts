import type { Crosswalk } from '../../src/model/crosswalk.ts';
import { buildPlan } from '../../src/recode/plan.ts';
import { recodeCsv } from '../../src/recode/recode-csv.ts';
import type { RecodeOptions, RecodeResult } from '../../src/recode/recode-result.ts';
import { crosswalkRow } from './crosswalk-row.ts';

export const RECODE_DEFAULTS: RecodeOptions = {
  file: 'ore.csv',
  columns: {},
  audit: false,
  point: null,
  decimals: 0,
  evenIfMarked: false,
};

/** A crosswalk from `old new share` lines; `A1 ?` is open, `A1 -` dropped, `- B1` added. */
export function crosswalkOf(text: string): Crosswalk {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => {
      const [oldCode = '', newCode = '', share = '1'] = line.trim().split(/\s+/);
      if (newCode === '?') return crosswalkRow({ oldCode, change: 'open', tier: 'open', share: null });
      if (newCode === '-') return crosswalkRow({ oldCode, change: 'dropped', share: null });
      if (oldCode === '-') return crosswalkRow({ newCode, change: 'added', share: null });
      const change = share === '1' ? (oldCode === newCode ? 'unchanged' : 'moved') : 'split';
      return crosswalkRow({ oldCode, newCode, change, share: share === '?' ? null : share });
    });
  return { rows };
}

export interface Recoded extends RecodeResult {
  readonly recoded: string;
  readonly rejected: string;
}

/** Recodes a text held in memory. */
export async function recodeText(
  text: string | Uint8Array,
  crosswalk: Crosswalk,
  options: Partial<RecodeOptions> & Parameters<typeof buildPlan>[1] & { chunk?: number } = {},
): Promise<Recoded> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { bytes: _, ...rest } = await recodeBytes(bytes, crosswalk, options);
  return rest;
}

/** Recodes bytes held in memory, in chunks of a size. */
export async function recodeBytes(
  bytes: Uint8Array,
  crosswalk: Crosswalk,
  options: Partial<RecodeOptions> & Parameters<typeof buildPlan>[1] & { chunk?: number } = {},
): Promise<Recoded & { readonly bytes: Uint8Array }> {
  const { allocate, validFrom, chunk = 1 << 16, ...own } = options;
  const plan = buildPlan(crosswalk, {
    ...(allocate === undefined ? {} : { allocate }),
    ...(validFrom === undefined ? {} : { validFrom }),
  });
  const run = recodeCsv(chunksOf(bytes, chunk), plan, { ...RECODE_DEFAULTS, ...own });
  const recoded: Uint8Array[] = [];
  const rejected: Uint8Array[] = [];
  for (;;) {
    const next = await run.next();
    if (next.done === true) {
      const out = Buffer.concat(recoded);
      return {
        ...next.value,
        bytes: out,
        recoded: out.toString(),
        rejected: Buffer.concat(rejected).toString(),
      };
    }
    recoded.push(next.value.recoded);
    rejected.push(next.value.rejected);
  }
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
