import type { Comparison, TimesheetUsage } from '../app/compare.ts';
import { formatDecimal, sumDecimals } from '../values/decimal.ts';
import { cliTexts } from '../words/cli.ts';
import { fill, formatNumber } from '../words/language.ts';
import type { Context } from './context.ts';

/** Hours by old code; what is booked on codes the old map does not have is said. */
export async function readUsage(
  file: string,
  comparison: Comparison,
  { io, lang, say }: Context,
): Promise<TimesheetUsage['byCode']> {
  const { parseUsage } = await import('../app/compare.ts');
  const { readBytes } = await import('./read-map.ts');
  const usage = await parseUsage({ name: file, bytes: await readBytes(io, file) }, comparison);
  const { byCode, unknown } = usage;
  const texts = cliTexts[lang];
  const total = sumDecimals(byCode.values());
  const hours = formatNumber(lang, Number(formatDecimal(total)), 2);
  say(fill(texts.usage, { file, hours, codes: formatNumber(lang, byCode.size) }));
  if (unknown.size > 0) {
    const lost = formatNumber(lang, Number(formatDecimal(sumDecimals(unknown.values()))), 2);
    say(fill(texts.usageUnknown, { file, hours: lost, codes: listed([...unknown.keys()]) }));
  }
  if (usage.sheets.length + usage.leftOut.length > 1) await saySheets(file, usage, { lang, say });
  return byCode;
}

async function saySheets(
  file: string,
  { sheets, leftOut }: TimesheetUsage,
  { lang, say }: Pick<Context, 'lang' | 'say'>,
): Promise<void> {
  const { repeatedSheetsTexts, sheetsText } = await import('../render/sheets-text.ts');
  const texts = cliTexts[lang];
  say(fill(texts.usageSheets, { file, sheets: sheetsText(lang, sheets) }));
  for (const text of repeatedSheetsTexts(lang, sheets)) say(`${file}: ${text}`);
  if (leftOut.length > 0)
    say(fill(texts.usageLeftOut, { file, sheets: leftOut.map((name) => `"${name}"`).join(', ') }));
}

const MAX_LISTED = 10;

function listed(codes: readonly string[]): string {
  return [...codes.slice(0, MAX_LISTED), ...(codes.length > MAX_LISTED ? ['…'] : [])].join(', ');
}
