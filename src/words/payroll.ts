import type { Lang } from '../model/lang.ts';

/** Words of the sheet that payroll officers read. */
interface PayrollTexts {
  readonly sheet: string;
  /** Old code, its label, new code, its label, share, what happened, alarms. */
  readonly columns: readonly [string, string, string, string, string, string, string];
  readonly recycled: string;
  readonly possiblyLost: string;
}

export const payrollTexts: Readonly<Record<Lang, PayrollTexts>> = {
  en: {
    sheet: 'Payroll',
    columns: ['Old code', 'Old activity', 'New code', 'New activity', 'Share', 'Change', 'Attention'],
    recycled: 'The old code now names another activity: do not match on the code.',
    possiblyLost: 'Possibly lost in the new file, where {missing} is missing.',
  },
  it: {
    sheet: 'Paghe',
    columns: [
      'Vecchio codice',
      'Vecchia attività',
      'Nuovo codice',
      'Nuova attività',
      'Quota',
      'Variazione',
      'Attenzione',
    ],
    recycled: "Il vecchio codice ora indica un'altra attività: non confrontare i soli codici.",
    possiblyLost: 'Forse persa nel nuovo file, dove manca {missing}.',
  },
};
