import * as z from 'zod';
import { CHANGE_KINDS, GSIM_CODES } from '../model/change.ts';
import { TIERS } from '../model/correspondence.ts';
import type { CrosswalkRow } from '../model/crosswalk.ts';
import { compareDecimals, formatDecimal, ONE, parseDecimal, trimDecimal, ZERO } from '../values/decimal.ts';
import { isIsoDate } from '../values/iso-date.ts';

const text = z.string();
const unit = z.number().min(0).max(1);
const day = text.refine(isIsoDate, 'expected a day such as 2023-01-31');

const share = text
  .refine(isShare, 'expected a decimal of 0 to 1 as text, such as "0.25"')
  .transform((value) => formatDecimal(trimDecimal(parseDecimal(value) ?? ZERO)));

const row = z
  .object({
    oldCode: text,
    oldLabel: text,
    oldPath: text,
    change: z.enum(CHANGE_KINDS),
    gsim: z.enum(GSIM_CODES).nullable(),
    newCode: text,
    newLabel: text,
    newPath: text,
    share: share.nullable(),
    isDefault: z.boolean().nullable(),
    tier: z.enum(TIERS),
    confidence: unit.nullable().transform((value) => value ?? 0),
    evidence: z
      .array(z.object({ kind: text, score: z.number() }))
      .transform((pieces) => pieces.map(({ kind, score }) => `${kind}:${score.toFixed(2)}`).join('|')),
    alarms: z.array(text),
    alternatives: z.array(z.object({ code: text, confidence: unit })),
    decidedBy: text,
    decidedOn: z.union([z.literal(''), day]),
    reason: text,
    fingerprint: text,
    complete: z.enum(['yes', 'unknown', '']).default(''),
  })
  .refine(({ oldCode, newCode }) => oldCode + newCode !== '', 'a row names an old code, a new code or both');

/** What `renderCrosswalkJson` writes, as far as it is read back; maps and check are for other readers. */
export const crosswalkJsonSchema = z.object({
  version: z.literal(1),
  validFrom: day.nullable(),
  rows: z.array(row satisfies z.ZodType<CrosswalkRow>).min(1),
});

function isShare(value: string): boolean {
  const number = parseDecimal(value);
  return number !== null && compareDecimals(number, ZERO) >= 0 && compareDecimals(number, ONE) <= 0;
}
