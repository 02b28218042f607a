import type { Lang } from '../model/lang.ts';
import type { Balance, RecodeReport, Total } from '../model/recode-report.ts';
import { kindTexts } from '../words/kinds.ts';
import { fill, formatNumber } from '../words/language.ts';
import { recodeTexts } from '../words/recode.ts';
import { safeText } from '../words/safe-text.ts';
import { workbookNoteText } from '../words/workbook-notes.ts';
import { decimalsOf, exactNumber, withDecimals } from './exact-number.ts';
import {
  type RecodeBlock,
  type RecodeBlockOptions,
  type RecodeTable,
  recodeHeading,
  runText,
  sentence,
} from './recode-heading.ts';

export type { RecodeBlock, RecodeBlockOptions, RecodeTable } from './recode-heading.ts';

/**
 * The report of a recoding in parts, for whoever draws it: what went in and out, proof that it balances, what was moved,
 * what was rejected. Every text from a file in it is harmless.
 */
export function recodeBlocks(report: RecodeReport, options: RecodeBlockOptions): readonly RecodeBlock[] {
  const blocks = [
    recodeHeading(report, options),
    totals(report, options),
    kinds(report, options),
    alarms(report, options),
    rejects(report, options),
    undecided(report, options),
    shares(report, options),
    leftTotals(report, options),
    told(report, options),
    persons(report, options),
  ];
  return blocks.filter(({ parts }) => parts.length > 0);
}

const NOTHING: RecodeBlock = { title: null, parts: [] };

function shares(
  { shares: all, rounded, continued }: RecodeReport,
  { lang }: RecodeBlockOptions,
): RecodeBlock {
  if (all.length === 0) return NOTHING;
  const texts = recodeTexts[lang];
  const several = new Set(all.map(({ column, measure }) => `${column} ${measure}`)).size > 1;
  const percent = (share: string) => `${formatNumber(lang, Number(share) * 100, 2)}%`;
  const rows = all.flatMap(({ code, column, measure, targets }) =>
    targets.map((target, i) => [
      i === 0 ? safeText(code) : '',
      ...(several ? [i === 0 ? safeText(column) : ''] : []),
      `→ ${safeText(target.code)}`,
      percent(target.decided),
      percent(target.obtained),
      exactNumber(lang, target.total, measure),
    ]),
  );
  const head = ['', ...(several ? [''] : []), '', texts.decided, texts.obtained, texts.amount];
  const count = formatNumber(lang, rounded);
  return {
    title: texts.shares,
    parts: [
      table(head, rows, { left: several ? 3 : 2 }),
      ...(continued ? [sentence(texts.continued)] : []),
      ...(rounded > 0 ? [sentence(fill(texts.rounded, { count }))] : []),
    ],
  };
}

/** What of the workbook could not follow its rows. */
function told({ told: notes }: RecodeReport, { lang }: RecodeBlockOptions): RecodeBlock {
  const parts = notes.map((note) => sentence(safeText(workbookNoteText(lang, note))));
  return { title: recodeTexts[lang].told, parts };
}

function leftTotals({ leftTotals: all }: RecodeReport, { lang }: RecodeBlockOptions): RecodeBlock {
  const texts = recodeTexts[lang];
  const parts = all.map(({ place, column, found, expected }) =>
    sentence(fill(texts.leftTotal, { place: safeText(place), column: safeText(column), found, expected })),
  );
  return { title: texts.leftTotals, parts };
}

function totals({ balances, columns }: RecodeReport, { lang }: RecodeBlockOptions): RecodeBlock {
  const texts = recodeTexts[lang];
  const rows = evened(balances).map((balance) => [
    runText(balance.column, columns, lang) ?? safeText(balance.column),
    ...balanceCells(lang, balance),
  ]);
  const head = ['', texts.before, texts.after, texts.rejected];
  return { title: texts.totals, parts: [table(head, rows), sentence(texts.balances, 'good')] };
}

function persons(
  { persons: all, columns, balances: totalBalances }: RecodeReport,
  { lang, maxPersons }: RecodeBlockOptions,
): RecodeBlock {
  if (columns.person === null) return NOTHING;
  const texts = recodeTexts[lang];
  const shown = all.slice(0, maxPersons);
  const several = totalBalances.length > 1;
  const head = [
    safeText(columns.person),
    ...(several ? [''] : []),
    texts.before,
    texts.after,
    texts.rejected,
  ];
  const named = shown.flatMap(({ person, balances }) =>
    balances.map((_, i) => (i === 0 ? safeText(person) : '')),
  );
  const rows = evened(shown.flatMap(({ balances }) => balances)).map((balance, i) => [
    named[i] ?? '',
    ...(several ? [safeText(balance.column)] : []),
    ...balanceCells(lang, balance),
  ]);
  const more = all.length - shown.length;
  return {
    title: fill(texts.persons, { count: formatNumber(lang, all.length) }),
    parts: [
      table(head, rows, { left: several ? 2 : 1 }),
      ...(more > 0 ? [sentence(fill(texts.morePersons, { count: formatNumber(lang, more) }))] : []),
    ],
  };
}

function balanceCells(lang: Lang, { measure, before, after, rejected }: Balance): readonly string[] {
  return [before, after, rejected].map((value) => exactNumber(lang, value, measure));
}

/** All amounts of a column and measure with the same number of decimals. */
function evened(balances: readonly Balance[]): readonly Balance[] {
  const amounts = (['before', 'after', 'rejected'] as const).map((side) =>
    balances.map(({ column, measure, [side]: value }) => ({ column, measure, value })),
  );
  const [before = [], after = [], rejected = []] = evenedTotals(amounts);
  return balances.map((balance, i) => ({
    ...balance,
    before: before[i]?.value ?? balance.before,
    after: after[i]?.value ?? balance.after,
    rejected: rejected[i]?.value ?? balance.rejected,
  }));
}

/** The sums of several rows of a table, those of a column and measure with the same number of decimals. */
function evenedTotals(rows: readonly (readonly Total[])[]): readonly (readonly Total[])[] {
  const digits = new Map<string, number>();
  const keyOf = ({ column, measure }: Total) => `${measure} ${column}`;
  for (const total of rows.flat())
    digits.set(keyOf(total), Math.max(digits.get(keyOf(total)) ?? 0, decimalsOf(total.value)));
  return rows.map((sums) =>
    sums.map((total) => ({ ...total, value: withDecimals(total.value, digits.get(keyOf(total)) ?? 0) })),
  );
}

function kinds({ kinds: own }: RecodeReport, { lang }: RecodeBlockOptions): RecodeBlock {
  if (own.length === 0) return NOTHING;
  const texts = recodeTexts[lang];
  const sums = evenedTotals(own.map(({ totals: each }) => each));
  const rows = own.map(({ change, codes, rows: count }, i) => [
    kindTexts[lang].change[change],
    formatNumber(lang, codes),
    formatNumber(lang, count),
    totalsText(lang, sums[i] ?? []),
  ]);
  return { title: texts.byKind, parts: [table(['', texts.codes, texts.rowCount, texts.amounts], rows)] };
}

function alarms(
  { recycled, unconfirmed, rejects: own }: RecodeReport,
  { lang }: RecodeBlockOptions,
): RecodeBlock {
  const texts = recodeTexts[lang];
  const filled = (text: string, { codes, rows, totals: sums }: RecodeReport['recycled']) =>
    fill(text, {
      codes: formatNumber(lang, codes),
      rows: formatNumber(lang, rows),
      totals: totalsText(lang, sums),
    });
  const isNew = own.some(({ reason }) => reason === 'new-code');
  return {
    title: null,
    parts: [
      ...(recycled.rows > 0 ? [sentence(filled(texts.recycled, recycled), 'alarm')] : []),
      ...(unconfirmed.rows > 0 ? [sentence(filled(texts.unconfirmed, unconfirmed))] : []),
      ...(isNew ? [sentence(texts.newCodes, 'bad')] : []),
    ],
  };
}

function rejects({ rejects: own }: RecodeReport, { lang }: RecodeBlockOptions): RecodeBlock {
  if (own.length === 0) return NOTHING;
  const texts = recodeTexts[lang];
  const sums = evenedTotals(own.map(({ totals: each }) => each));
  const rows = own.map(({ reason, rows: count, codes }, i) => [
    texts.reasons[reason],
    formatNumber(lang, count),
    totalsText(lang, sums[i] ?? []),
    safeText(codes.filter((code) => code !== '').join(', ')),
  ]);
  const head = ['', texts.rowCount, texts.amounts, ''];
  return { title: texts.rejects, parts: [table(head, rows, { leftAtEnd: 1 })] };
}

function undecided({ undecided: own }: RecodeReport, { lang, labelWidth }: RecodeBlockOptions): RecodeBlock {
  if (own.length === 0) return NOTHING;
  const texts = recodeTexts[lang];
  const sums = evenedTotals(own.map(({ totals: each }) => each));
  const rows = own.map(({ code, label, rows: count }, i) => [
    safeText(code),
    formatNumber(lang, count),
    totalsText(lang, sums[i] ?? []),
    shortened(safeText(label), labelWidth),
  ]);
  const head = ['', texts.rowCount, texts.amounts, ''];
  return { title: texts.undecided, parts: [table(head, rows, { leftAtEnd: 1 })] };
}

function totalsText(lang: Lang, sums: readonly Total[]): string {
  if (sums.length === 0) return '0';
  const several = new Set(sums.map(({ column }) => column)).size > 1;
  return sums
    .map(({ column, measure, value }) =>
      several
        ? `${safeText(column)} ${exactNumber(lang, value, measure)}`
        : exactNumber(lang, value, measure),
    )
    .join(several ? '; ' : ' + ');
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { left = 1, leftAtEnd = 0 }: Partial<Pick<RecodeTable, 'left' | 'leftAtEnd'>> = {},
): RecodeTable {
  return { kind: 'table', head, rows, left, leftAtEnd };
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
