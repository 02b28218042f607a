import type { RuleId } from '../model/finding.ts';
import { cellWithoutValue } from './rules/cell-without-value.ts';
import { codeColumnDisagrees } from './rules/code-column-disagrees.ts';
import { codeNotCanonical } from './rules/code-not-canonical.ts';
import { codeSyntax } from './rules/code-syntax.ts';
import { columnMismatch } from './rules/column-mismatch.ts';
import { conflictingLabel } from './rules/conflicting-label.ts';
import { coordinationCodeMismatch } from './rules/coordination-code-mismatch.ts';
import { coordinationEntryMissing } from './rules/coordination-entry-missing.ts';
import { cutText } from './rules/cut-text.ts';
import { duplicateCode } from './rules/duplicate-code.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { duplicateLabel } from './rules/duplicate-label.ts';
import { emptyBranch } from './rules/empty-branch.ts';
import { encodingDamage } from './rules/encoding-damage.ts';
import { hiddenContent } from './rules/hidden-content.ts';
import { idNotLasting } from './rules/id-not-lasting.ts';
import { labelWithoutCode } from './rules/label-without-code.ts';
import { levelMismatch } from './rules/level-mismatch.ts';
import { markedText } from './rules/marked-text.ts';
import { missingLabel } from './rules/missing-label.ts';
import { numberingGap } from './rules/numbering-gap.ts';
import { orphanCode } from './rules/orphan-code.ts';
import { otherRevision } from './rules/other-revision.ts';
import { outOfOrder } from './rules/out-of-order.ts';
import { raggedRow } from './rules/ragged-row.ts';
import { repeatedSheet } from './rules/repeated-sheet.ts';
import { severalCodeColumns } from './rules/several-code-columns.ts';
import { sheetWithoutMap } from './rules/sheet-without-map.ts';
import { shiftedLabels } from './rules/shifted-labels.ts';
import { spreadsheetCode } from './rules/spreadsheet-code.ts';
import { strayWhitespace } from './rules/stray-whitespace.ts';
import { textOutsideMap } from './rules/text-outside-map.ts';
import { trainingEntryMissing } from './rules/training-entry-missing.ts';
import { trainingLabelMismatch } from './rules/training-label-mismatch.ts';
import { typeMismatch } from './rules/type-mismatch.ts';
import { unbalancedQuote } from './rules/unbalanced-quote.ts';
import { unreadRow } from './rules/unread-row.ts';

/**
 * All rules, in the order in which lists show them: codes, tree, labels, entries that serve others, the file itself. Rule ids,
 * the configuration's schema, the choices of `--rule` and the index of the docs derive from this list.
 */
export const RULES = [
  codeSyntax,
  spreadsheetCode,
  severalCodeColumns,
  codeNotCanonical,
  duplicateCode,
  conflictingLabel,
  duplicateId,
  idNotLasting,
  orphanCode,
  levelMismatch,
  columnMismatch,
  numberingGap,
  emptyBranch,
  missingLabel,
  labelWithoutCode,
  codeColumnDisagrees,
  typeMismatch,
  coordinationCodeMismatch,
  coordinationEntryMissing,
  trainingEntryMissing,
  trainingLabelMismatch,
  duplicateLabel,
  outOfOrder,
  shiftedLabels,
  encodingDamage,
  strayWhitespace,
  unreadRow,
  cellWithoutValue,
  unbalancedQuote,
  raggedRow,
  cutText,
  textOutsideMap,
  markedText,
  sheetWithoutMap,
  repeatedSheet,
  otherRevision,
  hiddenContent,
] as const;

/** Ids of all rules, in registry order. */
export const RULE_IDS: readonly RuleId[] = RULES.map((rule) => rule.id);

/** Does not compile while a rule id has no rule here. */
export type EveryRuleIsRegistered = Nothing<Exclude<RuleId, (typeof RULES)[number]['id']>>;
type Nothing<T extends never> = T;
