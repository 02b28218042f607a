import type { Lang } from '../model/lang.ts';
import type { Balance, RecodeReport, Total } from '../model/recode-report.ts';
import { kindTexts } from '../words/kinds.ts';
import { fill, formatNumber } from '../words/language.ts';
import { recodeTexts } from '../words/recode.ts';
import { safeText } from '../words/safe-text.ts';
import { workbookNoteText } from '../words/workbook-notes.ts';
import { decimalsOf, exactNumber, withDecimals } from './exact-number.ts';
import { paragraph, type RecodeTextOptions, recodeHeading, runText } from './recode-heading.ts';
import { plainStyle } from './style.ts';

export type { RecodeTextOptions } from './recode-heading.ts';

type Lines = readonly string[];

const DEFAULTS = { lang: 'en', style: plainStyle, width: 80, dryRun: false } as const;
const MAX_PERSONS = 200;

/** Draws the report of a recoding: what went in and out, proof that it balances, what was moved, what was rejected. */
export function renderRecodeText(
  report: RecodeReport,
  given: Partial<RecodeTextOptions> & Pick<RecodeTextOptions, 'file' | 'crosswalk'>,
): string {
  const options = { ...DEFAULTS, ...given };
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
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function shares({ shares: all, rounded, continued }: RecodeReport, options: RecodeTextOptions): Lines {
  const { lang, style } = options;
  if (all.length === 0) return [];
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
  const header = ['', ...(several ? [''] : []), '', texts.decided, texts.obtained, texts.amount];
  return [
    style.strong(texts.shares),
    ...table([header, ...rows], several ? 3 : 2),
    ...(continued ? paragraph(texts.continued, options) : []),
    ...(rounded > 0 ? paragraph(fill(texts.rounded, { count: formatNumber(lang, rounded) }), options) : []),
  ];
}

/** What of the workbook could not follow its rows. */
function told({ told: notes }: RecodeReport, options: RecodeTextOptions): Lines {
  const { lang, style } = options;
  if (notes.length === 0) return [];
  return [
    style.strong(recodeTexts[lang].told),
    ...notes.flatMap((note) => paragraph(safeText(workbookNoteText(lang, note)), options)),
  ];
}

function leftTotals({ leftTotals: all }: RecodeReport, options: RecodeTextOptions): Lines {
  if (all.length === 0) return [];
  const texts = recodeTexts[options.lang];
  return [
    options.style.strong(texts.leftTotals),
    ...all.flatMap(({ place, column, found, expected }) =>
      paragraph(
        fill(texts.leftTotal, { place: safeText(place), column: safeText(column), found, expected }),
        options,
      ),
    ),
  ];
}

function totals({ balances, columns }: RecodeReport, { lang, style }: RecodeTextOptions): Lines {
  const texts = recodeTexts[lang];
  const header = ['', texts.before, texts.after, texts.rejected];
  const rows = evened(balances).map((balance) => [
    runText(balance.column, columns, lang) ?? safeText(balance.column),
    ...balanceCells(lang, balance),
  ]);
  return [style.strong(texts.totals), ...table([header, ...rows]), `  ${style.good(texts.balances)}`];
}

function persons(
  { persons: all, columns, balances: totalBalances }: RecodeReport,
  { lang, style }: RecodeTextOptions,
): Lines {
  if (columns.person === null) return [];
  const texts = recodeTexts[lang];
  const shown = all.slice(0, MAX_PERSONS);
  const several = totalBalances.length > 1;
  const header = [
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
  return [
    style.strong(fill(texts.persons, { count: formatNumber(lang, all.length) })),
    ...table([header, ...rows], several ? 2 : 1),
    ...(more > 0 ? [`  ${fill(texts.morePersons, { count: formatNumber(lang, more) })}`] : []),
  ];
}

function balanceCells(lang: Lang, { measure, before, after, rejected }: Balance): readonly string[] {
  return [before, after, rejected].map((value) => exactNumber(lang, value, measure));
}

/** All amounts of a column and measure with the same number of decimals. */
function evened(balances: readonly Balance[]): readonly Balance[] {
  const digits = new Map<string, number>();
  const keyOf = ({ column, measure }: Balance) => `${measure} ${column}`;
  for (const balance of balances) {
    const own = [balance.before, balance.after, balance.rejected].map(decimalsOf);
    digits.set(keyOf(balance), Math.max(digits.get(keyOf(balance)) ?? 0, ...own));
  }
  return balances.map((balance) => {
    const pad = (value: string) => withDecimals(value, digits.get(keyOf(balance)) ?? 0);
    return {
      ...balance,
      before: pad(balance.before),
      after: pad(balance.after),
      rejected: pad(balance.rejected),
    };
  });
}

function kinds({ kinds: own }: RecodeReport, { lang, style }: RecodeTextOptions): Lines {
  if (own.length === 0) return [];
  const texts = recodeTexts[lang];
  const rows = own.map(({ change, codes, rows: count, totals: sums }) => [
    kindTexts[lang].change[change],
    formatNumber(lang, codes),
    formatNumber(lang, count),
    totalsText(lang, sums),
  ]);
  return [style.strong(texts.byKind), ...table([['', texts.codes, texts.rowCount, texts.amounts], ...rows])];
}

function alarms(report: RecodeReport, options: RecodeTextOptions): Lines {
  const { lang, style } = options;
  const texts = recodeTexts[lang];
  const sentence = (text: string, { codes, rows, totals: sums }: RecodeReport['recycled']) =>
    fill(text, {
      codes: formatNumber(lang, codes),
      rows: formatNumber(lang, rows),
      totals: totalsText(lang, sums),
    });
  const { recycled, unconfirmed, rejects: own } = report;
  return [
    ...(recycled.rows > 0 ? paragraph(sentence(texts.recycled, recycled), options).map(style.alarm) : []),
    ...(unconfirmed.rows > 0 ? paragraph(sentence(texts.unconfirmed, unconfirmed), options) : []),
    ...(own.some(({ reason }) => reason === 'new-code')
      ? paragraph(texts.newCodes, options).map(style.bad)
      : []),
  ];
}

function rejects({ rejects: own }: RecodeReport, { lang, style }: RecodeTextOptions): Lines {
  if (own.length === 0) return [];
  const texts = recodeTexts[lang];
  const rows = own.map(({ reason, rows: count, totals: sums, codes }) => [
    texts.reasons[reason],
    formatNumber(lang, count),
    totalsText(lang, sums),
    safeText(codes.filter((code) => code !== '').join(', ')),
  ]);
  return [style.strong(texts.rejects), ...table([['', texts.rowCount, texts.amounts, ''], ...rows], 1, 1)];
}

function undecided({ undecided: own }: RecodeReport, { lang, style, width }: RecodeTextOptions): Lines {
  if (own.length === 0) return [];
  const texts = recodeTexts[lang];
  const rows = own.map(({ code, label, rows: count, totals: sums }) => [
    safeText(code),
    formatNumber(lang, count),
    totalsText(lang, sums),
    shortened(safeText(label), Math.max(20, width - 50)),
  ]);
  return [style.strong(texts.undecided), ...table([['', texts.rowCount, texts.amounts, ''], ...rows], 1, 1)];
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

/** Columns of text, the first ones and the last ones to the left and those between, which are numbers, to the right. */
function table(rows: readonly (readonly string[])[], left = 1, leftAtEnd = 0): Lines {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? '').length)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, i) => {
      const isText = i < left || i >= columns - leftAtEnd;
      return isText ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
