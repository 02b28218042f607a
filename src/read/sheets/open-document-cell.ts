import type { Attributes } from '../workbook/parse-xml.ts';

/** A cell that is being read. */
export interface OpenCell {
  readonly attributes: Attributes;
  readonly repeat: number;
  /** Below or beside the cell whose merge covers it. */
  readonly covered: boolean;
  text: string;
  paragraphs: number;
}

/** What a cell says: its text, the error it shows, or the formula whose value the file lacks. */
export interface CellReading {
  readonly text: string;
  readonly error: string | null;
  readonly formula: string | null;
}

/** Reads a cell: numbers as exact as they are stored, days in ISO form, times as `7:30`. What a merge covers is empty. */
export function openCellText({ attributes, covered, text }: OpenCell): CellReading {
  const plain = (value: string): CellReading => ({ text: value, error: null, formula: null });
  if (covered) return plain('');
  if (attributes['calcext:value-type'] === 'error' || isError(attributes, text))
    return { text: '', error: text, formula: null };
  const type = attributes['office:value-type'];
  const formula = attributes['table:formula'];
  if (type === undefined)
    return formula === undefined || text !== '' ? plain(text) : { text: '', error: null, formula };
  const value = attributes['office:value'];
  if (value !== undefined) return plain(numberText(value, text, type));
  if (type === 'date') return plain(dateText(attributes['office:date-value'] ?? '') ?? text);
  if (type === 'time') return plain(timeText(attributes['office:time-value'] ?? '') ?? text);
  if (type === 'boolean') return plain(attributes['office:boolean-value'] ?? text);
  return plain(text === '' ? (attributes['office:string-value'] ?? '') : text);
}

function isError(attributes: Attributes, text: string): boolean {
  return attributes['table:formula'] !== undefined && /^(?:#[A-Z/0!?]{2,8}[!?]?|Err:\d{3})$/.test(text);
}

/**
 * The number as it is shown when that is the same number, with the noughts and signs its format gives it (`01.10`), and as
 * it is stored where it is shown rounded, with a currency or by thousands.
 */
function numberText(value: string, shown: string, type: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return shown;
  const exact = String(Number(number.toPrecision(15)));
  const text = shown.trim();
  if (type !== 'float' || text === '') return exact;
  const plain = /^(-?\d+)(?:[.,](\d+))?$/.exec(text);
  if (plain) {
    const same = plain[2] === undefined ? (plain[1] as string) : `${plain[1]}.${plain[2]}`;
    return Number(same) === Number(exact) ? same : exact;
  }
  const digits = (of: string) => of.replace(/\D/g, '').replace(/^0+|0+$/g, '');
  const isCode =
    /^[A-Za-z]?\d*(?:[.\-/ ]\d+)+$|^[A-Za-z]+\d+$/.test(text) && !/^\d{1,3}(?:[. ]\d{3})+$/.test(text);
  return isCode && digits(text) === digits(exact) ? text : exact;
}

/** `2022-01-05`, with the time of day when there is one. */
function dateText(value: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?$/.exec(value);
  if (!match) return null;
  const [, day = '', time] = match;
  return time === undefined || time === '00:00:00' ? day : `${day} ${time}`;
}

/** `PT07H30M00S` as `7:30`. */
function timeText(value: string): string | null {
  const match = /^(-)?PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(value);
  if (!match) return null;
  const [, sign = '', hours = '', minutes = '', seconds = ''] = match;
  const text = `${sign}${Number(hours)}:${minutes.padStart(2, '0')}`;
  return Number(seconds) === 0 ? text : `${text}:${seconds.padStart(2, '0')}`;
}
