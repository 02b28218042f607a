import { type Allocation, applicationOf } from '../crosswalk/applicable.ts';
import type { ChangeKind } from '../model/change.ts';
import { parseCode } from '../model/code.ts';
import type { Tier } from '../model/correspondence.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import { rowsByOldCode } from '../model/crosswalk-rows.ts';
import { readCode, readCodeAndLabel } from '../model/read-code.ts';
import type { RejectReason } from '../model/recode-report.ts';
import { sha256Hex } from '../values/sha256.ts';

/** What becomes of the bookings on an old code. */
export type Rule = { readonly code: string; readonly label: string; readonly recycled: boolean } & (
  | {
      readonly kind: 'map';
      readonly change: ChangeKind;
      readonly tier: Tier;
      /** Whether a person has decided it. */
      readonly decided: boolean;
      /** At least one; weights are whole numbers, in the proportion of the shares. */
      readonly targets: readonly Target[];
    }
  | { readonly kind: 'reject'; readonly reason: RejectReason }
);

/** Where hours go, with the label of the new code; empty where the crosswalk says none. */
export interface Target {
  readonly code: string;
  readonly label: string;
  readonly weight: bigint;
}

/** The rule of a code that goes somewhere. */
export type MapRule = Extract<Rule, { readonly kind: 'map' }>;

/** A crosswalk made ready to be applied: one look-up per row, old revision to new and no further. */
export interface RecodePlan {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly newCodes: ReadonlySet<string>;
  readonly validFrom: string | null;
  /** Names the old revision: a digest of its codes. Two crosswalks with the same one start from the same revision. */
  readonly revision: string;
}

export type { Allocation };

/** Makes a crosswalk ready to be applied. */
export function buildPlan(
  crosswalk: Crosswalk,
  options: { readonly allocate?: Allocation; readonly validFrom?: string | null } = {},
): RecodePlan {
  const byOldCode = rowsByOldCode(crosswalk);
  const allocate = options.allocate ?? 'none';
  const validFrom = options.validFrom === undefined ? (crosswalk.validFrom ?? null) : options.validFrom;
  return {
    rules: new Map([...byOldCode].map(([code, rows]) => [code, ruleOf(code, rows, allocate)])),
    newCodes: new Set(crosswalk.rows.flatMap((row) => (row.newCode === '' ? [] : [row.newCode]))),
    validFrom,
    revision: revisionOf([...byOldCode.keys()]),
  };
}

/**
 * The rule for a code as a time-sheet writes it: as it stands, or brought to its canonical form. `A1.C` and `A1.1.F`
 * name entries that are booked on `A1` and `A1.1.F.F`. A code that only the new map knows gets a rule that says so.
 */
export function findRule(plan: RecodePlan, text: string): Rule {
  const written = text.trim();
  for (const code of spellings(written)) {
    const rule = plan.rules.get(code);
    if (!rule) continue;
    if (code === written || isOneCode(written)) return rule;
    return { kind: 'reject', code: written, label: '', recycled: false, reason: 'code-unclear' };
  }
  const [canonical = written] = spellings(written).slice(-1);
  const known = spellings(written).find((code) => plan.newCodes.has(code));
  const reason = written === '' ? 'no-code' : known === undefined ? 'unknown-code' : 'new-code';
  return { kind: 'reject', code: known ?? canonical, label: '', recycled: false, reason };
}

/** Whether a text is a code of either revision. */
export function isCodeOf(plan: RecodePlan): (text: string) => boolean {
  return (text) => spellings(text.trim()).some((code) => plan.rules.has(code) || plan.newCodes.has(code));
}

const CODE_LIKE = /(?<![\p{L}\p{N}])[A-Z]\s?\d{1,3}(?:\.\w{1,4})+/giu;
const ADDITION = /^\W*(?:bis|ter|quater|quinquies|sexies|ex|gi[aà]|nuov[oa]|old|new)(?!\p{L})/iu;
const STRANGE = /[?*+&/~<>=]/;

/**
 * Whether a cell holds one code, with its label at most. Several codes, a range, `bis`, or a mark that says something
 * nobody knows, make it a code of nobody.
 */
function isOneCode(written: string): boolean {
  const reading = readCodeAndLabel(written);
  const alone = readCode(written);
  const found = alone.code ? alone : reading;
  if (found.code === null) return true;
  const label = found.label.normalize('NFC');
  if ((written.match(CODE_LIKE) ?? []).length > 1 || ADDITION.test(label)) return false;
  return label === '' ? !STRANGE.test(written) : /\p{L}{2}/u.test(label) && !/^\W*[?*+&]/.test(label);
}

const TOTAL_LABEL = /^\W*(?:(?:sub|grand?)[\s.-]*)?(?:tot|somma|sum)/i;

/**
 * The forms under which a code as written may stand in a table of booking codes, as written first. A label may follow
 * (`A1.1.1.7 - Altri`); what says that it is a total of a code is none.
 */
export function spellings(written: string): readonly string[] {
  const alone = readCode(written).code;
  const labelled = alone ? null : readCodeAndLabel(written);
  const isTotal = labelled?.code != null && TOTAL_LABEL.test(labelled.label);
  const code = (alone ?? (isTotal ? null : labelled?.code))?.text;
  if (code === undefined) return [written];
  const booked = /^[A-Z]\d+\.C$/.test(code) ? code.slice(0, -2) : /[^F]\.F$/.test(code) ? `${code}.F` : code;
  return [...new Set([written, code, parseCode(booked) ? booked : code])];
}

function ruleOf(code: string, rows: readonly CrosswalkRow[], allocate: Allocation): Rule {
  const first = rows[0] as CrosswalkRow;
  const about = {
    code,
    label: first.oldLabel,
    recycled: rows.some((row) => row.alarms.includes('recycled')),
  };
  const application = applicationOf(rows, allocate);
  if (application.obstacle !== null) return { ...about, kind: 'reject', reason: application.obstacle };
  return {
    ...about,
    kind: 'map',
    change: first.change,
    tier: rows.some((row) => row.tier === 'probable') ? 'probable' : 'certain',
    decided: rows.every((row) => row.decidedBy !== ''),
    targets: application.weighted
      .map(({ row, weight }) => ({ code: row.newCode, label: row.newLabel, weight }))
      .filter(({ weight }) => weight > 0n),
  };
}

function revisionOf(codes: readonly string[]): string {
  return sha256Hex([...codes].sort().join('\n')).slice(0, 12);
}
