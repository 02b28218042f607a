import { readCode } from '../../../model/read-code.ts';
import { type CandidateColumn, candidatesFor } from './flat-columns.ts';
import { coverage, outlineOf } from './outline.ts';

/** The rows of a table below its header, blanks folded. */
export type Body = readonly (readonly string[])[];

/** Which column holds the codes, and how that was told. */
export interface ChosenColumn {
  readonly column: number;
  /** Other columns that could be the code by their names, with something in them. */
  readonly others: readonly number[];
  /** Whether what the columns hold tells them apart. */
  readonly clear: boolean;
}

/** Rows that are looked at: enough to tell a column by. */
const SAMPLE = 2000;
/** Scores that lie closer are no reason for the one or the other. */
const MARGIN = 0.25;

/**
 * Chooses the column of codes by what the columns hold: codes of our grammar, codes that other rows name as their parents,
 * codes that hang together, that are told apart, and that are no plain count of the rows. Of equals the plainer name wins.
 *
 * @returns `null` where no column could be the code
 */
export function chooseCodeColumn(
  header: readonly string[],
  body: Body,
  parent: number | undefined,
): ChosenColumn | null {
  const filled = candidatesFor('code', header).filter(({ column }) => body.some((row) => row[column]));
  const sample = body.slice(0, SAMPLE);
  const parents = parent === undefined ? null : new Set(sample.map((row) => row[parent] ?? ''));
  const scored = filled
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate, sample, parents) }))
    .sort((a, b) => b.score - a.score || a.rank - b.rank || a.column - b.column);
  const [best, second] = scored;
  if (best === undefined) return null;
  const close = scored.filter(({ score }) => best.score - score < MARGIN);
  const chosen = close.toSorted((a, b) => a.rank - b.rank || a.column - b.column)[0] ?? best;
  const others = scored.filter(({ column }) => column !== chosen.column).map(({ column }) => column);
  return { column: chosen.column, others, clear: second === undefined || close.length === 1 };
}

function scoreOf({ column }: CandidateColumn, sample: Body, parents: ReadonlySet<string> | null): number {
  const texts = sample.map((row) => row[column] ?? '');
  const codes = texts.filter((text) => text !== '');
  if (codes.length === 0) return -Infinity;
  const share = (test: (text: string) => boolean) => codes.filter(test).length / codes.length;
  const distinct = new Set(codes).size / codes.length;
  const ours = share((text) => readCode(text).code !== null && /\d\.\d/.test(text));
  const known = new Set(codes);
  const named = parents === null ? 0 : [...parents].filter((each) => known.has(each)).length / parents.size;
  return (
    3 * ours +
    4 * named +
    2 * coverage(codes, outlineOf(codes)) +
    2 * distinct +
    codes.length / texts.length +
    share((text) => /^\S{1,32}$/.test(text)) -
    (isCount(codes) ? 4 : 0)
  );
}

/** Numbers that go up by one from row to row count the rows. */
function isCount(codes: readonly string[]): boolean {
  if (codes.length < 2 || !codes.every((code) => /^\d+$/.test(code))) return false;
  const steps = codes.slice(1).filter((code, i) => Number(code) - Number(codes[i]) === 1);
  return steps.length >= 0.9 * (codes.length - 1);
}

const MOSTLY = 0.5;

/**
 * Chooses the column of labels: the plainest name among those that most rows fill, and that name more than a few groups.
 *
 * @returns `null` where no column could be the label
 */
export function chooseLabelColumn(header: readonly string[], body: Body, code: number): number | null {
  const sample = body.slice(0, SAMPLE);
  const candidates = candidatesFor('label', header)
    .filter(({ column }) => column !== code)
    .map((candidate) => ({ ...candidate, ...useOf(candidate.column, sample) }));
  const useful = candidates.filter(({ filled }) => filled >= MOSTLY);
  const telling = useful.filter(({ distinct }) => distinct >= MOSTLY);
  const from = [telling, useful, candidates].find((list) => list.length > 0) ?? [];
  return from.toSorted((a, b) => a.rank - b.rank || a.column - b.column)[0]?.column ?? null;
}

function useOf(column: number, sample: Body): { readonly filled: number; readonly distinct: number } {
  const texts = sample.map((row) => row[column] ?? '').filter((text) => text !== '');
  return {
    filled: sample.length === 0 ? 0 : texts.length / sample.length,
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
  };
}
