import type { RecodeFields } from '../calls/recode.ts';
import type { RecodedFrom } from './recoding-state.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';

/** What can be done with time-sheets. */
export interface Recoding {
  /** Says how they are to be recoded. */
  wish(fields: Partial<RecodeFields>): void;
  recode(): Promise<void>;
}

/** Makes the actions of recoding. */
export function recoding(state: State, run: Run, today: () => string): Recoding {
  const { fields, recoded } = state.recoding;
  return {
    wish: (changed) => {
      fields.value = { ...fields.value, ...changed };
    },
    recode: async () => {
      if (!canRecode(state)) return;
      const from = recodedFrom(state);
      recoded.value = null;
      state.panel.value = 'recode';
      const answer = await run('recode', {
        timesheets: from.timesheets,
        crosswalk: from.crosswalkFile,
        fields: from.fields,
        lang: state.lang.value,
        today: today(),
      });
      if (answer !== null) recoded.value = { answer, from };
    },
  };
}

/** Whether there are time-sheets, and a table to apply to them. */
export function canRecode({ timesheets, crosswalkFile, compared }: State): boolean {
  return timesheets.value.length > 0 && (crosswalkFile.value !== null || compared.value !== null);
}

/** Whether time-sheets, table and decisions are still those that a recoding was made from. */
export function isCurrent(state: State, from: RecodedFrom): boolean {
  const now = recodedFrom(state);
  const isSame = (['timesheets', 'crosswalkFile', 'fields'] as const).every((key) => now[key] === from[key]);
  if (!isSame) return false;
  return from.crosswalkFile !== null || now.compared === from.compared;
}

function recodedFrom({ timesheets, crosswalkFile, compared, recoding: { fields } }: State): RecodedFrom {
  return {
    timesheets: timesheets.value,
    crosswalkFile: crosswalkFile.value,
    compared: compared.value,
    fields: fields.value,
  };
}
