import { CHANGE_KINDS, type ChangeKind, GSIM_CODES, type GsimCode } from '../model/change.ts';
import { TIERS, type Tier } from '../model/correspondence.ts';
import type { CrosswalkRow } from '../model/crosswalk.ts';
import type { CrosswalkProblem } from '../model/crosswalk-problem.ts';
import { EMPTY_ROW } from '../model/crosswalk-rows.ts';
import { compareDecimals, formatDecimal, ONE, parseDecimal, trimDecimal, ZERO } from '../values/decimal.ts';
import { isoDay } from '../values/iso-date.ts';
import { parseShare } from '../values/parse-share.ts';
import { fromPlainText } from '../values/plain-text.ts';

/** A row of the file, by column name; a column it lacks is empty. */
export interface RawRow {
  readonly line: number;
  readonly get: (column: string) => string;
}

/** A problem whose file is still to be named. */
export type RowProblem = CrosswalkProblem extends infer P
  ? P extends { readonly kind: infer K; readonly args: infer A }
    ? { readonly kind: K; readonly line: number; readonly args: A }
    : never
  : never;

export interface ParsedRow {
  readonly line: number;
  readonly row: CrosswalkRow;
}

/** What a row says and what is wrong with it. `row` is `null` when it names no code at all. */
export interface RowReading {
  readonly line: number;
  readonly row: CrosswalkRow | null;
  readonly problems: readonly RowProblem[];
}

/** Reads a row of the full profile. */
export function readFullRow(raw: RawRow): RowReading {
  const change = choice<ChangeKind>(raw, 'change', CHANGE_KINDS);
  const tier = choice<Tier>(raw, 'tier', TIERS);
  const gsim = raw.get('gsim') === '' ? ok(null) : choice<GsimCode>(raw, 'gsim', GSIM_CODES);
  const isDefault = readBoolean(raw, 'is_default');
  const confidence = readConfidence(raw);
  const decidedOn = readDate(raw, 'decided_on');
  const complete: Reading<'yes' | 'unknown' | ''> =
    raw.get('complete') === '' ? ok('') : choice(raw, 'complete', ['yes', 'unknown'] as const);
  const base = readPayrollRow(raw);
  const problems = [change, tier, gsim, isDefault, confidence, decidedOn, complete].flatMap(
    (each) => each.problems,
  );
  if (base.row === null) return base;
  const row: CrosswalkRow = {
    ...base.row,
    oldPath: label(raw, 'old_path'),
    change: change.value ?? 'open',
    gsim: gsim.value ?? null,
    newPath: label(raw, 'new_path'),
    isDefault: isDefault.value ?? null,
    tier: tier.value ?? 'open',
    confidence: confidence.value ?? 0,
    evidence: raw.get('evidence'),
    alarms: list(raw.get('alarms')),
    alternatives: list(raw.get('alternatives')).map(alternative),
    decidedBy: label(raw, 'decided_by'),
    decidedOn: decidedOn.value ?? '',
    reason: label(raw, 'reason'),
    fingerprint: raw.get('fingerprint'),
    complete: complete.value ?? '',
  };
  return { line: raw.line, row, problems: [...base.problems, ...problems] };
}

/** Reads a row of the payroll profile: the codes and the share, their labels where somebody put them beside, and nothing that needs a decision. */
export function readPayrollRow(raw: RawRow): RowReading {
  const { line } = raw;
  const [oldCode, newCode] = [raw.get('old_code'), raw.get('new_code')];
  if (oldCode === '' && newCode === '')
    return { line, row: null, problems: [{ kind: 'codes-missing', line, args: {} }] };
  const share = readShare(raw, oldCode || newCode);
  const labels = { oldLabel: label(raw, 'old_label'), newLabel: label(raw, 'new_label') };
  const row: CrosswalkRow = { ...EMPTY_ROW, ...labels, oldCode, newCode, share: share.value ?? null };
  return { line, row, problems: share.problems };
}

/** A value, or why there is none. */
interface Reading<T> {
  readonly value: T | null;
  readonly problems: readonly RowProblem[];
}

function ok<T>(value: T): Reading<T> {
  return { value, problems: [] };
}

function bad(problem: RowProblem): Reading<never> {
  return { value: null, problems: [problem] };
}

function readShare(raw: RawRow, code: string): Reading<string | null> {
  const value = raw.get('share');
  if (value === '') return ok(null);
  const share = parseShare(value);
  if (!share) return bad({ kind: 'share-unreadable', line: raw.line, args: { code, value } });
  if (compareDecimals(share, ZERO) < 0 || compareDecimals(share, ONE) > 0)
    return bad({ kind: 'share-out-of-range', line: raw.line, args: { code, value } });
  return ok(formatDecimal(trimDecimal(share)));
}

function choice<T extends string>(raw: RawRow, column: string, choices: readonly T[]): Reading<T> {
  const value = raw.get(column);
  const found = choices.find((each) => each === value);
  return found === undefined ? unknown(raw, column, choices.join(', ')) : ok(found);
}

/** Spreadsheets write their own words for true and false. */
function readBoolean(raw: RawRow, column: string): Reading<boolean | null> {
  const value = raw.get(column).toLowerCase();
  if (value === '') return ok(null);
  if (['true', 'vero', '1'].includes(value)) return ok(true);
  return ['false', 'falso', '0'].includes(value) ? ok(false) : unknown(raw, column, 'true, false');
}

function readConfidence(raw: RawRow): Reading<number> {
  const value = raw.get('confidence');
  if (value === '') return ok(0);
  const confidence = parseDecimal(value.replace(',', '.'));
  const number = confidence ? Number(formatDecimal(confidence)) : Number.NaN;
  return number >= 0 && number <= 1 ? ok(number) : unknown(raw, 'confidence', '0 .. 1');
}

function readDate(raw: RawRow, column: string): Reading<string> {
  const value = raw.get(column);
  const day = value === '' ? '' : isoDay(value);
  if (day !== null) return ok(day);
  return bad({ kind: 'date-unreadable', line: raw.line, args: { column, value } });
}

function unknown(raw: RawRow, column: string, expected: string): Reading<never> {
  return bad({ kind: 'value-unknown', line: raw.line, args: { column, value: raw.get(column), expected } });
}

/** Undoes the apostrophe that keeps a spreadsheet from running a label. */
function label(raw: RawRow, column: string): string {
  return fromPlainText(raw.get(column));
}

function list(text: string): readonly string[] {
  return text === '' ? [] : text.split('|');
}

function alternative(text: string): CrosswalkRow['alternatives'][number] {
  const colon = text.lastIndexOf(':');
  if (colon === -1) return { code: text, confidence: 0 };
  return { code: text.slice(0, colon), confidence: Number(text.slice(colon + 1)) || 0 };
}
