import { catalogue } from './catalogue.ts';

/** Help and messages of `restate`. */
export const restateCliTexts = catalogue(
  {
    restate: 'hours by group of comparable codes and year, from time-sheets in their own revisions',
    yearsArgument:
      'time-sheets, or folders of them, each with its year: 2021=hours-2021.csv 2023=hours-2023/',
    crosswalkOption:
      'crosswalk (.csv, .xlsx, .json) between two revisions; once for each step, the oldest first',
    fromOption:
      'years from which the new codes of each crosswalk hold, separated by commas (default: as the crosswalks say)',
    amountOption: 'columns to add up, as recode takes them (found by their headers otherwise)',
    keepOption: 'codes that are none of the map, such as FERIE,MALATTIA',
    sheetOption: 'sheet of the workbooks that holds the time-sheet; may be repeated',
    yearForm: 'YEAR=FILE, such as 2023=hours-2023.csv',
    fromForm:
      '{expected} {expected|year|years} in ascending order, separated by commas, for {expected} {expected|crosswalk|crosswalks}',
  },
  {
    restate: 'ore per gruppo di codici confrontabili e anno, da fogli ore ciascuno nella sua revisione',
    yearsArgument:
      'fogli ore, o cartelle di fogli ore, ciascuno con il suo anno: 2021=ore-2021.csv 2023=ore-2023/',
    crosswalkOption:
      'tabella di raccordo (.csv, .xlsx, .json) tra due revisioni; una volta per passaggio, dalla più vecchia',
    fromOption:
      'anni da cui valgono i nuovi codici di ogni tabella, separati da virgole (predefinito: come dicono le tabelle)',
    amountOption: 'colonne da sommare, come le intende recode (altrimenti trovate dalle intestazioni)',
    keepOption: 'codici che non sono della mappa, come FERIE,MALATTIA',
    sheetOption: 'foglio delle cartelle di lavoro che contiene le ore; ripetibile',
    yearForm: 'ANNO=FILE, per esempio 2023=ore-2023.csv',
    fromForm:
      '{expected} {expected|anno|anni} in ordine crescente, separati da virgole, per {expected} {expected|tabella|tabelle} di raccordo',
  },
);
