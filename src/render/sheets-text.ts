import type { Lang } from '../model/lang.ts';
import type { SheetTaken } from '../model/recode-report.ts';
import { fill, formatNumber } from '../words/language.ts';
import { safeText } from '../words/safe-text.ts';
import { sheetTexts } from '../words/sheets.ts';

/** The sheets that were taken for time-sheets, with their rows: `"January" (120 rows), "February" (1 row)`. */
export function sheetsText(lang: Lang, sheets: readonly SheetTaken[]): string {
  const one = ({ name, rows }: SheetTaken) =>
    fill(sheetTexts[lang].sheet, { name: quoted(name), rows: formatNumber(lang, rows) });
  return sheets.map(one).join(', ');
}

/** A sentence for each sheet that repeats others. */
export function repeatedSheetsTexts(lang: Lang, sheets: readonly SheetTaken[]): readonly string[] {
  const texts = sheetTexts[lang];
  return sheets
    .filter(({ repeats }) => repeats.length > 0)
    .map(({ name, repeats, counted }) =>
      fill(counted ? texts.alike : texts.repeats, {
        name: quoted(name),
        others: repeats.map(quoted).join(', '),
      }),
    );
}

function quoted(name: string): string {
  return `"${safeText(name)}"`;
}
