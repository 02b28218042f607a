import { resolve } from 'node:path';
import { type Comparison, decisionsTaken, recordDecision } from '../app/compare.ts';
import type { Decision } from '../model/decision.ts';
import { renderDecisionsCsv } from '../render/decisions-csv.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { type CompareOptions, compareFiles } from './compare-files.ts';
import type { Context } from './context.ts';
import { decisionsPath } from './read-decisions.ts';
import { writeOutput } from './write-output.ts';

/** A decision file that grows: the comparison as decided so far, and a way to add to it. */
export interface OpenDecisionFile {
  readonly file: string;
  readonly comparison: Comparison;
  /** Who decided last, to be offered as an answer; may be empty. */
  readonly lastAuthor: string;
  /** Adds what was decided about one old entry, and saves the whole file. */
  record(answer: readonly Decision[]): Promise<void>;
}

/**
 * Opens the decision file that answers go to: the one that is named, else `decisions.csv` beside the old map. What it
 * holds is applied and kept.
 *
 * @throws ProcmapError when there is no place for it, or when it holds other decisions than those to begin with
 */
export async function openDecisionFile(
  [oldSource, newSource]: readonly [string, string],
  options: CompareOptions & { readonly output?: string },
  context: Context,
): Promise<OpenDecisionFile> {
  const { io } = context;
  const file = options.output ?? (await decisionsPath(oldSource, io));
  if (file === null) throw new ProcmapError('usage', { message: '-o FILE' });
  const exists = await io.exists(file);
  const named = typeof options.decisions === 'string' ? options.decisions : undefined;
  if (exists && named !== undefined && resolve(io.cwd, named) !== resolve(io.cwd, file)) {
    throw new ProcmapError('file-exists', { file });
  }
  const decisions = named ?? (exists ? file : false);
  const comparison = await compareFiles(oldSource, newSource, { ...options, decisions }, context);
  let taken = decisionsTaken(comparison);
  return {
    file,
    comparison,
    lastAuthor: taken.findLast(({ by }) => by !== '')?.by ?? '',
    record: async (answer) => {
      taken = recordDecision(taken, answer, comparison);
      await writeOutput(context, renderDecisionsCsv(taken), { output: file, inputs: [oldSource, newSource] });
    },
  };
}
