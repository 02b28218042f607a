/**
 * What the targets of a split are owed so far, in units of 1/`total`: decided share x running total less what each got.
 * The sum is nothing, and each stays below one unit either way.
 */
export interface Apportionment {
  /** Above nothing, in the proportion of the shares. */
  readonly weights: readonly bigint[];
  readonly total: bigint;
  readonly owed: readonly bigint[];
}

/** So many choices are looked at one by one; with more, single units are given by their deadlines. */
const MAX_CHOICES = 256;
/** So far ahead it is looked whether all deadlines can be met. */
const HORIZON = 4096;

/** Nothing booked yet. */
export function openApportionment(weights: readonly bigint[]): Apportionment {
  const divisor = weights.reduce(gcd, 0n) || 1n;
  const reduced = weights.map((weight) => weight / divisor);
  return { weights: reduced, total: reduced.reduce((a, b) => a + b, 0n), owed: weights.map(() => 0n) };
}

/**
 * Divides the next booking of an account so that shares hold over all of its bookings (controlled rounding; the chairman
 * assignment problem: R. Tijdeman, Discrete Mathematics 32, 1980). Every target gets the whole units that it is owed;
 * of those left over one each goes to some targets, so that what is owed stays below one unit for all, and can stay so
 * whatever follows, more bookings or corrections (`isOpen`). Among these choices the one is taken that leaves the whole
 * run below one unit too, and gives to those first to whom the run owes most.
 *
 * There is always a choice: giving single units to the earliest deadline (`byDeadlines`) never runs into a dead end.
 *
 * @param units what was booked; a correction, below zero, takes back in the same manner
 * @param run what the whole run owes each target, in the same measure
 * @returns the parts, none of another sign than the booking, and what is owed afterwards
 */
export function apportion(
  account: Apportionment,
  units: bigint,
  run: readonly bigint[],
): { readonly parts: readonly bigint[]; readonly owed: readonly bigint[] } {
  if (units === 0n) return { parts: account.weights.map(() => 0n), owed: account.owed };
  if (units > 0n) return take(account, units, run);
  const mirrored = { ...account, owed: account.owed.map(negate) };
  const { parts, owed } = take(mirrored, -units, run.map(negate));
  return { parts: parts.map(negate), owed: owed.map(negate) };
}

function take(account: Apportionment, units: bigint, run: readonly bigint[]) {
  const { weights, total, owed } = account;
  const due = owed.map((own, i) => own + (weights[i] as bigint) * units);
  const whole = due.map((own) => floorDivide(own, total));
  const rest = due.map((own, i) => own - (whole[i] as bigint) * total);
  // Who is ahead by more than comes in gets nothing; its quota would be below zero.
  const forced = whole.map((quota) => quota < 0n);
  const left = Number(units - whole.reduce((a, b) => a + b, 0n)) - forced.filter(Boolean).length;
  const free = weights.map((_, i) => i).filter((i) => !forced[i] && rest[i] !== 0n);
  const runDue = (i: number) =>
    (run[i] as bigint) + (weights[i] as bigint) * units - (whole[i] as bigint) * total;
  if (left < 0 || left > free.length || whole.some((quota) => quota < -1n)) return catchUp(account, units);
  const result = (chosen: readonly number[]) => {
    const more = forced.map((isForced, i) => isForced || chosen.includes(i));
    return {
      parts: whole.map((quota, i) => (more[i] ? quota + 1n : quota)),
      owed: rest.map((own, i) => (more[i] ? own - total : own)),
    };
  };
  if (left === 0 || left === free.length) {
    const only = result(left === 0 ? [] : free);
    if (free.length < 3 || isOpen(weights, total, only.owed)) return only;
  }
  free.sort(
    (a, b) => compare(runDue(b), runDue(a)) || compare(rest[b] as bigint, rest[a] as bigint) || a - b,
  );
  if (choices(free.length, left) > MAX_CHOICES) return byDeadlines(account, units, run);
  let best: { readonly found: ReturnType<typeof result>; readonly off: bigint } | null = null;
  for (const chosen of subsets(free, left)) {
    const found = result(chosen);
    if (weights.length > 2 && !isOpen(weights, total, found.owed)) continue;
    const runOwed = found.owed.map((own, i) => (run[i] as bigint) + own - (owed[i] as bigint));
    if (isOpen(weights, total, runOwed)) return found;
    const off = runOwed.map(size).reduce((a, b) => (a > b ? a : b));
    if (best === null || off < best.off) best = { found, off };
  }
  return best?.found ?? byDeadlines(account, units, run);
}

/**
 * Whether what is owed is below one unit for all, and can stay so whatever is booked next: for every number of units to
 * come, those that must be given to stay below one are no more than there are; and likewise for units taken back.
 */
export function isOpen(weights: readonly bigint[], total: bigint, owed: readonly bigint[]): boolean {
  if (owed.some((own) => size(own) >= total)) return false;
  return (
    weights.length < 3 || (canFollow(weights, total, owed) && canFollow(weights, total, owed.map(negate)))
  );
}

/**
 * Deadlines can only be missed while those who are ahead are ahead by a unit or more together: what all are owed is
 * nothing, so that the others are then owed that much.
 */
function canFollow(weights: readonly bigint[], total: bigint, owed: readonly bigint[]): boolean {
  const then = [...owed];
  for (let units = 1; units < HORIZON; units++) {
    let [must, ahead] = [0n, 0n];
    for (let i = 0; i < then.length; i++) {
      const own = (then[i] as bigint) + (weights[i] as bigint);
      then[i] = own;
      if (own >= total) must += own / total;
      else if (own < 0n) ahead -= own;
    }
    if (must > units) return false;
    if (ahead < total) return true;
  }
  return false;
}

/** Gives single units, each to the target that would first fall behind by a whole one; ties to whom the run owes most. */
function byDeadlines({ weights, total, owed }: Apportionment, units: bigint, run: readonly bigint[]) {
  const rounds = units / total;
  const parts = weights.map((weight) => weight * rounds);
  const now = [...owed];
  const runNow = [...run];
  for (let left = units % total; left > 0n; left--) {
    for (let i = 0; i < now.length; i++) {
      now[i] = (now[i] as bigint) + (weights[i] as bigint);
      runNow[i] = (runNow[i] as bigint) + (weights[i] as bigint);
    }
    const next = earliest(now, runNow, { weights, total });
    parts[next] = (parts[next] as bigint) + 1n;
    now[next] = (now[next] as bigint) - total;
    runNow[next] = (runNow[next] as bigint) - total;
  }
  return { parts, owed: now };
}

function earliest(
  owed: readonly bigint[],
  run: readonly bigint[],
  { weights, total }: Pick<Apportionment, 'weights' | 'total'>,
): number {
  const deadline = (i: number) => -floorDivide((owed[i] as bigint) - total, weights[i] as bigint);
  const able = weights.map((_, i) => i).filter((i) => (owed[i] as bigint) > 0n);
  return able.reduce((best, i) => {
    const order = compare(deadline(i), deadline(best)) || compare(run[best] as bigint, run[i] as bigint);
    return order < 0 ? i : best;
  }, able[0] ?? 0);
}

/** After the unit became finer, more than one unit may be owed: it is given as soon as there is something to give. */
function catchUp({ weights, total, owed }: Apportionment, units: bigint) {
  const due = owed.map((own, i) => own + (weights[i] as bigint) * units);
  const parts = due.map((own) => (own > 0n ? own / total : 0n));
  let left = units - parts.reduce((a, b) => a + b, 0n);
  const lacking = (i: number) => (due[i] as bigint) - (parts[i] as bigint) * total;
  const order = (most: boolean) =>
    weights
      .map((_, i) => i)
      .filter((i) => most || (parts[i] as bigint) > 0n)
      .sort((a, b) => compare(lacking(b), lacking(a)) || a - b);
  for (; left !== 0n; left += left > 0n ? -1n : 1n) {
    const i = (left > 0n ? order(true)[0] : order(false).at(-1)) ?? 0;
    parts[i] = (parts[i] as bigint) + (left > 0n ? 1n : -1n);
  }
  return { parts, owed: weights.map((_, i) => lacking(i)) };
}

/** In the order of the members, those of the first ones first. */
function* subsets(members: readonly number[], count: number): Generator<readonly number[]> {
  if (count === 0) yield [];
  else {
    for (let i = 0; i + count <= members.length; i++)
      for (const others of subsets(members.slice(i + 1), count - 1)) yield [members[i] as number, ...others];
  }
}

function choices(members: number, count: number): number {
  let number = 1;
  for (let i = 1; i <= Math.min(count, members - count); i++) number = (number * (members + 1 - i)) / i;
  return number;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function negate(number: bigint): bigint {
  return -number;
}

function size(number: bigint): bigint {
  return number < 0n ? -number : number;
}
