import { formatDecimal, trimDecimal } from '../values/decimal.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { RecodePlan } from './plan.ts';
import type { Settlement } from './settle.ts';

const MARKER = /^procmap:([0-9a-f]{12})$/;

/** The header of the audit column. It names the old revision, and so marks the file as recoded from it. */
export function auditHeader(plan: RecodePlan): string {
  return `procmap:${plan.revision}`;
}

/** @throws ProcmapError when a header says that the file was recoded from the revision this plan starts from */
export function refuseMarked(names: readonly string[], plan: RecodePlan, file: string): void {
  const marker = names.find((name) => MARKER.exec(name.trim())?.[1] === plan.revision);
  if (marker !== undefined)
    throw new ProcmapError('already-recoded', { file, evidence: 'marker', detail: marker });
}

/** What was done to a row, for the audit column: one text per row that is written. */
export function auditTexts(settlement: Settlement): readonly string[] {
  switch (settlement.kind) {
    case 'keep':
      return ['kept'];
    case 'reject':
      return [];
    case 'recode': {
      const { rule, code } = settlement;
      return [`${rule.code} -> ${code} ${rule.change} ${rule.decided ? 'decided' : rule.tier}`];
    }
    case 'split': {
      const { rule, parts } = settlement;
      const how = `${rule.change} ${rule.decided ? 'decided' : rule.tier}`;
      return parts.map(
        ({ code, weight, of }) => `${rule.code} -> ${code} ${how} share ${shareText(weight, of)}`,
      );
    }
  }
}

/** A decimal, as the crosswalk has it; a fraction where hours were divided alike. */
function shareText(weight: bigint, of: bigint): string {
  const digits = of.toString();
  if (!/^10*$/.test(digits)) return `${weight}/${of}`;
  return formatDecimal(trimDecimal({ units: weight, scale: digits.length - 1 }));
}
