import type { Cell, CellRichTextValue, RichText } from 'exceljs';
import type { Lang } from '../../model/lang.ts';
import type { ReportEntry } from '../../model/report.ts';
import type { ReviewRow } from '../../model/review.ts';
import { reviewTexts } from '../../words/review.ts';
import { staysText } from '../../words/review-words.ts';
import { diffLabels } from '../label-diff.ts';
import { workbookText } from '../workbook-text.ts';
import type { SheetColumn, SheetColumns } from './review-columns.ts';
import { FONT, GREY } from './review-look.ts';
import { candidateText, reviewCandidates, reviewReasons } from './review-reasons.ts';

/** Whether what is proposed is that the entry was dropped. */
export function isDropProposal({ change }: ReviewRow): boolean {
  return change?.kind === 'dropped';
}

/** The code that is missing from the new file where the entry of a row would stand; `null` for all other rows. */
export function missingCodeOf({ change, target }: ReviewRow): string | null {
  if (target !== null || change?.kind !== 'possibly-lost') return null;
  return (
    change.alarms.flatMap((alarm) => (alarm.kind === 'possibly-lost' ? [alarm.missingCode] : []))[0] ?? null
  );
}

/** The label, differing words in bold, and small below it where the entry stands. */
export function oldEntry({ old, target }: ReviewRow, lang: Lang): Cell['value'] {
  if (old === null) return reviewTexts[lang].added;
  return entryText(old, labelRuns(old.label, target?.label ?? null, 'removed'), lang);
}

/** The same for the new entry; for an open one its candidates. */
export function newEntry(review: ReviewRow, lang: Lang): Cell['value'] {
  const { old, target } = review;
  if (target === null)
    return isDropProposal(review) ? reviewTexts[lang].dropped : candidateCell(review, lang);
  return entryText(target, labelRuns(target.label, old?.label ?? null, 'inserted'), lang);
}

/** What an open entry may correspond to, a line each. */
function candidateLines(review: ReviewRow, lang: Lang): readonly string[] {
  const isAsked = review.group === 'open' || review.group === 'possibly-lost';
  const missing = missingCodeOf(review);
  return [
    ...(missing === null ? [] : [staysText(lang, missing)]),
    ...(isAsked ? reviewCandidates(review).map((each) => candidateText(each, lang)) : []),
  ];
}

function candidateCell(review: ReviewRow, lang: Lang): Cell['value'] {
  const candidates = candidateLines(review, lang);
  if (candidates.length === 0) return '';
  const head: RichText = { text: reviewTexts[lang].candidates, font: { ...FONT, italic: true, color: GREY } };
  return { richText: [head, { text: `\n${workbookText(candidates.join('\n'))}`, font: FONT }] };
}

function labelRuns(label: string, other: string | null, mark: 'removed' | 'inserted'): readonly RichText[] {
  if (other === null || other === label) return [{ text: workbookText(label), font: FONT }];
  const parts = mark === 'removed' ? diffLabels(label, other) : diffLabels(other, label);
  const own = parts.filter(({ kind }) => kind === 'same' || kind === mark);
  return own.map(({ kind, text }, i) => ({
    text: workbookText(i === 0 ? text : ` ${text}`),
    font: kind === 'same' ? FONT : { ...FONT, bold: true },
  }));
}

function entryText({ label, path }: ReportEntry, runs: readonly RichText[], lang: Lang): CellRichTextValue {
  const shown = label === '' ? [{ text: reviewTexts[lang].noLabel, font: { ...FONT, italic: true } }] : runs;
  const below: RichText = { text: `\n${workbookText(path)}`, font: { ...FONT, size: 7, color: GREY } };
  return { richText: [...shown, ...(path === '' ? [] : [below])] };
}

/** Characters that fit on a line of a column, per unit of its width, at the sizes labels and paths are set in. */
const LABEL_FIT = 1.28;
const PATH_FIT = 1.65;
/** The most points a row can have. */
const TALLEST = 409;

/** Excel fits the height of a row to wrapped text only when someone touches it, so it is estimated. */
export function heightOf(row: ReviewRow, lang: Lang, columns: SheetColumns): number {
  const lines = (texts: readonly string[], column: SheetColumn, fit: number) => {
    const room = columns.look(column).width * fit;
    return texts.reduce((sum, text) => sum + (text === '' ? 0 : Math.ceil(text.length / room)), 0);
  };
  const entry = (each: ReportEntry | null, column: SheetColumn) =>
    each === null
      ? 0
      : 12 * lines([each.label || ' '], column, LABEL_FIT) + 9.5 * lines([each.path], column, PATH_FIT);
  const candidates = candidateLines(row, lang);
  const heights = [
    entry(row.old, 'old_entry'),
    entry(row.target, 'proposed_entry'),
    12 * lines(['', ...candidates], 'proposed_entry', LABEL_FIT) + (candidates.length > 0 ? 12 : 0),
    12 * lines(reviewReasons(row, lang), 'why', LABEL_FIT),
  ];
  return Math.min(TALLEST, Math.max(15, Math.ceil(Math.max(...heights)) + 4));
}
