import type { DecisionReading } from '../decide/decision-reading.ts';
import type { Tell } from '../model/notice.ts';
import { rowAndColumn } from '../values/place.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { type Files, fileExists } from './files.ts';
import { unnoted } from './note-inputs.ts';
import { parseDecisions } from './parse-decisions.ts';
import { readSource } from './read-source.ts';

/** A decision file and what it says. */
export interface DecisionFile {
  readonly file: string;
  readonly reading: DecisionReading;
}

/** The name of the decision file that is kept beside the old map. */
const DECISIONS_FILE = 'decisions.csv';

/**
 * Reads the decisions of a comparison: from the file that was named, else from `decisions.csv` beside the old map, which
 * is then told.
 *
 * @param named `false` when none are wanted
 * @throws ProcmapError when the file cannot be read
 */
export async function readDecisions(
  files: Files,
  { named, oldSource }: { readonly named: string | false | undefined; readonly oldSource: string },
  tell: Tell,
): Promise<DecisionFile | null> {
  if (named === false) return null;
  const file = named ?? (await besideMap(files, oldSource));
  if (file === null) return null;
  if (named === undefined) tell({ kind: 'decisions-found', file });
  return { file, reading: await parseDecisions({ name: file, bytes: await readSource(files, file) }) };
}

/**
 * A workbook that people have filled in is their work, not a result to be written anew.
 *
 * @throws ProcmapError when the file exists and holds decisions, even ones that cannot be read
 */
export async function refuseFilledIn(files: Files, file: string): Promise<void> {
  if (!(await fileExists(files, file))) return;
  const count = await countDecisions(files, file);
  if (count > 0) throw new ProcmapError('output-holds-decisions', { file, count });
}

/**
 * How many decisions a file holds, counting rows somebody filled in wrongly; 0 for a file that is no decision file, and
 * for one that cannot be read as a table at all.
 */
async function countDecisions(files: Files, file: string): Promise<number> {
  const bytes = await readSource(unnoted(files), file);
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
export async function decisionsPath(files: Files, oldSource: string): Promise<string | null> {
  return oldSource !== '-' && (await fileExists(files, oldSource))
    ? files.inFolder(files.folderOf(oldSource), DECISIONS_FILE)
    : null;
}

async function besideMap(files: Files, oldSource: string): Promise<string | null> {
  const path = await decisionsPath(files, oldSource);
  return path !== null && (await fileExists(files, path)) ? path : null;
}
