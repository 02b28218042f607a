import type { Remainder, Unit } from '../model/recode-record.ts';
import type { Measure } from '../model/recode-report.ts';
import { type Apportionment, apportion, isOpen, openApportionment } from '../values/apportion.ts';
import { addDecimals, type Decimal, ZERO } from '../values/decimal.ts';
import type { MapRule } from './plan.ts';

/** A kind of amount and how it is counted: what is kept apart from other amounts of the same person and code. */
export interface MeasureId {
  /** Such as `ore` or `straordinario`. */
  readonly key: string;
  readonly kind: Measure;
}

/** What the targets of a code were to get in a measure, and got. */
export interface ObtainedShare {
  readonly rule: MapRule;
  readonly measure: MeasureId;
  readonly got: readonly Decimal[];
}

/** The accounts of a run: one for each person, split code and measure, and one for all persons together. */
export interface Accounts {
  readonly splits: Map<string, SplitAccounts>;
  readonly units: Map<string, Unit>;
  /** Units that no share decides: those left when every target of a booking has the whole units of its quota. */
  rounded: number;
}

interface SplitAccounts {
  readonly rule: MapRule;
  readonly measure: MeasureId;
  readonly persons: Map<string, Slot>;
  readonly run: Slot;
  readonly got: Decimal[];
}

interface Slot {
  state: Apportionment;
  unit: Unit;
}

export const COARSEST: Unit = { scale: 0, seconds: 60 };

/** @param carried what an earlier run still owed, from its record */
export function openAccounts(
  carried: readonly Remainder[] = [],
  rules: ReadonlyMap<string, MapRule> = new Map(),
): Accounts {
  const accounts: Accounts = { splits: new Map(), units: new Map(), rounded: 0 };
  for (const each of carried) carryOver(accounts, each, rules.get(each.code));
  return accounts;
}

/** Says how fine the amounts of a measure are; the finest that was ever said counts. */
export function noteUnit({ units }: Accounts, measure: MeasureId, { scale, seconds }: Unit): void {
  const key = measureKey(measure);
  const known = units.get(key);
  if (known === undefined) units.set(key, { scale, seconds });
  else if (scale > known.scale || seconds < known.seconds)
    units.set(key, {
      scale: Math.max(scale, known.scale),
      seconds: seconds < known.seconds ? seconds : known.seconds,
    });
}

/** The accounts of a split code in a measure. Found once, used for every booking. */
export function splitAccounts({ splits }: Accounts, rule: MapRule, measure: MeasureId): SplitAccounts {
  const key = `${rule.code}\t${measureKey(measure)}`;
  const known = splits.get(key);
  if (known) return known;
  const opened = {
    rule,
    measure,
    persons: new Map(),
    run: { state: openApportionment(weightsOf(rule)), unit: COARSEST },
    got: rule.targets.map(() => ZERO),
  };
  splits.set(key, opened);
  return opened;
}

/**
 * Divides a booking among the targets of its code.
 *
 * @param value exact; a clock in seconds
 * @returns what each target gets; the parts add up to the value, and digits beyond the unit go with the last part
 */
export function divideOn(
  accounts: Accounts,
  split: SplitAccounts,
  { person, value }: { readonly person: string; readonly value: Decimal },
): readonly Decimal[] {
  const unit = accounts.units.get(measureKey(split.measure)) ?? COARSEST;
  const slot = slotOf(split, person, unit);
  refine(split.run, split.measure, unit);
  const { atoms, rest } = inUnits(value, split.measure.kind, unit);
  const before = slot.state;
  const { parts, owed } = apportion(before, atoms, split.run.state.owed);
  slot.state = { ...before, owed };
  split.run.state = {
    ...before,
    owed: split.run.state.owed.map((own, i) => own + (owed[i] as bigint) - (before.owed[i] as bigint)),
  };
  accounts.rounded += unitsLeft(before, atoms);
  const exact = parts.map((part) => fromUnits(part, split.measure.kind, unit));
  const last = lastOf(parts, before.weights);
  const divided =
    rest.units === 0n ? exact : exact.map((part, i) => (i === last ? addDecimals(part, rest) : part));
  divided.forEach((part, i) => {
    split.got[i] = addDecimals(split.got[i] as Decimal, part);
  });
  return divided;
}

/** What each account still owes, for the run after this one. Accounts that are even are left out. */
export function remaindersOf({ splits }: Accounts): readonly Remainder[] {
  return [...splits.values()].flatMap(({ rule, measure, persons }) =>
    [...persons]
      .filter(([, { state }]) => state.owed.some((own) => own !== 0n))
      .map(([person, { state, unit }]) => ({
        person,
        code: rule.code,
        measure: measure.key,
        kind: measure.kind,
        unit,
        owed: rule.targets.map(({ code }, i) => ({ code, units: `${state.owed[i]}/${state.total}` })),
      })),
  );
}

/** What every split code was to give its targets, and gave them. */
export function obtainedShares({ splits }: Accounts): readonly ObtainedShare[] {
  return [...splits.values()].map(({ rule, measure, got }) => ({ rule, measure, got: [...got] }));
}

/** Shares that were decided otherwise since then make a new beginning: what was owed was owed by other shares. */
function carryOver(accounts: Accounts, carried: Remainder, rule: MapRule | undefined): void {
  const { person, unit } = carried;
  const measure = { key: carried.measure, kind: carried.kind };
  if (rule === undefined || rule.targets.length !== carried.owed.length) return;
  const fresh = openApportionment(weightsOf(rule));
  const owed = rule.targets.map(({ code }) => {
    const [, top, below] =
      /^(-?\d{1,60})\/(\d{1,60})$/.exec(carried.owed.find((own) => own.code === code)?.units ?? '') ?? [];
    return below !== undefined && BigInt(below) === fresh.total ? BigInt(top as string) : null;
  });
  if (owed.some((own) => own === null)) return;
  const state = { ...fresh, owed: owed as readonly bigint[] };
  if (state.owed.reduce((a, b) => a + b, 0n) !== 0n || !isOpen(state.weights, state.total, state.owed))
    return;
  const split = splitAccounts(accounts, rule, measure);
  noteUnit(accounts, measure, unit);
  refine(split.run, measure, unit);
  split.persons.set(person, { state, unit });
  const now = { state, unit };
  refine(now, measure, split.run.unit);
  split.run.state = {
    ...split.run.state,
    owed: split.run.state.owed.map((own, i) => own + (now.state.owed[i] as bigint)),
  };
}

function slotOf({ rule, measure, persons }: SplitAccounts, person: string, unit: Unit): Slot {
  const known = persons.get(person);
  if (known) {
    refine(known, measure, unit);
    return known;
  }
  const opened = { state: openApportionment(weightsOf(rule)), unit };
  persons.set(person, opened);
  return opened;
}

/** What is owed is counted in the finer unit from now on. */
function refine(slot: Slot, { kind }: MeasureId, unit: Unit): void {
  if (slot.unit.scale === unit.scale && slot.unit.seconds === unit.seconds) return;
  const factor =
    kind === 'clock'
      ? BigInt(Math.max(1, slot.unit.seconds / unit.seconds))
      : 10n ** BigInt(Math.max(0, unit.scale - slot.unit.scale));
  slot.state = { ...slot.state, owed: slot.state.owed.map((own) => own * factor) };
  slot.unit = unit;
}

function weightsOf({ targets }: MapRule): readonly bigint[] {
  return targets.map(({ weight }) => weight);
}

function inUnits({ units, scale }: Decimal, kind: Measure, unit: Unit): { atoms: bigint; rest: Decimal } {
  if (kind === 'clock') {
    const step = BigInt(unit.seconds) * 10n ** BigInt(scale);
    return { atoms: units / step, rest: { units: units % step, scale } };
  }
  if (scale <= unit.scale) return { atoms: units * 10n ** BigInt(unit.scale - scale), rest: ZERO };
  const step = 10n ** BigInt(scale - unit.scale);
  return { atoms: units / step, rest: { units: units % step, scale } };
}

function fromUnits(atoms: bigint, kind: Measure, unit: Unit): Decimal {
  return kind === 'clock'
    ? { units: atoms * BigInt(unit.seconds), scale: 0 }
    : { units: atoms, scale: unit.scale };
}

/** The last part that is something; of nothing, the target with the largest share. */
function lastOf(parts: readonly bigint[], weights: readonly bigint[]): number {
  const last = parts.findLastIndex((part) => part !== 0n);
  return last !== -1 ? last : weights.indexOf(weights.reduce((a, b) => (b > a ? b : a)));
}

function unitsLeft({ weights, total }: Apportionment, atoms: bigint): number {
  const size = atoms < 0n ? -atoms : atoms;
  return Number(size - weights.reduce((sum, weight) => sum + (size * weight) / total, 0n));
}

function measureKey({ key, kind }: MeasureId): string {
  return `${kind} ${key}`;
}
