import type { TimesheetKind } from './open-timesheet.ts';

/** What is written is of the kind that is read, or can be made of it; the usual ending first. */
export const RECODED_ENDINGS: Readonly<Record<TimesheetKind, readonly [string, ...string[]]>> = {
  workbook: ['.xlsx', '.xlsm'],
  text: ['.csv', '.tsv', '.txt', '.tab', '.asc'],
  converted: ['.xlsx', '.csv'],
};

const ENDING = /(?<=[^/\\])\.[^./\\]*$/;

/** The name of the rows that cannot be recoded, beside that of the output. */
export function rejectsName(output: string): string {
  const ending = ENDING.exec(output)?.[0] ?? '';
  return `${output.slice(0, output.length - ending.length)}.rejects${ending}`;
}

/**
 * The name of a recoded file where nobody has given it one: that of the time-sheet with a word, and with an ending of the
 * kind of file that is written.
 */
export function recodedName(timesheet: string, kind: TimesheetKind, word: string): string {
  const [own = ''] = ENDING.exec(timesheet) ?? [];
  const endings = RECODED_ENDINGS[kind];
  const stem = timesheet.slice(0, timesheet.length - own.length);
  return `${stem}-${word}${endings.includes(own.toLowerCase()) ? own : endings[0]}`;
}
