import type { Lang } from '../model/lang.ts';
import type { RejectedAmount } from '../recode/run.ts';
import { renderCsv } from '../render/csv.ts';
import { toPlainText } from '../values/plain-text.ts';
import { recodeTexts } from '../words/recode.ts';

/** The amounts of many time-sheets that could not be recoded, as one CSV with the reason and the place of each. */
export function rejectList(
  rejects: readonly (RejectedAmount & { readonly file: string })[],
  lang: Lang,
): string {
  const texts = recodeTexts[lang].reasons;
  const head = [
    'person',
    'code',
    'column',
    'amount',
    'procmap_reason',
    'procmap_code',
    'procmap_file',
    'procmap_sheet',
    'procmap_line',
  ];
  const rows = rejects.map(({ person, code, column, amount, reason, file, sheet, line }) => [
    ...[person, code, column, amount].map(toPlainText),
    ...[texts[reason], reason, toPlainText(file), toPlainText(sheet), String(line)],
  ]);
  return renderCsv([head, ...rows], { delimiter: ';' });
}
