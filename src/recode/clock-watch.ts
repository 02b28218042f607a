import { ProcmapError } from '../words/procmap-error.ts';
import type { Countable } from './tally.ts';

/** What is known so far of the fractions of each measure, to tell hours and tenths from hours and minutes. */
export interface ClockWatch {
  readonly measures: Map<string, Seen>;
}

interface Seen {
  readonly name: string;
  clocks: boolean;
  /** Whether a fraction is written with two digits below .60. */
  dotted: boolean;
  /** Whether one of these is no quarter of an hour. */
  telling: boolean;
  /** Whether some fraction cannot be minutes. */
  decimal: boolean;
  example: string;
}

export function openWatch(): ClockWatch {
  return { measures: new Map() };
}

const QUARTERS: ReadonlySet<bigint> = new Set([0n, 25n, 50n]);

/** Looks at an amount once, when its text is first read. */
export function watchAmount(
  { measures }: ClockWatch,
  {
    key,
    name,
    text,
    reading,
  }: {
    readonly key: string;
    readonly name: string;
    readonly text: string;
    readonly reading: Countable['reading'];
  },
): void {
  if (reading.kind !== 'amount') return;
  const { measure, units, notation } = reading.amount;
  if (measure !== 'number' && measure !== 'clock') return;
  let seen = measures.get(key);
  if (seen === undefined) {
    seen = { name, clocks: false, dotted: false, telling: false, decimal: false, example: '' };
    measures.set(key, seen);
  }
  if (measure === 'clock') seen.clocks = true;
  else if (notation.decimals === 2) {
    const fraction = (units < 0n ? -units : units) % 100n;
    if (fraction >= 60n) seen.decimal = true;
    else {
      seen.dotted = true;
      if (!QUARTERS.has(fraction)) {
        seen.telling = true;
        seen.example ||= text;
      } else if (fraction !== 0n && seen.example === '') seen.example = text;
    }
  } else if (notation.decimals > 0) seen.decimal = true;
}

/**
 * Asks about amounts such as 7.30, which may be half past seven: where every fraction of a measure could be minutes and
 * not all are quarters, and wherever clocks stand beside them.
 *
 * @throws ProcmapError when a measure is of that kind
 */
export function refuseUnclear({ measures }: ClockWatch, file: string): void {
  for (const { name, clocks, dotted, telling, decimal, example } of measures.values()) {
    const asks = dotted && example !== '' && (clocks || (telling && !decimal));
    if (asks) throw new ProcmapError('amount-or-clock', { file, column: name, example });
  }
}
