import type { Lang } from '../../model/lang.ts';
import type { SeriesUnit } from '../../model/series.ts';
import { formatDecimal, parseDecimal, trimDecimal, ZERO } from '../../values/decimal.ts';

const MINUTE = 60n;
const HOUR = 3600n;

/** An amount of a series as programs read it, every digit of it: `7.5`, or `7:30` and `7:30:15` where it is a clock. */
export function amountText(amount: string, unit: SeriesUnit): string {
  return unit === 'clock' ? clockText(amount) : amount;
}

/** An amount of a series as people read it. */
export function shownAmount(amount: string | null, unit: SeriesUnit, lang: Lang): string {
  if (amount === null) return '–';
  const [whole = '', rest] = amountText(amount, unit).split(unit === 'clock' ? /(?=:)/ : '.', 2);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'it' ? '.' : ',');
  if (unit === 'clock') return grouped + amountText(amount, unit).slice(whole.length);
  return rest === undefined ? grouped : `${grouped}${lang === 'it' ? ',' : '.'}${rest}`;
}

/** Hours as a number, for pictures and cells; a cell counts clocks in days. */
export function hoursOf(amount: string, unit: SeriesUnit): number {
  return unit === 'clock' ? Number(amount) / Number(HOUR) : Number(amount);
}

function clockText(seconds: string): string {
  const { units, scale } = parseDecimal(seconds) ?? ZERO;
  const size = units < 0n ? -units : units;
  const one = 10n ** BigInt(scale);
  const whole = size / one;
  const rest = formatDecimal(trimDecimal({ units: size - (whole / MINUTE) * MINUTE * one, scale }));
  const minutes = String((whole % HOUR) / MINUTE).padStart(2, '0');
  const [full = '', fraction] = rest.split('.');
  const tail = rest === '0' ? '' : `:${full.padStart(2, '0')}${fraction === undefined ? '' : `.${fraction}`}`;
  return `${units < 0n ? '-' : ''}${whole / HOUR}:${minutes}${tail}`;
}
