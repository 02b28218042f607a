import type { DecisionReading } from '../decide/decision-reading.ts';
import { recordDecision } from '../decide/record-decision.ts';
import type { Decision } from '../model/decision.ts';
import type { Tell } from '../model/notice.ts';
import { renderDecisionsCsv } from '../render/decisions-csv.ts';
import {
  type CompareFilesOptions,
  type MapPair,
  readMaps,
  tellCopies,
  tellDecisions,
} from './compare-files.ts';
import { type Comparer, comparer } from './compare-maps.ts';
import type { Comparison } from './comparison.ts';
import { decisionsOf } from './decisions-of.ts';
import type { Files } from './files.ts';
import { parseDecisions } from './parse-decisions.ts';
import { readDecisions } from './read-decisions.ts';

/** A comparison that somebody decides on, as decided so far. Deciding makes another one and leaves this as it is. */
export interface OpenComparison {
  readonly comparison: Comparison;
  /** What was decided, as the decision file that holds it. */
  readonly decisionFile: string;
  /** With what was just decided about one old entry. */
  record(answer: readonly Decision[]): Promise<OpenComparison>;
  /** With the decisions of another decision file instead; none where it is empty. */
  decidedAs(decisionFile: string): Promise<OpenComparison>;
}

/** The name that decisions taken here go by in messages, and under which they are saved. */
export const DECISION_FILE = 'decisions.csv';

/**
 * Reads two maps, and the decisions on them, and compares them for somebody who goes on deciding. What is decided is read
 * again from the decision file that it makes, so that the file says all there is to say.
 *
 * @throws ProcmapError when a file cannot be read, or when decisions contradict each other
 */
export async function openComparison(
  files: Files,
  sources: MapPair,
  options: CompareFilesOptions,
  tell: Tell,
): Promise<OpenComparison> {
  const { serviceEntries = 'carry', lexicon, decisions, watch } = options;
  const maps = await readMaps(files, sources, options, tell);
  const decided = await readDecisions(files, { named: decisions, oldSource: sources.old }, tell);
  const compared = (onProgress?: Parameters<Parameters<NonNullable<typeof watch>>[1]>[0]) => {
    const shown = onProgress ? { onProgress } : {};
    const compare = comparer(maps.old, maps.new, { serviceEntries, lexicon, ...shown });
    return opened(compare, compare(decided?.reading));
  };
  const open = watch ? watch(maps, compared) : compared();
  if (decided !== null) tellDecisions(open.comparison, decided.file, tell);
  tellCopies(open.comparison, tell);
  return open;
}

function opened(compare: Comparer, comparison: Comparison): OpenComparison {
  const taken = decisionsOf(comparison);
  const decidedAs = async (text: string) => opened(compare, compare(await readingOf(text)));
  return {
    comparison,
    decisionFile: taken.length === 0 ? '' : renderDecisionsCsv(taken),
    record: (answer) => decidedAs(renderDecisionsCsv(recordDecision(taken, answer, comparison))),
    decidedAs,
  };
}

async function readingOf(decisionFile: string): Promise<DecisionReading | undefined> {
  if (decisionFile === '') return undefined;
  return parseDecisions({ name: DECISION_FILE, bytes: new TextEncoder().encode(decisionFile) });
}
