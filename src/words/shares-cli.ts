import { catalogue } from './catalogue.ts';

/** Help and messages of `shares`. */
export const sharesCliTexts = catalogue(
  {
    shares: 'estimate the shares of splits from bookings that were coded in both revisions',
    bookingsArgument: 'bookings with an old code, a new code and an amount in each row (.csv, .xlsx, ...)',
    outputOption: 'decision file to write (.csv), or the report (.txt, .json)',
    crosswalkOption: 'crosswalk: which targets each entry may have',
    minimumOption: 'entries with fewer bookings get no share',
    oldOption: 'column of the old codes, by header, letter (C) or position (#3)',
    newOption: 'column of the new codes',
    amountOption: 'column of the amounts',
    byOption: 'who decides, as the decisions say',
    number: 'a whole number from 1',
  },
  {
    shares: 'stima le quote delle suddivisioni da registrazioni con i codici delle due revisioni',
    bookingsArgument:
      'registrazioni con vecchio codice, nuovo codice e quantità in ogni riga (.csv, .xlsx, ...)',
    outputOption: 'file delle decisioni da scrivere (.csv), oppure il rapporto (.txt, .json)',
    crosswalkOption: 'tabella di raccordo: quali destinazioni può avere ogni voce',
    minimumOption: 'le voci con meno registrazioni non hanno quote',
    oldOption: 'colonna dei vecchi codici, per nome, lettera (C) o posizione (#3)',
    newOption: 'colonna dei nuovi codici',
    amountOption: 'colonna delle quantità',
    byOption: 'chi decide, come diranno le decisioni',
    number: 'un numero intero da 1',
  },
);
