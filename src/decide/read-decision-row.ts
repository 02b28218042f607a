import type { Decision, DecisionColumn, Verdict } from '../model/decision.ts';
import type { DecisionProblem } from '../model/decision-problem.ts';
import { readFingerprint } from '../model/fingerprint.ts';
import { compareDecimals, formatDecimal, ONE, trimDecimal, ZERO } from '../values/decimal.ts';
import { excelDay, isDay, isoDate } from '../values/iso-date.ts';
import { parseShare } from '../values/parse-share.ts';
import { fromPlainText } from '../values/plain-text.ts';
import { CODE_LABEL_SEPARATOR, readVerdict, readYesNo } from '../words/review-words.ts';
import type { KnownColumn, NamedRow } from './named-row.ts';

/** What a row says and what is wrong with it. */
export interface RowReading {
  readonly decision: Decision | null;
  readonly problems: readonly DecisionProblem[];
}

/** A value, or why there is none. */
export interface FieldReading<T> {
  readonly value: T | null;
  readonly problems: readonly DecisionProblem[];
}

/** Reads a row of a decision file. */
export function readDecisionRow(row: NamedRow): RowReading {
  const verdict = readVerdict(row.get('verdict'));
  if (verdict === null) return { decision: null, problems: [problemAt(row, 'verdict', 'verdict-unknown')] };
  const [oldCode, newCode] = [codeText(row.get('old_code')), codeText(row.get('new_code'))];
  const { facts, problems } = readFacts(row);
  const newLabel = verdict === 'restore' ? facts.newLabel : '';
  const decision = { verdict, oldCode, newCode, ...facts, newLabel, place: row.placeOf('verdict') };
  return { decision, problems: [...problems, ...checkCodes(row, decision), ...checkUnwanted(row, verdict)] };
}

/** The code of a cell that may also hold the label, as the drop-down of a review sheet writes it. */
export function codeText(text: string): string {
  return (text.split(CODE_LABEL_SEPARATOR)[0] ?? '').trim();
}

/** What every decision says besides its verdict and its codes. */
export type DecisionFacts = Omit<Decision, 'verdict' | 'oldCode' | 'newCode' | 'place'>;

/** Reads the columns that decision files and review sheets have in common. */
export function readFacts(row: NamedRow): {
  readonly facts: DecisionFacts;
  readonly problems: readonly DecisionProblem[];
} {
  const share = readShare(row);
  const isDefault = readDefault(row);
  const on = readDate(row);
  const oldFingerprint = readFingerprintCell(row, 'old_fingerprint');
  const newFingerprint = readFingerprintCell(row, 'new_fingerprint');
  return {
    facts: {
      share: share.value,
      isDefault: isDefault.value,
      by: fromPlainText(row.get('decided_by')),
      on: on.value ?? '',
      reason: fromPlainText(row.get('reason')),
      oldFingerprint: oldFingerprint.value ?? '',
      newFingerprint: newFingerprint.value ?? '',
      newLabel: fromPlainText(row.get('new_label')),
    },
    problems: [share, isDefault, on, oldFingerprint, newFingerprint].flatMap((each) => each.problems),
  };
}

/** A problem that quotes the cell it stands in. */
export function problemAt(
  row: NamedRow,
  column: KnownColumn,
  kind:
    | 'verdict-unknown'
    | 'share-unreadable'
    | 'share-out-of-range'
    | 'default-unreadable'
    | 'date-unreadable'
    | 'fingerprint-unreadable'
    | 'choice-unknown'
    | 'choice-contradicts',
): DecisionProblem {
  return { kind, place: row.placeOf(column), args: { value: row.get(column) } };
}

function checkCodes(
  row: NamedRow,
  { verdict, oldCode, newCode }: Pick<Decision, 'verdict' | 'oldCode' | 'newCode'>,
) {
  const problems: DecisionProblem[] = [];
  const missing = (side: 'old' | 'new', column: DecisionColumn) =>
    problems.push({ kind: 'code-missing', place: row.placeOf(column), args: { verdict, side } });
  if (verdict !== 'add' && oldCode === '') missing('old', 'old_code');
  if (verdict !== 'drop' && newCode === '') missing('new', 'new_code');
  return problems;
}

const UNWANTED: Readonly<Record<Verdict, readonly DecisionColumn[]>> = {
  accept: [],
  reject: ['share', 'is_default'],
  drop: ['new_code', 'share', 'is_default'],
  add: ['old_code', 'share', 'is_default'],
  restore: [],
};

function checkUnwanted(row: NamedRow, verdict: Verdict): readonly DecisionProblem[] {
  return UNWANTED[verdict]
    .filter(
      (column) =>
        row.get(column) !== '' && !(column === 'is_default' && readYesNo(row.get(column)) === false),
    )
    .map((column) => ({
      kind: 'value-unwanted',
      place: row.placeOf(column),
      args: { verdict, column, value: row.get(column) },
    }));
}

function readShare(row: NamedRow): FieldReading<string> {
  const text = row.get('share');
  if (text === '') return { value: null, problems: [] };
  const share = parseShare(text);
  if (!share) return { value: null, problems: [problemAt(row, 'share', 'share-unreadable')] };
  if (compareDecimals(share, ZERO) <= 0 || compareDecimals(share, ONE) > 0) {
    return { value: null, problems: [problemAt(row, 'share', 'share-out-of-range')] };
  }
  return { value: formatDecimal(trimDecimal(share)), problems: [] };
}

function readDefault(row: NamedRow): FieldReading<boolean> {
  const text = row.get('is_default');
  const value = readYesNo(text);
  const unread = text !== '' && value === null;
  return { value, problems: unread ? [problemAt(row, 'is_default', 'default-unreadable')] : [] };
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+Z?)?$/;
const ITALIAN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: [\d:.]+)?$/;

/** An ISO date, day before month as Excel writes it in Italy, or Excel's count of days. */
function readDate(row: NamedRow): FieldReading<string> {
  const text = row.get('decided_on');
  if (text === '') return { value: null, problems: [] };
  const counted = excelDay(text);
  if (counted !== null) return { value: counted, problems: [] };
  const [, isoYear, isoMonth, isoDayOfMonth] = ISO.exec(text) ?? [];
  const [, day = isoDayOfMonth, month = isoMonth, year = isoYear] = ITALIAN.exec(text) ?? [];
  const fullYear = year?.length === 2 ? 2000 + Number(year) : Number(year);
  if (!isDay(fullYear, Number(month), Number(day))) {
    return { value: null, problems: [problemAt(row, 'decided_on', 'date-unreadable')] };
  }
  return { value: isoDate(fullYear, Number(month), Number(day)), problems: [] };
}

function readFingerprintCell(
  row: NamedRow,
  column: 'old_fingerprint' | 'new_fingerprint',
): FieldReading<string> {
  const text = row.get(column).toLowerCase();
  if (text === '' || readFingerprint(text)) return { value: text, problems: [] };
  return { value: null, problems: [problemAt(row, column, 'fingerprint-unreadable')] };
}
