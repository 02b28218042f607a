import { catalogue } from './catalogue.ts';

/** What is asked and said when files are dropped on the program of the Windows folder. */
export const dropCliTexts = catalogue(
  {
    drop: 'do what files dropped on procmap.cmd ask for',
    droppedArgument: 'two maps; or time-sheets, or folders of them',
    whatAreTheseTwo: 'What are these two files?',
    mapsInOrder: '{old} is the old map, {fresh} the new one: compare them',
    timesheets: 'time-sheets: carry their hours over to the new codes',
    whatIsThis: 'What is {name}?',
    oneMap: 'a map: look for its defects',
    whichCrosswalk: 'Which crosswalk? Drag its file into this window and press Enter',
    noCrosswalk: 'name the file of the crosswalk (.csv, .xlsx or .json); {file} is none',
    orderAssumed: 'nobody to ask: {old} is taken for the old map, {fresh} for the new one',
    crosswalkUnknown:
      'time-sheets need a crosswalk, and there is nobody to ask for it: procmap recode {file} --crosswalk crosswalk.csv -o recoded',
    running: 'procmap {words}',
    /** Part of the name of what is written. */
    recoded: 'recoded',
    nothing: 'nothing was done',
  },
  {
    drop: 'fa ciò che chiedono i file trascinati su procmap.cmd',
    droppedArgument: 'due mappe; oppure fogli ore, o cartelle di fogli ore',
    whatAreTheseTwo: 'Che cosa sono questi due file?',
    mapsInOrder: '{old} è la mappa vecchia, {fresh} la nuova: confrontale',
    timesheets: 'fogli ore: porta le ore sui nuovi codici',
    whatIsThis: "Che cos'è {name}?",
    oneMap: 'una mappa: cercane i difetti',
    whichCrosswalk: 'Con quale tabella di raccordo? Trascinare qui il suo file e premere Invio',
    noCrosswalk: 'indicare il file della tabella di raccordo (.csv, .xlsx o .json); {file} non lo è',
    orderAssumed: 'nessuno a cui chiedere: {old} è presa come mappa vecchia, {fresh} come nuova',
    crosswalkUnknown:
      "i fogli ore richiedono una tabella di raccordo, e non c'è nessuno a cui chiederla: procmap recode {file} --crosswalk raccordo.csv -o ricodificati",
    running: 'procmap {words}',
    recoded: 'ricodificati',
    nothing: 'non è stato fatto nulla',
  },
);
