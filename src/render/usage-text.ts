import type { Lang } from '../model/lang.ts';
import type { TimesheetUsage } from '../model/timesheet-usage.ts';
import { type Decimal, formatDecimal, sumDecimals } from '../values/decimal.ts';
import { cliTexts } from '../words/cli.ts';
import { fill, formatNumber } from '../words/language.ts';
import { repeatedSheetsTexts, sheetsText } from './sheets-text.ts';

const MAX_LISTED = 10;

/** The hours that a time-sheet books, and what of it could not be counted, as lines. */
export function renderUsage(usage: TimesheetUsage, file: string, lang: Lang): readonly string[] {
  const { byCode, unknown, sheets, leftOut, measured } = usage;
  const texts = cliTexts[lang];
  const codes = formatNumber(lang, byCode.size);
  const strange = {
    file,
    hours: hoursOf(unknown, lang),
    codes: listed([...unknown.keys()]),
    column: measured.column,
  };
  return [
    fill(measured.isHours ? texts.usage : texts.usageOther, {
      file,
      hours: hoursOf(byCode, lang),
      codes,
      column: measured.column,
    }),
    ...(unknown.size > 0
      ? [fill(measured.isHours ? texts.usageUnknown : texts.usageOtherUnknown, strange)]
      : []),
    ...(sheets.length + leftOut.length > 1 ? sheetLines(usage, file, lang) : []),
  ];
}

function sheetLines({ sheets, leftOut }: TimesheetUsage, file: string, lang: Lang): readonly string[] {
  const texts = cliTexts[lang];
  const others = leftOut.map((name) => `"${name}"`).join(', ');
  return [
    fill(texts.usageSheets, { file, sheets: sheetsText(lang, sheets) }),
    ...repeatedSheetsTexts(lang, sheets).map((text) => `${file}: ${text}`),
    ...(leftOut.length > 0 ? [fill(texts.usageLeftOut, { file, sheets: others })] : []),
  ];
}

function hoursOf(amounts: ReadonlyMap<string, Decimal>, lang: Lang): string {
  return formatNumber(lang, Number(formatDecimal(sumDecimals(amounts.values()))), 2);
}

function listed(codes: readonly string[]): string {
  return [...codes.slice(0, MAX_LISTED), ...(codes.length > MAX_LISTED ? ['…'] : [])].join(', ');
}
