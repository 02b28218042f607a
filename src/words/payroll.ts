import { catalogue } from './catalogue.ts';

/** Words of the sheet that payroll officers read. */
export const payrollTexts = catalogue(
  {
    sheet: 'Payroll',
    /** Old code, its label, new code, its label, share, what happened, alarms. */
    columns: ['Old code', 'Old activity', 'New code', 'New activity', 'Share', 'Change', 'Attention'],
    recycled: 'The old code now names another activity: do not match on the code.',
    reusedId: 'Its identifier now stands at another activity.',
    redefined: 'Its definition has changed under the same name.',
    possiblyLost: 'Possibly lost in the new file, where {missing} is missing.',
  },
  {
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
    reusedId: "Il suo identificativo ora è di un'altra attività.",
    redefined: 'La sua definizione è cambiata, il nome no.',
    possiblyLost: 'Forse persa nel nuovo file, dove manca {missing}.',
  },
);
