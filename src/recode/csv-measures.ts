import type { Decimal } from '../values/decimal.ts';
import { formatPart, type Point } from './amount.ts';
import { watchAmount } from './clock-watch.ts';
import type { MeasureColumns } from './column-types.ts';
import type { Run } from './run.ts';
import { type Countable, countable, counted } from './tally.ts';

/** Reads an amount from the texts of its columns, and writes its parts. */
export interface TextMeasure {
  readonly read: (texts: readonly string[]) => Countable;
  /** The texts of a part, column by column. */
  readonly write: (whole: Countable, part: Decimal) => readonly string[];
}

/** @param point the decimal sign of the columns, where known; @param asked whether the user gave it, so that nothing is asked */
export function textMeasure(
  run: Run,
  columns: MeasureColumns,
  { point, asked }: { readonly point: Point | null; readonly asked: boolean },
): TextMeasure {
  if (columns.shape === 'hours-minutes') return { read: readPair, write: writePair };
  const read = ([text = '']: readonly string[]) => {
    const found = countable(text, point);
    if (!asked && found.reading.kind === 'amount')
      watchAmount(run.watch, {
        key: columns.key,
        name: columns.name,
        text: text.trim(),
        reading: found.reading,
      });
    return found;
  };
  return {
    read,
    write: ({ reading }, part) =>
      reading.kind === 'amount' ? [formatPart(reading.amount, part, point, run.decimals)] : [''],
  };
}

/** Hours and minutes that stand in two cells. Both have the sign of the whole. */
export function readPair([hours = '', minutes = '']: readonly string[]): Countable {
  const text = `${hours.trim()} h ${minutes.trim()} min`;
  const [h, m] = [wholeNumber(hours), wholeNumber(minutes)];
  if (h === null || m === null) return counted(text, { kind: 'unreadable' });
  if (hours.trim() === '' && minutes.trim() === '') return counted(text, { kind: 'blank' });
  if (m >= 60n || m <= -60n || h * m < 0n) return counted(text, { kind: 'unreadable' });
  const notation = {
    head: '',
    tail: '',
    point: ':',
    group: '',
    decimals: 0,
    seconds: false,
    width: 1,
  } as const;
  return counted(text, { kind: 'amount', amount: { measure: 'clock', units: h * 60n + m, notation } });
}

function writePair(_: Countable, { units }: Decimal): readonly string[] {
  const minutes = units / 60n;
  return [String(minutes / 60n), String(minutes % 60n)];
}

function wholeNumber(text: string): bigint | null {
  const plain = text.trim().replace(/[.,]0{1,2}$/, '');
  if (plain === '') return 0n;
  return /^[-−]?\d{1,9}$/.test(plain) ? BigInt(plain.replace('−', '-')) : null;
}
