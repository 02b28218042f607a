import { TIERS, type Tier } from '../model/correspondence.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import { EMPTY_ROW, entryKey } from '../model/crosswalk-rows.ts';
import { addDecimals, type Decimal, formatDecimal, trimDecimal, ZERO } from '../values/decimal.ts';
import { chainEvidence, unionOf } from './chain-provenance.ts';
import { type ChainContext, composeEntry, contextOf, type Entry, type Way } from './chain-ways.ts';
import { type LinkEnds, linkKinds } from './link-kinds.ts';

/** Two crosswalks as one, and what did not join. */
export interface Chain {
  readonly crosswalk: Crosswalk;
  /** Codes the first leads to and the second does not know. What led there is open. */
  readonly unknown: readonly string[];
}

/**
 * Composes two crosswalks: from the old revision of the first to the new revision of the second. A code in between is
 * looked up in the second only, so a code that was used again for another activity is never mistaken for its namesake.
 *
 * Shares multiply and add up over the ways that lead to the same target. What is undecided in either stays undecided.
 * An entry of which one part is dropped has a row without target and with a share: nobody has said where that part goes,
 * so what is booked on it cannot be recoded. Tier and confidence are those of the weakest step; people, dates and reasons
 * of all steps are kept. Service entries that the second does not list go where their process goes. Composing is associative, and a crosswalk in which
 * nothing changes is neutral.
 */
export function chainCrosswalks(first: Crosswalk, second: Crosswalk): Chain {
  const context = contextOf(first, second);
  const old = [...context.first.values()].map((own) => composeEntry(own, context));
  const kinds = linkKinds(old.flatMap(linksOf));
  const rows = old.flatMap((entry) => rowsOf(entry, kinds, context));
  const reached = new Set(rows.map((row) => row.newCode));
  const added = [...context.newEntries.values()]
    .filter(({ newCode }) => !reached.has(newCode))
    .map((row) => addition(row, first));
  const known = (row: CrosswalkRow) =>
    row.newCode === '' || context.second.has(row.newCode) || context.carry(row) !== null;
  return {
    crosswalk: { rows: [...rows, ...added], ...validFromOf(second) },
    unknown: [...new Set(first.rows.filter((row) => !known(row)).map((row) => row.newCode))],
  };
}

function linksOf({ first, ways }: Entry): readonly LinkEnds[] {
  const ends = new Map(ways.filter(({ end }) => end.newCode !== '').map(({ end }) => [end.newCode, end]));
  const { oldCode, oldLabel, fingerprint } = first;
  return [...ends.values()].map(({ newCode, newLabel }) => ({
    oldCode,
    oldLabel,
    fingerprint,
    newCode,
    newLabel,
  }));
}

function rowsOf(
  entry: Entry,
  kinds: ReadonlyMap<string, CrosswalkRow['change']>,
  context: ChainContext,
): readonly CrosswalkRow[] {
  const byTarget = new Map<string, Way[]>();
  for (const way of entry.ways) {
    const own = byTarget.get(way.end.newCode);
    if (own) own.push(way);
    else byTarget.set(way.end.newCode, [way]);
  }
  const partly = byTarget.has('') && byTarget.size > 1;
  const change =
    partly || byTarget.size > 1 || !byTarget.has('') ? kinds.get(entryKey(entry.first)) : undefined;
  const alternatives = alternativesOf(entry, new Set(byTarget.keys()), context);
  const shared = { alternatives, alarms: alarmsOf(entry, byTarget, context) };
  return [...byTarget.values()].map((ways) => ({
    ...rowOf(entry, ways, partly),
    ...shared,
    ...(change === undefined || ways[0]?.end.newCode === ''
      ? {}
      : { change, gsim: gsimOf(change, entry, byTarget) }),
  }));
}

function rowOf({ first, decided }: Entry, ways: readonly Way[], partly: boolean): CrosswalkRow {
  const { end } = ways[0] as Way;
  const steps = ways.flatMap((way) => way.steps);
  const isTarget = end.newCode !== '';
  // As long as the shares are open, so is how much of it ends here.
  const isOpen = !isTarget && !decided;
  const share = ways.reduce<Decimal | null>(
    (sum, way) => sum && way.share && addDecimals(sum, way.share),
    ZERO,
  );
  const hasShare = decided && share !== null && (isTarget || partly);
  return {
    ...first,
    change: !isOpen ? 'dropped' : isLost(ways) ? 'possibly-lost' : 'open',
    gsim: isOpen ? null : 'RC1',
    newCode: end.newCode,
    newLabel: end.newLabel,
    newPath: end.newPath,
    share: hasShare ? formatDecimal(trimDecimal(share)) : null,
    isDefault: hasShare && isTarget ? isDefaultWay(ways) : null,
    tier: isOpen ? 'open' : weakest(steps),
    confidence: isTarget ? Math.min(...steps.map((step) => step.confidence)) : 0,
    evidence: isTarget ? chainEvidence(ways.map((way) => way.steps)) : '',
    complete: isTarget ? completeOf(steps) : '',
    decidedBy: unionOf(steps.map((step) => step.decidedBy)),
    decidedOn: steps.map((step) => step.decidedOn).reduce((a, b) => (b > a ? b : a), ''),
    reason: unionOf(steps.map((step) => step.reason)),
  };
}

/** Nothing is known to be all of it unless every step says so. */
function completeOf(steps: readonly CrosswalkRow[]): CrosswalkRow['complete'] {
  if (steps.every(({ complete }) => complete === '')) return '';
  return steps.every(({ complete }) => complete === 'yes') ? 'yes' : 'unknown';
}

/** Whether all of it ends at entries that the file of a later revision may have lost. */
function isLost(ways: readonly Way[]): boolean {
  return ways.every(({ end, steps }) => end.newCode === '' && steps.at(-1)?.change === 'possibly-lost');
}

function weakest(steps: readonly CrosswalkRow[]): Tier {
  return TIERS[Math.max(...steps.map((step) => TIERS.indexOf(step.tier)))] ?? 'open';
}

/** The default of the default; `null` where a step names none. */
function isDefaultWay(ways: readonly Way[]): boolean | null {
  const flags = ways.map(({ steps }) => steps.map((step) => step.isDefault));
  if (flags.some((way) => way.every((flag) => flag === true))) return true;
  return flags.some((way) => way.includes(null)) ? null : false;
}

function gsimOf(
  change: CrosswalkRow['change'],
  { first }: Entry,
  byTarget: ReadonlyMap<string, readonly Way[]>,
): CrosswalkRow['gsim'] {
  const steps = [...byTarget.values()].flat().flatMap((way) => way.steps);
  const same = steps.filter((step) => step.change === change).map((step) => step.gsim);
  const goesOn = [...byTarget.values()].some(
    ([way]) => way?.end.newLabel === first.oldLabel && first.oldLabel !== '',
  );
  switch (change) {
    case 'renamed':
      return 'VC2';
    case 'moved':
      return 'VC1';
    case 'moved-and-renamed':
      return 'VC1+VC2';
    case 'split':
      return goesOn || (same.length > 0 && same.every((gsim) => gsim === 'RC4.2')) ? 'RC4.2' : 'RC4.1';
    case 'merged':
      return goesOn || (same.length > 0 && same.every((gsim) => gsim === 'RC3.2')) ? 'RC3.2' : 'RC3.1';
    case 'transfer':
      return 'RC5';
    default:
      return null;
  }
}

/**
 * A code is recycled when the last revision has it and the entry does not go there: because a step says so, or because
 * the code was gone in between and came back.
 */
function alarmsOf(
  { first, ways }: Entry,
  byTarget: ReadonlyMap<string, readonly Way[]>,
  { middleCodes, newEntries }: ChainContext,
): readonly string[] {
  const alarms = new Set(ways.flatMap((way) => way.steps).flatMap((step) => step.alarms));
  const code = first.oldCode;
  const stands = newEntries.has(code) && !byTarget.has(code);
  const recycled = stands && (alarms.has('recycled') || !middleCodes.has(code));
  const lost = ways
    .filter(({ end }) => end.newCode === '')
    .flatMap(({ steps }) => steps.at(-1)?.alarms ?? []);
  return [
    ...(recycled ? ['recycled'] : []),
    ...new Set(lost.filter((alarm) => alarm.startsWith('possibly-lost='))),
  ];
}

/** What a candidate of the first leads to, and the candidates of where the first leads: best of the weakest step first. */
function alternativesOf(
  { ways, first }: Entry,
  taken: ReadonlySet<string>,
  context: ChainContext,
): CrosswalkRow['alternatives'] {
  const best = new Map<string, number>();
  const offer = (code: string, confidence: number) => {
    if (code !== '' && !taken.has(code)) best.set(code, Math.max(best.get(code) ?? 0, confidence));
  };
  for (const { code, confidence } of first.alternatives) {
    for (const row of context.second.get(code) ?? [])
      offer(row.newCode, Math.min(confidence, row.confidence));
  }
  for (const { steps } of ways) {
    const [step, further] = steps;
    for (const { code, confidence } of further?.alternatives ?? []) {
      offer(code, Math.min(confidence, step?.confidence ?? 1));
    }
  }
  return [...best]
    .map(([code, confidence]) => ({ code, confidence }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** An entry that no old one reaches. Its fingerprint is known where a step adds it, and lasts while it stays unchanged. */
function addition(row: CrosswalkRow, first: Crosswalk): CrosswalkRow {
  const { newCode, newLabel, newPath } = row;
  const isSame = row.change === 'unchanged' && row.oldCode === newCode;
  const source = isSame ? first.rows.find((each) => each.oldCode === '' && each.newCode === newCode) : row;
  const fingerprint = source?.oldCode === '' ? source.fingerprint : '';
  return { ...EMPTY_ROW, change: 'added', gsim: 'RC2', newCode, newLabel, newPath, fingerprint };
}

/** The new codes hold from when the last crosswalk says. */
function validFromOf({ validFrom }: Crosswalk): { readonly validFrom?: string } {
  return validFrom === undefined ? {} : { validFrom };
}
