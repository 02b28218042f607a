import { catalogue } from './catalogue.ts';

/** What is said of the sheets of a workbook with time-sheets. */
export const sheetTexts = catalogue(
  {
    sheet: '{name} ({rows} {rows|row|rows})',
    /** A sheet that certainly repeats others. */
    repeats: 'Sheet {name} repeats bookings of {others}: they are counted once.',
    /** One that has the same bookings, which may be others all the same. */
    alike:
      'Sheet {name} has the same bookings as {others}, and no person and date to tell them apart. All are counted; if one is a copy, its hours are in the totals twice.',
  },
  {
    sheet: '{name} ({rows} {rows|riga|righe})',
    repeats: 'Il foglio {name} ripete le registrazioni di {others}: sono contate una volta sola.',
    alike:
      'Il foglio {name} ha le stesse registrazioni di {others}, senza persona e data che le distinguano. Sono contate tutte; se uno è una copia, le sue ore sono due volte nei totali.',
  },
);
