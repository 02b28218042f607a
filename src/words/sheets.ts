import type { Lang } from '../model/lang.ts';

/** What is said of the sheets of a workbook with time-sheets. */
interface SheetTexts {
  readonly sheet: string;
  /** A sheet that certainly repeats others. */
  readonly repeats: string;
  /** One that has the same bookings, which may be others all the same. */
  readonly alike: string;
}

export const sheetTexts: Readonly<Record<Lang, SheetTexts>> = {
  en: {
    sheet: '{name} ({rows} {rows|row|rows})',
    repeats: 'Sheet {name} repeats bookings of {others}: they are counted once.',
    alike:
      'Sheet {name} has the same bookings as {others}, and no person and date to tell them apart. All are counted; if one is a copy, its hours are in the totals twice.',
  },
  it: {
    sheet: '{name} ({rows} {rows|riga|righe})',
    repeats: 'Il foglio {name} ripete le registrazioni di {others}: sono contate una volta sola.',
    alike:
      'Il foglio {name} ha le stesse registrazioni di {others}, senza persona e data che le distinguano. Sono contate tutte; se uno è una copia, le sue ore sono due volte nei totali.',
  },
};
