import type { Measure } from '../model/recode-report.ts';
import { type Decimal, trimDecimal, unitsAt } from '../values/decimal.ts';

/** The character that divides whole from fraction. */
export type Point = '.' | ',';

/** How an amount is written, so that its parts can be written alike. */
export interface Notation {
  /** What stands before the digits: blanks, sign, currency. */
  readonly head: string;
  /** What stands after them. */
  readonly tail: string;
  /** What divides whole from fraction, hours from minutes; `''` where nothing does. */
  readonly point: Point | ':' | 'h' | '';
  /** What divides thousands; `''` where nothing does. */
  readonly group: string;
  /** Digits after the point; for a clock, `seconds` says whether seconds follow the minutes. */
  readonly decimals: number;
  readonly seconds: boolean;
  /** Digits of the hours, for a clock that writes `07:30`. */
  readonly width: number;
}

/** An amount as read from a cell: exact. `units` counts its last digit (`7,50`: 750; `7:30`: 450 minutes). */
export interface Amount {
  readonly measure: Measure;
  readonly units: bigint;
  readonly notation: Notation;
}

/** A cell read as an amount, or why it could not be. `ambiguous`: `1.234` may be a thousand or one and a bit. */
export type AmountReading =
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'blank' | 'unreadable' | 'ambiguous' };

const SHAPE =
  /^((?:[\s(+\-−€]|EUR|Euro|euro)*)(\d(?:[\d.,:'’\shH]*\d)?)((?:[\s)%€−-]|EUR|Euro|euro|ore|h)*)$/;
const CLOCK = /^(\d{1,6})(?::|\s*[hH]\s*)([0-5]\d)(?::([0-5]\d))?$/;
/** Hours and minutes with a full stop between, or a fraction: nobody can tell where fractions have a comma. */
const DOTTED = /^(?!0+\.00$)\d+\.\d\d$/;
const BLANK = /^[\s€–-]*$/;
const MAX_DIGITS = 30;
/** With its signs, blanks and unit. Beyond that it is no amount, whatever it holds. */
const MAX_LENGTH = 200;

/**
 * Reads an amount as people write it: `7.5`, `7,5`, `7:30`, `7h30`, `1.234,56`, `€ 1.234,56`, `12 %`, `-3`, `(3)`, `3-`.
 *
 * @param point the decimal sign of the column, where known; it settles `1.234`. Where it is a comma, `7.30` may mean
 *   half past seven, and is ambiguous. Nothing else depends on it: `7,5` and `7.5` are what they are
 */
export function readAmount(text: string, point: Point | null): AmountReading {
  if (BLANK.test(text)) return { kind: 'blank' };
  if (text.length > MAX_LENGTH) return { kind: 'unreadable' };
  const [, head, body, tail] = SHAPE.exec(text) ?? [];
  if (head === undefined || body === undefined || tail === undefined) return { kind: 'unreadable' };
  const sign = signOf(head, tail);
  const measure = measureOf(head, body, tail);
  if (sign === null || measure === null || body.length > MAX_DIGITS) return { kind: 'unreadable' };
  if (measure === 'number' && point === ',' && DOTTED.test(body)) return { kind: 'ambiguous' };
  const digits = measure === 'clock' ? readClock(body) : readDigits(body, point);
  if (digits === 'ambiguous' || digits === 'unreadable') return { kind: digits };
  const { units, ...notation } = digits;
  return { kind: 'amount', amount: { measure, units: sign * units, notation: { head, tail, ...notation } } };
}

/**
 * What a cell says by itself about the decimal sign of its column: `7,5`, `0,125` and `1.234,56` say comma, `1.234` and
 * `7` say nothing.
 */
export function pointEvidence(text: string): Point | null {
  const reading = readAmount(text, null);
  if (reading.kind !== 'amount') return null;
  const { point, group } = reading.amount.notation;
  if (point === '.' || point === ',') return point;
  return group === '.' ? ',' : group === ',' ? '.' : null;
}

/** Whether a cell may be hours and minutes with a full stop between, and so says little about the decimal sign. */
export function mayBeDottedClock(text: string): boolean {
  return DOTTED.test(text.trim());
}

/** The exact value: a number, a percentage or euros as written; a clock in seconds. */
export function exactValue({ measure, units, notation }: Amount): Decimal {
  if (measure === 'clock') return { units: notation.seconds ? units : units * 60n, scale: 0 };
  return { units, scale: notation.decimals };
}

/**
 * Writes a part of an amount as the whole is written, with more digits only where the part has more.
 *
 * @param value exact; of a clock in seconds
 * @param point the decimal sign of the column, for what gets more decimals
 * @param decimals digits after the point that it has at least
 */
export function formatPart(whole: Amount, value: Decimal, point: Point | null, decimals = 0): string {
  const { measure, notation } = whole;
  if (measure === 'clock') return formatAmount(clockPart(whole, value));
  const { units, scale } = trimDecimal(value);
  // Three digits behind a point would read as thousands.
  const least = Math.max(notation.decimals, decimals);
  const needed = scale === 3 && least < 3 ? 4 : Math.max(scale, least);
  if (needed === notation.decimals)
    return formatAmount({ measure, units: unitsAt({ units, scale }, needed), notation });
  const written = {
    ...notation,
    decimals: needed,
    // `3.75` for half of `7.5` would be ambiguous where the column has commas.
    point:
      notation.point === '' || (notation.point === '.' && point === ',')
        ? pointBeside(notation, point ?? '.')
        : notation.point,
  };
  return formatAmount({ measure, units: unitsAt({ units, scale }, needed), notation: written });
}

function clockPart({ measure, notation }: Amount, { units }: Decimal): Amount {
  const seconds = notation.seconds || units % 60n !== 0n;
  return { measure, units: seconds ? units : units / 60n, notation: { ...notation, seconds } };
}

/** Writes an amount in its notation. */
export function formatAmount({ measure, units, notation }: Amount): string {
  const size = units < 0n ? -units : units;
  const digits = measure === 'clock' ? clockDigits(size, notation) : decimalDigits(size, notation);
  if (units !== 0n) return notation.head + digits + notation.tail;
  return unsigned(notation.head) + digits + unsigned(notation.tail);
}

/** 1 or -1; `null` when the marks contradict each other, as in `-3-` or `(3`. */
function signOf(head: string, tail: string): 1n | -1n | null {
  const marks = (head + tail).match(/[-−+]/g) ?? [];
  const opened = head.split('(').length - 1;
  const closed = tail.split(')').length - 1;
  if (opened !== closed || marks.length + opened > 1) return null;
  return opened === 1 || (marks.length === 1 && marks[0] !== '+') ? -1n : 1n;
}

function measureOf(head: string, body: string, tail: string): Measure | null {
  const around = head + tail;
  const percent = around.includes('%');
  const euro = /€|eur/i.test(around);
  const clock = /[:h]/i.test(body);
  if (Number(percent) + Number(euro) + Number(clock) > 1) return null;
  return percent ? 'percent' : euro ? 'euro' : clock ? 'clock' : 'number';
}

type Digits = Omit<Notation, 'head' | 'tail'> & { readonly units: bigint };

function readClock(body: string): Digits | 'unreadable' {
  const [, hours, minutes, seconds] = CLOCK.exec(body) ?? [];
  if (hours === undefined || minutes === undefined) return 'unreadable';
  const inMinutes = BigInt(hours) * 60n + BigInt(minutes);
  const units = seconds === undefined ? inMinutes : inMinutes * 60n + BigInt(seconds);
  const width = Math.min(hours.length, 2);
  return {
    units,
    point: /h/i.test(body) ? 'h' : ':',
    group: '',
    decimals: 0,
    seconds: seconds !== undefined,
    width,
  };
}

function readDigits(body: string, point: Point | null): Digits | 'unreadable' | 'ambiguous' {
  const separators = body.match(/\D/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return decimal(body, '', '', '');
  const cut = body.lastIndexOf(last);
  const [whole, fraction] = [body.slice(0, cut), body.slice(cut + 1)];
  const role = roleOf(last, separators, { whole, fraction, point });
  if (role === 'ambiguous') return role;
  if (role === 'group') return isGrouped(body, last) ? decimal(body, '', '', last) : 'unreadable';
  const group = separators[0] === last ? '' : (separators[0] as string);
  if (/\D/.test(whole) && !isGrouped(whole, group)) return 'unreadable';
  return last === '.' || last === ',' ? decimal(whole, fraction, last, group) : 'unreadable';
}

/** Whether the last separator divides thousands or the fraction. */
function roleOf(
  last: string,
  separators: readonly string[],
  { whole, fraction, point }: { whole: string; fraction: string; point: Point | null },
): 'group' | 'point' | 'ambiguous' {
  if (last !== '.' && last !== ',') return 'group';
  if (separators.length > 1) return separators.every((separator) => separator === last) ? 'group' : 'point';
  const mayGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!mayGroup) return 'point';
  return point === null ? 'ambiguous' : point === last ? 'point' : 'group';
}

function isGrouped(digits: string, group: string): boolean {
  const [first = '', ...rest] = digits.split(group);
  return /^[1-9]\d{0,2}$/.test(first) && rest.length > 0 && rest.every((part) => /^\d{3}$/.test(part));
}

function decimal(whole: string, fraction: string, point: Point | '', group: string): Digits {
  const units = BigInt(whole.replaceAll(group || '\u0000', '') + fraction);
  return { units, point, group, decimals: fraction.length, seconds: false, width: 0 };
}

/** `1.234` grouped by points cannot take a point for its fraction. */
function pointBeside({ group }: Notation, point: Point): Point {
  return group === point ? (point === '.' ? ',' : '.') : point;
}

function clockDigits(size: bigint, { point, seconds, width }: Notation): string {
  const inMinutes = seconds ? size / 60n : size;
  const hours = (inMinutes / 60n).toString().padStart(width, '0');
  const parts = [hours, twoDigits(inMinutes % 60n), ...(seconds ? [twoDigits(size % 60n)] : [])];
  return parts.join(point === 'h' ? 'h' : ':');
}

function twoDigits(number: bigint): string {
  return number.toString().padStart(2, '0');
}

function decimalDigits(size: bigint, { decimals, point, group }: Notation): string {
  const digits = size.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = group === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return decimals === 0 ? grouped : grouped + point + digits.slice(-decimals);
}

/** Nothing is neither negative nor positive: `-0,0` is written `0,0`. */
function unsigned(text: string): string {
  return text.replace(/[-−+()]/g, '');
}
