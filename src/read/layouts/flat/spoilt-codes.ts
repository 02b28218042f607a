import type { CodeDamage } from '../../../model/process-map.ts';
import { readCode } from '../../../model/read-code.ts';
import { prefixes } from '../digit-outline.ts';
import { codesOfDay, isDay } from './days.ts';
import { codesOfPower, isPower } from './powers.ts';

/** What a spreadsheet has made of a code; `expected` where the other codes leave one answer only. */
export interface SpoiltCode {
  readonly damage: CodeDamage;
  readonly expected?: string;
}

/** The codes of a table as the marks of damage are looked for in them. */
interface Column {
  /** By row; empty where a row has none. */
  readonly texts: readonly string[];
  readonly known: ReadonlySet<string>;
}

const NUMBER = /^\d+(?:[.,]\d+)?$/;
/** So many codes of a table are of our grammar. */
const MOST = 0.8;

/**
 * Tells by row whether a code of a classification is what a spreadsheet has made of one: a day (`01/01/2002`, `1-gen`), a
 * power (`1,00E+03`), a number among codes of our grammar, a number less a nought before it (`1.1` beside `01.11.1`) or
 * behind it (`1.1` once more, after `1.9`). What it was is said only where one code alone fits among the others.
 */
export function spoiltCodes(texts: readonly string[]): (row: number) => SpoiltCode | null {
  const column = { texts, known: new Set(texts.filter((text) => text !== '')) };
  const codes = texts.filter((text) => text !== '');
  const days = codes.filter(isDay).length;
  const meters = [
    days < codes.length - days ? dayMeter(column) : null,
    powerMeter(column),
    leadingMeter(column),
    trailingMeter(column),
    areOurs(codes) ? (row: number) => (NUMBER.test(texts[row] ?? '') ? NUMBER_ONLY : null) : null,
  ].filter((meter) => meter !== null);
  return (row) => {
    for (const meter of meters) {
      const found = meter(row);
      if (found !== null) return found;
    }
    return null;
  };
}

const NUMBER_ONLY: SpoiltCode = { damage: 'number' };

type Meter = (row: number) => SpoiltCode | null;

function areOurs(codes: readonly string[]): boolean {
  const words = codes.filter((code) => !NUMBER.test(code) && !isDay(code));
  const ours = words.filter((code) => readCode(code).code !== null).length;
  return ours > 0 && ours >= MOST * words.length;
}

function spoilt(damage: SpoiltCode['damage'], fitting: readonly string[]): SpoiltCode {
  const [only, another] = [...new Set(fitting)];
  return only !== undefined && another === undefined ? { damage, expected: only } : { damage };
}

function dayMeter({ texts, known }: Column): Meter {
  const codes = [...known].filter((code) => !isDay(code));
  return (row) => {
    const text = texts[row] ?? '';
    if (!isDay(text)) return null;
    const fitting = codesOfDay(text, codes);
    const above = nearest(texts, row, -1, (code) => !isDay(code));
    const here = fitting.filter((code) => isAtOrBelow(above, code.replace(/[.\-/]\d+$/, '')));
    return spoilt('day', here.length === 1 ? here : fitting);
  };
}

function powerMeter({ texts, known }: Column): Meter | null {
  const like = [...known].filter((code) => /^\d+E\d+$/i.test(code));
  if (like.length === 0 && !texts.some(isPower)) return null;
  return (row) => {
    const text = texts[row] ?? '';
    if (!isPower(text) && !(like.length > 0 && /^\d{3,}$/.test(text) && like.length >= known.size / 2))
      return null;
    return spoilt('power', codesOfPower(text, like));
  };
}

/** A number that lacks the nought with which other codes begin. */
function leadingMeter({ texts, known }: Column): Meter {
  const begun = new Set([...known].filter((code) => code.startsWith('0') && !isDay(code)).flatMap(prefixes));
  const cut = begun.size === 0 && areCut(texts);
  return (row) => {
    const text = texts[row] ?? '';
    const padded = `0${text}`;
    if (!NUMBER.test(text) || known.has(padded)) return null;
    if (begun.has(padded) || (cut && text.length % 2 === 1)) return { damage: 'nought', expected: padded };
    return null;
  };
}

/**
 * Whether a column of digits has lost the noughts in front: codes of an odd length stand before those of an even one, and
 * with a nought in front all are in order that are not in order without.
 */
function areCut(texts: readonly string[]): boolean {
  const codes = texts.filter((text) => text !== '');
  if (codes.length < 4 || !codes.every((code) => /^[1-9]\d*$/.test(code))) return false;
  const odd = codes.filter((code) => code.length % 2 === 1).length;
  if (odd === 0 || odd === codes.length || !codes.some((code) => code.length % 2 === 1 && code.length > 1))
    return false;
  const padded = codes.map((code) => (code.length % 2 === 1 ? `0${code}` : code));
  return isAscending(padded) && !isAscending(codes);
}

function isAscending(codes: readonly string[]): boolean {
  return codes.every((code, i) => i === 0 || (codes[i - 1] as string) <= code);
}

const TENTH = /^(.*\.)([1-9])$/;

/** A code that stands twice and, with a nought behind it, fills the gap that it stands in: `1.9`, `1.1`, `1.11`. */
function trailingMeter({ texts, known }: Column): Meter {
  const rows = new Map<string, number[]>();
  texts.forEach((text, row) => {
    const same = rows.get(text);
    if (same) same.push(row);
    else rows.set(text, [row]);
  });
  return (row) => {
    const text = texts[row] ?? '';
    const [, head = '', digit = ''] = TENTH.exec(text) ?? [];
    if (digit === '' || (rows.get(text)?.length ?? 0) < 2 || known.has(`${text}0`)) return null;
    const beside = [Number(digit) * 10 - 1, Number(digit) * 10 + 1].map((number) => `${head}${number}`);
    const near = [nearest(texts, row, -1), nearest(texts, row, 1)];
    const fits = beside.some((code, i) => isAtOrBelow(near[i] ?? '', code));
    return fits ? { damage: 'nought', expected: `${text}0` } : null;
  };
}

/** The nearest code above or below that will do; empty where there is none. */
function nearest(
  texts: readonly string[],
  row: number,
  step: 1 | -1,
  will: (code: string) => boolean = () => true,
): string {
  for (let at = row + step; at >= 0 && at < texts.length; at += step) {
    const text = texts[at] ?? '';
    if (text !== '' && will(text)) return text;
  }
  return '';
}

function isAtOrBelow(code: string, head: string): boolean {
  return code === head || code.startsWith(`${head}.`);
}
