import type { AdoptionConflict, Side } from '../model/adoption.ts';
import type { DecisionNote } from '../model/decision.ts';
import { renderAdoptionDecisionsCsv } from '../render/adoption/adoption-decisions.ts';
import {
  type AdoptedFiles,
  type AdoptFilesOptions,
  type AdoptionSources,
  readAdoption,
  readAdoptionDecisions,
} from './adopt-files.ts';
import type { Files } from './files.ts';
import { memoryFiles } from './memory-files.ts';

/** The conflict that is meant: that of these two codes. */
export type ConflictKey = Pick<AdoptionConflict, 'localCode' | 'nationalCode'>;

/** What a person says of a conflict. */
export interface ConflictAnswer {
  readonly side: Side;
  readonly note: DecisionNote;
}

/** An adoption that somebody decides on, as decided so far. Deciding makes another one and leaves this as it is. */
export interface OpenAdoption {
  readonly result: AdoptedFiles;
  /** All conflicts with what was decided, as the file of decisions that holds it; empty before anything is. */
  readonly decisionFile: string;
  /** With an answer on a conflict; `null` takes back what was said of it. */
  decide(conflict: ConflictKey, answer: ConflictAnswer | null): Promise<OpenAdoption>;
}

/** The name that decisions on conflicts taken here go by. */
export const CONFLICT_FILE = 'conflicts.csv';

/**
 * Reads the files of an adoption for somebody who goes on deciding. What is decided is read again from the file of
 * decisions that it makes, so that the file says all there is to say.
 *
 * @throws ProcmapError as `adoptFiles`
 */
export async function openAdoption(
  files: Files,
  sources: AdoptionSources,
  options: AdoptFilesOptions = {},
): Promise<OpenAdoption> {
  const { adopt, decisions, usage } = await readAdoption(files, sources, options);
  const told = usage === null ? {} : { usage };
  const opened = (result: AdoptedFiles): OpenAdoption => {
    const { conflicts } = result.adoption;
    const isDecided = conflicts.some(({ outcome }) => outcome.decision !== null);
    return {
      result,
      decisionFile: isDecided ? renderAdoptionDecisionsCsv({ conflicts }) : '',
      decide: async (key, answer) => {
        const text = renderAdoptionDecisionsCsv({ conflicts: answered(conflicts, key, answer) });
        return opened({ ...adopt(await decisionsIn(text)), ...told });
      },
    };
  };
  return opened({ ...adopt(decisions), ...told });
}

function decisionsIn(text: string): ReturnType<typeof readAdoptionDecisions> {
  const files = memoryFiles([[CONFLICT_FILE, new TextEncoder().encode(text)]]);
  return readAdoptionDecisions(files, CONFLICT_FILE);
}

function answered(
  conflicts: readonly AdoptionConflict[],
  { localCode, nationalCode }: ConflictKey,
  answer: ConflictAnswer | null,
): readonly AdoptionConflict[] {
  return conflicts.map((each) => {
    if (each.localCode !== localCode || each.nationalCode !== nationalCode) return each;
    const side = answer?.side ?? each.outcome.side;
    return { ...each, outcome: { ...each.outcome, side, decision: answer?.note ?? null } };
  });
}
