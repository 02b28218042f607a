import { type Measured, RANKS, type SetResult } from './measure.ts';
import { calibrationError, type ReliabilityBin, reliability } from './ranking.ts';
import type { Hardship } from './robustness.ts';

/** A table of text: the head, then the rows. */
export type Table = readonly (readonly string[])[];

/** F1 of every method on every set. */
export function overviewTable(results: readonly SetResult[]): Table {
  const methods = results[0]?.baselines.map(({ method }) => method) ?? [];
  const heldOut = results[0]?.heldOut.map(({ method }) => method) ?? [];
  return [
    ['set', 'old entries', 'links', 'procmap', ...heldOut, ...methods],
    ...results.map(({ set, procmap, heldOut: blind, baselines }) => [
      set.name,
      String(procmap.score.oldCodes),
      String(procmap.score.required),
      figure(procmap.score.f1),
      ...blind.map(({ score }) => figure(score.f1)),
      ...baselines.map(({ score }) => figure(score.f1)),
    ]),
  ];
}

/** All that is measured of procmap, with the built-in weights and with those learnt from something else. */
export function procmapTable(results: readonly SetResult[]): Table {
  return [
    [
      'set',
      'weights',
      'P',
      'R',
      'F1',
      'certain P',
      'certain covers',
      'wrong certain',
      'complete P',
      'complete covers',
      'kinds',
      'lost',
      ...RANKS.map((k) => `top ${k}`),
    ],
    ...results.flatMap(({ set, procmap, heldOut }) =>
      [procmap, ...heldOut].map((measured) => [set.name, measured.method, ...procmapFigures(measured)]),
    ),
  ];
}

function procmapFigures({ score, recall }: Measured): string[] {
  const { certain, lost } = score;
  return [
    ...[score.precision, score.recall, score.f1, certain.precision, certain.coverage].map(figure),
    String(certain.wrong.length),
    figure(score.complete.precision),
    figure(score.complete.coverage),
    figure(score.kindAgreement),
    lost.of === 0 ? '-' : `${lost.seen}/${lost.of}`,
    ...recall.map(figure),
  ];
}

/** All that is measured of the baselines. */
export function baselineTable(results: readonly SetResult[]): Table {
  return [
    ['set', 'method', 'P', 'R', 'F1', 'kinds', ...RANKS.map((k) => `top ${k}`), 'chosen in its favour'],
    ...results.flatMap(({ set, baselines }) =>
      baselines.map(({ method, score, recall, choice }) => [
        set.name,
        method,
        score.links === 0 ? '-' : figure(score.precision),
        ...[score.recall, score.f1, score.kindAgreement, ...recall].map(figure),
        choice || '-',
      ]),
    ),
  ];
}

/** What procmap is worth where more befalls a revision than usual. */
export function hardshipTable(hardships: readonly Hardship[]): Table {
  return [
    ['set', 'what befell it', 'F1', 'certain P', 'certain covers', 'wrong certain', 'kinds'],
    ...hardships.map(({ set, hardship, score }) => [
      set,
      hardship,
      ...[score.f1, score.certain.precision, score.certain.coverage].map(figure),
      String(score.certain.wrong.length),
      figure(score.kindAgreement),
    ]),
  ];
}

/** Pairs below and above these confidences are nearly all plain; with them alone a poor calibration looks good. */
const DOUBTFUL = { from: 0.1, to: 0.98 } as const;

/** What was said of single pairs against what held, over all sets; the last rows sum up. */
export function reliabilityTable(results: readonly SetResult[]): Table {
  const bins = reliability(results.flatMap(({ statements }) => statements));
  const doubtful = bins.filter((bin) => bin.from >= DOUBTFUL.from && bin.to <= DOUBTFUL.to);
  return [
    ['confidence', 'pairs', 'said', 'held', 'distance'],
    ...bins.map((bin) => [
      rangeText(bin),
      String(bin.count),
      ...(bin.count === 0
        ? ['-', '-', '-']
        : [bin.said, bin.held, Math.abs(bin.said - bin.held)].map(figure)),
    ]),
    ['all, on average', ...summary(bins)],
    [`${rangeText(DOUBTFUL)}, on average`, ...summary(doubtful)],
  ];
}

function rangeText({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${from.toFixed(2)} to ${to.toFixed(2)}`;
}

function summary(bins: readonly ReliabilityBin[]): string[] {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const mean = (figureOf: (bin: ReliabilityBin) => number): string =>
    figure(bins.reduce((sum, bin) => sum + bin.count * figureOf(bin), 0) / (count || 1));
  return [String(count), mean(({ said }) => said), mean(({ held }) => held), figure(calibrationError(bins))];
}

/** Certain links that are wrong, one a line; none, and the line says so. */
export function wrongCertain(results: readonly SetResult[]): string[] {
  const lines = results.flatMap(({ set, procmap, heldOut }) => [
    ...procmap.score.certain.wrong.map((pair) => `${set.name}: ${pair}`),
    ...heldOut.flatMap(({ method, score }) =>
      score.certain.wrong.map((pair) => `${set.name}, learnt from ${method}: ${pair}`),
    ),
  ]);
  return lines.length === 0 ? ['none'] : lines;
}

/** Entries that were said to be certain and complete and are not, each with what it goes to, as said. */
export function wrongComplete(results: readonly SetResult[]): string[] {
  const lines = results.flatMap(({ set, procmap, heldOut }) =>
    [procmap, ...heldOut].flatMap(({ method, score }) =>
      score.complete.wrong.map((entry) => `${set.name}, ${method}: ${entry}`),
    ),
  );
  return lines.length === 0 ? ['none'] : lines;
}

function figure(value: number): string {
  return value.toFixed(3);
}

/** A table for the terminal: columns as wide as they need to be, figures to the right. */
export function asText(table: Table): string {
  const widths = (table[0] ?? []).map((_, i) => Math.max(...table.map((row) => (row[i] ?? '').length)));
  return table
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i] as number, isFigure(table, i)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width);
}

/** A table for Markdown. */
export function asMarkdown(table: Table): string {
  const [head = [], ...rows] = table;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_, i) => (isFigure(table, i) ? '---:' : '---')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function isFigure(table: Table, column: number): boolean {
  return table.slice(1).every((row) => /^[-\d./]*$/.test(row[column] ?? ''));
}
