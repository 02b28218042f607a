import type { Config } from '../config/schema.ts';
import type { Adoption, AdoptionConflict } from '../model/adoption.ts';
import { renderAdoptionDecisionsCsv } from '../render/adoption/adoption-decisions.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { type AdoptionSources, adoptFiles } from './adopt-files.ts';
import { type Files, fileExists } from './files.ts';
import { writeFiles } from './write-files.ts';

/** An adoption as decided so far, and a way to add to its decisions. */
export interface OpenAdoptionDecisions {
  readonly adoption: Adoption;
  /** Who decided last, to be offered as an answer; may be empty. */
  readonly lastAuthor: string;
  /** Saves all that is decided, in the file of decisions. */
  save(conflicts: readonly AdoptionConflict[]): Promise<void>;
}

/**
 * Opens the file that answers on conflicts go to. What it holds is applied and kept; it need not exist yet.
 *
 * @throws ProcmapError as `adoptFiles`, or `adopt-stale` when it holds decisions that no longer fit, which saving would lose
 */
export async function openAdoptionDecisions(
  files: Files,
  sources: AdoptionSources & { readonly decisions: string },
  config: Pick<Config, 'columns' | 'lexicon'>,
): Promise<OpenAdoptionDecisions> {
  const { decisions: file, local, national, base, usage } = sources;
  const exists = await fileExists(files, file);
  const { adoption } = await adoptFiles(files, { ...sources, decisions: exists ? file : undefined }, config);
  if (adoption.stale.length > 0)
    throw new ProcmapError('adopt-stale', { file, count: adoption.stale.length });
  const inputs = [local, national, base, ...(usage?.timesheets ?? [])].filter((each) => each !== undefined);
  const authors = adoption.conflicts.map(({ outcome }) => outcome.decision?.by ?? '');
  return {
    adoption,
    lastAuthor: authors.findLast((by) => by !== '') ?? '',
    save: (conflicts) =>
      writeFiles(files, [{ path: file, data: renderAdoptionDecisionsCsv({ conflicts }) }], inputs, {
        grows: exists ? file : undefined,
      }),
  };
}
