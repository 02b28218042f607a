import { recordDecision } from '../decide/record-decision.ts';
import type { Decision } from '../model/decision.ts';
import type { Tell } from '../model/notice.ts';
import { renderDecisionsCsv } from '../render/decisions-csv.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { type CompareFilesOptions, compareFiles } from './compare-files.ts';
import type { Comparison } from './comparison.ts';
import { decisionsOf } from './decisions-of.ts';
import { type Files, fileExists } from './files.ts';
import { decisionsPath } from './read-decisions.ts';
import { writeFiles } from './write-files.ts';

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
  files: Files,
  sources: { readonly old: string; readonly new: string },
  options: CompareFilesOptions & { readonly output?: string | undefined },
  tell: Tell,
): Promise<OpenDecisionFile> {
  const file = options.output ?? (await decisionsPath(files, sources.old));
  if (file === null) throw new ProcmapError('usage', { message: '-o FILE' });
  const exists = await fileExists(files, file);
  const named = typeof options.decisions === 'string' ? options.decisions : undefined;
  if (exists && named !== undefined && (await files.realPath(named)) !== (await files.realPath(file))) {
    throw new ProcmapError('file-exists', { file });
  }
  const decisions = named ?? (exists ? file : false);
  const comparison = await compareFiles(files, sources, { ...options, decisions }, tell);
  let taken = decisionsOf(comparison);
  return {
    file,
    comparison,
    lastAuthor: taken.findLast(({ by }) => by !== '')?.by ?? '',
    record: async (answer) => {
      taken = recordDecision(taken, answer, comparison);
      const data = renderDecisionsCsv(taken);
      // Only what was taken from it grows; that it is a map is another matter.
      const grows = decisions === false ? undefined : file;
      await writeFiles(files, [{ path: file, data }], [sources.old, sources.new], { grows });
    },
  };
}
