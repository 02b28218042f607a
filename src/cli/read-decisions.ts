import { dirname, join } from 'node:path';
import { parseDecisions } from '../app/compare.ts';
import type { MigrationReport } from '../model/report.ts';
import { rowAndColumn } from '../values/place.ts';
import { decisionTexts, staleDecisionText } from '../words/decisions.ts';
import { fill, formatNumber } from '../words/language.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Context } from './context.ts';
import { readBytes } from './read-map.ts';

/** A decision file and what it says. */
export interface DecisionFile {
  readonly file: string;
  readonly reading: Awaited<ReturnType<typeof parseDecisions>>;
}

/** The name of the decision file that is kept beside the old map. */
export const DECISIONS_FILE = 'decisions.csv';

/**
 * Reads the decisions of a comparison: from the file that was named, else from `decisions.csv` beside the old map, which
 * is then said.
 *
 * @param named `false` when none are wanted
 * @throws ProcmapError when the file cannot be read
 */
export async function readDecisions(
  named: string | false | undefined,
  oldSource: string,
  { io, lang, say }: Context,
): Promise<DecisionFile | null> {
  if (named === false) return null;
  const file = named ?? (await besideMap(oldSource, io));
  if (file === null) return null;
  if (named === undefined) say(fill(decisionTexts[lang].found, { file }));
  return { file, reading: await parseDecisions({ name: file, bytes: await readBytes(io, file) }) };
}

/**
 * How many decisions a file holds, counting rows somebody filled in wrongly; 0 for a file that is no decision file, and
 * for one that cannot be read as a table at all.
 */
export async function countDecisions(file: string, io: Context['io']): Promise<number> {
  const bytes = await readBytes(io, file);
  const reading = await parseDecisions({ name: file, bytes }).catch((error: unknown) => {
    if (error instanceof ProcmapError) return { decisions: [], problems: [] };
    throw error;
  });
  const flawed = reading.problems.filter(({ kind }) => kind !== 'columns-missing');
  const rows = [...reading.decisions, ...flawed].map(({ place }) =>
    [place.sheet ?? '', rowAndColumn(place)?.line ?? ''].join('!'),
  );
  return new Set(rows).size;
}

/** Where the decision file of an old map is kept; `null` for maps that are no file. */
export async function decisionsPath(oldSource: string, io: Context['io']): Promise<string | null> {
  return oldSource !== '-' && (await io.exists(oldSource)) ? join(dirname(oldSource), DECISIONS_FILE) : null;
}

async function besideMap(oldSource: string, io: Context['io']): Promise<string | null> {
  const path = await decisionsPath(oldSource, io);
  return path !== null && (await io.exists(path)) ? path : null;
}

/** Says how many decisions were applied, and which have gone stale and why. */
export function sayDecisions(report: MigrationReport, file: string, { lang, say }: Context): void {
  if (report.decisions === null) return;
  const { applied, stale } = report.decisions;
  const counts = { applied: formatNumber(lang, applied), stale: formatNumber(lang, stale.length) };
  say(fill(decisionTexts[lang].applied, { file, ...counts }));
  for (const each of stale) say(`  ${staleDecisionText(lang, each)}`);
}
