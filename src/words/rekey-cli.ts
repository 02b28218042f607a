import { catalogue } from './catalogue.ts';

/** Help of `rekey`. */
export const rekeyCliTexts = catalogue(
  {
    rekey: 'carry a table keyed by code (risks, objectives, indicators, budgets) over to the new codes',
    tableArgument: 'table (.csv, .tsv, .txt, .xlsx, .xlsm), or "-" for standard input',
    crosswalkOption: 'crosswalk (.csv, .xlsx, .json) with the new codes',
    outputOption: 'table to write, in the form of the one that is read',
    columnOption: 'the column of the codes, by header, letter (C) or position (#3)',
    splitOption: 'rows that go to several codes: repeat|main (repeat them, or give them to the main target)',
    repeatOption: 'columns whose numbers are the same in each row of a split, separated by commas',
    amountOption: 'columns whose numbers are divided by the shares of the crosswalk, separated by commas',
    noLabelsOption: 'leave the words beside the code as they are',
    notRekeyedOption: 'go on though the codes look as if they were new already',
    dryRunOption: 'say what would be done, and write nothing',
    failOnOption: 'exit 1 when something is left for a person to do: person|never',
    outputMissing: 'name the table to write with -o FILE, or pass --dry-run',
  },
  {
    rekey: 'porta ai nuovi codici una tabella ordinata per codice (rischi, obiettivi, indicatori, budget)',
    tableArgument: 'tabella (.csv, .tsv, .txt, .xlsx, .xlsm), oppure "-" per lo standard input',
    crosswalkOption: 'tabella di raccordo (.csv, .xlsx, .json) con i nuovi codici',
    outputOption: 'tabella da scrivere, dello stesso tipo di quella letta',
    columnOption: 'la colonna dei codici, per nome, lettera (C) o posizione (#3)',
    splitOption:
      'righe che vanno su più codici: repeat|main (ripeterle, oppure darle alla destinazione principale)',
    repeatOption: 'colonne i cui numeri sono uguali in ogni riga di una suddivisione, separate da virgole',
    amountOption:
      'colonne i cui numeri si dividono secondo le quote della tabella di raccordo, separate da virgole',
    noLabelsOption: 'lascia come sono le parole accanto al codice',
    notRekeyedOption: 'procede anche se i codici sembrano già quelli nuovi',
    dryRunOption: 'dice che cosa farebbe, senza scrivere nulla',
    failOnOption: 'esce con 1 quando resta qualcosa da fare a mano: person|never',
    outputMissing: 'indicare la tabella da scrivere con -o FILE, oppure usare --dry-run',
  },
);
