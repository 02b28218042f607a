import type { Cell, DataValidation, Row } from 'exceljs';
import type { Verdict } from '../../model/decision.ts';
import type { Lang } from '../../model/lang.ts';
import type { ReviewGroup, ReviewRow } from '../../model/review.ts';
import { shownConfidence } from '../../words/language.ts';
import { reviewTexts } from '../../words/review.ts';
import { CODE_LABEL_SEPARATOR, NO_TARGET_MARK, reviewWords } from '../../words/review-words.ts';
import { workbookText } from '../workbook-text.ts';
import { heightOf, isDropProposal, missingCodeOf, newEntry, oldEntry } from './review-cells.ts';
import type { SheetColumn, SheetColumns } from './review-columns.ts';
import type { DropDowns } from './review-lists.ts';
import { COLOURS, FONT, fillable, LINE, solid } from './review-look.ts';
import { reviewReasons } from './review-reasons.ts';

/** What drawing a row needs besides the row. */
export interface Drawing {
  readonly lang: Lang;
  readonly columns: SheetColumns;
  readonly lists: DropDowns;
}

/** Draws a row of the review. */
export function drawRow(row: Row, review: ReviewRow, drawing: Drawing): void {
  const { lang, columns } = drawing;
  const { old, target, decision, group } = review;
  const set = (column: SheetColumn, value: Cell['value']) => {
    if (value === '') return;
    row.getCell(columns.at(column)).value = typeof value === 'string' ? workbookText(value) : value;
  };
  set('group', reviewTexts[lang].groups[group]);
  set('old_code', old?.code ?? '');
  set('old_entry', oldEntry(review, lang));
  set(
    'proposed_code',
    target?.code ?? missingCodeOf(review) ?? (isDropProposal(review) ? NO_TARGET_MARK : ''),
  );
  set('proposed_entry', newEntry(review, lang));
  if (typeof target?.confidence === 'number')
    set('confidence', shownConfidence(target.confidence, review.change?.tier ?? 'open'));
  set('why', reviewReasons(review, lang).join('\n'));
  if (review.hours !== null) set('hours', Number(review.hours));
  set('old_fingerprint', old?.fingerprint ?? '');
  set('new_fingerprint', target?.fingerprint ?? '');
  if (target?.restored) set('new_label', target.label);
  else if (missingCodeOf(review) !== null) set('new_label', old?.label ?? '');
  set('key', old?.code ?? '');
  if (decision) {
    set('verdict', reviewWords[lang].verdicts[decision.verdict]);
    if (decision.share !== null) set('share', shareValue(decision.share));
    if (decision.isDefault !== null)
      set('is_default', decision.isDefault ? reviewWords[lang].yes : reviewWords[lang].no);
    set('reason', decision.reason);
    set('decided_by', decision.by);
    if (decision.on !== '') set('decided_on', new Date(`${decision.on}T00:00:00Z`));
  }
  finishRow(row, group, drawing);
  addDropDowns(row, review, drawing);
  row.height = heightOf(review, lang, columns);
}

/** A row for a further target of a split entry: the old entry is chosen, too. */
export function drawFreeRow(row: Row, drawing: Drawing): void {
  const { lang, columns, lists } = drawing;
  row.getCell(columns.at('group')).value = reviewTexts[lang].groups.free;
  row.getCell(columns.at('why')).value = reviewTexts[lang].freeRow;
  finishRow(row, 'free', drawing);
  const old = row.getCell(columns.at('old_code'));
  fillable(old);
  old.dataValidation = listOf(lists.old, reviewTexts[lang].badChoice);
  addDropDowns(row, null, drawing);
  const code = `${columns.letter('old_code')}${row.number}`;
  const formula = `IFERROR(LEFT(${code},FIND("${CODE_LABEL_SEPARATOR}",${code})-1),${code}&"")`;
  row.getCell(columns.at('key')).value = { formula, result: '' };
  row.height = 15;
}

function finishRow(row: Row, group: ReviewGroup | 'free', { columns }: Drawing): void {
  for (const name of columns.names) {
    const cell = row.getCell(columns.at(name));
    if (cell.font === undefined) cell.font = FONT;
    cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
    cell.alignment = { vertical: 'top', wrapText: true };
    if (columns.look(name).fill) fillable(cell);
  }
  // Numbers stand at the right of their cells, and would touch the text in the next ones.
  for (const name of ['confidence', 'hours', 'share', 'decided_on'] as const) {
    if (columns.at(name) > 0)
      row.getCell(columns.at(name)).alignment = { vertical: 'top', horizontal: 'right', indent: 1 };
  }
  row.getCell(columns.at('group')).fill = solid(COLOURS[group]);
  row.getCell(columns.at('confidence')).numFmt = '0%';
  row.getCell(columns.at('share')).numFmt = '0.######';
  row.getCell(columns.at('decided_on')).numFmt = 'dd/mm/yyyy';
  if (columns.at('hours') > 0) row.getCell(columns.at('hours')).numFmt = '#,##0.00';
}

function addDropDowns(row: Row, review: ReviewRow | null, { lang, columns, lists }: Drawing): void {
  const texts = reviewTexts[lang];
  const { verdicts, yes, no } = reviewWords[lang];
  const at = (column: SheetColumn) => row.getCell(columns.at(column));
  const words = verdictsFor(review).map((verdict) => verdicts[verdict]);
  at('verdict').dataValidation = listOf(`"${words.join(',')}"`, texts.badVerdict);
  at('chosen_entry').dataValidation = listOf(lists.newFor(review), texts.badChoice);
  at('is_default').dataValidation = listOf(`"${yes},${no}"`, texts.badVerdict);
  at('share').dataValidation = {
    type: 'decimal',
    operator: 'between',
    formulae: [0, 1],
    ...complaint(texts.badShare),
  };
  at('decided_on').dataValidation = {
    type: 'date',
    operator: 'greaterThan',
    formulae: [new Date(Date.UTC(2000, 0, 1))],
    ...complaint(texts.badDate),
  };
}

function verdictsFor(review: ReviewRow | null): readonly Verdict[] {
  if (review === null) return ['accept'];
  if (review.old === null) return ['add'];
  if (review.target?.restored) return ['restore', 'drop'];
  if (review.target !== null) return ['accept', 'reject', 'drop'];
  if (missingCodeOf(review) !== null) return ['restore', 'drop'];
  return isDropProposal(review) ? ['accept', 'drop'] : ['drop'];
}

function listOf(formula: string, text: { readonly title: string; readonly text: string }): DataValidation {
  return { type: 'list', formulae: [formula], ...complaint(text) };
}

function complaint({ title, text }: { readonly title: string; readonly text: string }) {
  return { allowBlank: true, showErrorMessage: true, errorTitle: title, error: text };
}

/** A share the number format shows as it is; one with more digits than a number keeps stays text. */
function shareValue(share: string): number | string {
  return String(Number(share)) === share ? Number(share) : share;
}
