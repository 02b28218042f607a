/**
 * What the numbers set by hand do: how much F1 of the links changes on each reference set, and which certain links become
 * wrong, when one is halved or doubled, nothing being learnt anew. Writes the second part of docs/ablation.md.
 *   npm run bench:numbers
 */

import { NUMBERS } from '../src/match/numbers.ts';
import { writeSection } from './lib/ablation-page.ts';
import { runProcmap } from './lib/procmap-method.ts';
import { asMarkdown, type Table } from './lib/quality-tables.ts';
import { scoreCrosswalk } from './lib/score.ts';
import { allSets } from './lib/sets.ts';

const sets = allSets();
/** Changes smaller than this are none. */
const TELLS = 0.0005;

interface Measured {
  readonly f1: readonly number[];
  readonly wrong: number;
}

function measure(): Measured {
  const scores = sets.map((set) => scoreCrosswalk(runProcmap(set).crosswalk, set.gold));
  return {
    f1: scores.map(({ f1 }) => f1),
    wrong: scores.reduce((sum, { certain }) => sum + certain.wrong.length, 0),
  };
}

const before = measure();
const rows: string[][] = [];
for (const [step, numbers] of Object.entries<Record<string, number>>(NUMBERS)) {
  for (const [name, value] of Object.entries(numbers)) {
    if (step === 'tell') continue;
    for (const factor of [0.5, 2]) {
      numbers[name] = Number.isInteger(value) ? Math.max(1, Math.round(value * factor)) : value * factor;
      rows.push([`${step}.${name}`, told(value), told(numbers[name]), ...changes(measure())]);
      console.error(rows.at(-1)?.join(' '));
    }
    numbers[name] = value;
  }
}

function changes({ f1, wrong }: Measured): string[] {
  const gaps = f1.map((value, i) => value - (before.f1[i] as number));
  const texts = gaps.map((gap) => (Math.abs(gap) < TELLS ? '' : `${gap > 0 ? '+' : ''}${gap.toFixed(3)}`));
  return [
    ...texts,
    wrong === before.wrong ? '' : `${wrong > before.wrong ? '+' : ''}${wrong - before.wrong}`,
  ];
}

function told(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const table: Table = [
  ['number', 'is', 'would be', ...sets.map(({ name }) => name), 'wrong certain'],
  ...rows,
];
writeSection('numbers', asMarkdown(table));
