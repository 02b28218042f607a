import type { Lang } from '../model/lang.ts';
import type { RejectReason } from '../model/recode-report.ts';

interface RecodeTexts {
  readonly title: string;
  readonly dryTitle: string;
  readonly columns: string;
  readonly person: string;
  readonly personAbove: string;
  readonly noPerson: string;
  readonly date: string;
  readonly noDate: string;
  readonly repeated: string;
  readonly sheets: string;
  readonly rows: string;
  readonly rowsKept: string;
  readonly totalRows: string;
  readonly totals: string;
  readonly before: string;
  readonly after: string;
  readonly rejected: string;
  readonly balances: string;
  readonly persons: string;
  readonly morePersons: string;
  readonly byKind: string;
  readonly codes: string;
  readonly rowCount: string;
  readonly amounts: string;
  readonly recycled: string;
  readonly unconfirmed: string;
  readonly rejects: string;
  readonly newCodes: string;
  readonly undecided: string;
  readonly asTold: string;
  readonly runs: Readonly<Record<'day' | 'week' | 'month' | 'quarter', string>>;
  readonly rowTotals: string;
  readonly chosen: Readonly<Record<'header' | 'position', string>>;
  readonly shares: string;
  readonly decided: string;
  readonly obtained: string;
  readonly amount: string;
  readonly rounded: string;
  readonly continued: string;
  readonly told: string;
  readonly leftTotals: string;
  readonly leftTotal: string;
  readonly reasons: Readonly<Record<RejectReason, string>>;
}

export const recodeTexts: Readonly<Record<Lang, RecodeTexts>> = {
  en: {
    title: 'Recoding of {file} with {crosswalk}',
    dryTitle: 'What recoding {file} with {crosswalk} would do (nothing is written)',
    columns: 'Columns: code {code}; amounts {amounts}; {person}; {date}',
    person: 'person {column}',
    personAbove: 'person from above the table',
    noPerson: 'no person column',
    date: 'date {column}',
    noDate: 'no date column',
    repeated: 'Keys and rates, the same in every part of a divided row: {columns}',
    sheets: 'Sheets recoded: {sheets}',
    rows: 'Rows read: {read}; recoded: {recoded}, of which divided: {split}; rejected: {rejected}; written: {written}',
    rowsKept: 'Rows from before {date}, which keep their code: {kept}',
    totalRows: 'Rows with totals of other rows, computed anew of what stands in the output: {count}',
    totals: 'Totals',
    before: 'before',
    after: 'after',
    rejected: 'rejected',
    balances: 'before = after + rejected, to the last digit',
    persons: 'By person ({count}), {count|balanced|each balanced}',
    morePersons: '... and {count} more; --format json lists them all',
    byKind: 'By kind of change',
    codes: 'codes',
    rowCount: 'rows',
    amounts: 'amounts',
    recycled:
      'Alarm: {rows} {rows|row|rows} ({totals}) on {codes} {codes|code that now names|codes that now name} another activity. A join on the code would have booked the hours wrongly.',
    unconfirmed:
      '{rows} {rows|row|rows} ({totals}) on {codes} {codes|code|codes} went by probable links that nobody has confirmed.',
    rejects: 'Rejected',
    newCodes:
      'Some rows bear codes that only the new map knows. If part of the file is recoded already, do not recode it again.',
    undecided: 'Waiting for a decision, biggest first',
    asTold: 'Rows on codes that stay as they are (--keep): {count}',
    runs: {
      day: '{count} {count|day|days}',
      week: '{count} {count|week|weeks}',
      month: '{count} {count|month|months}',
      quarter: '{count} {count|quarter|quarters}',
    },
    rowTotals: 'Totals of rows, computed anew: {columns}',
    chosen: {
      header: '{text} was taken as the column with that header',
      position: '{text} was taken as a position, counted from 1',
    },
    shares: 'Shares of divided codes',
    decided: 'decided',
    obtained: 'obtained',
    amount: 'amount',
    rounded:
      'Rounding decided {count} {count|unit|units} of the last digit; what is still owed stands in the record: --continue takes it up in the next run.',
    continued: 'The remainders of the earlier run were taken up.',
    told: 'To be looked at in the workbook',
    leftTotals: 'Totals that did not add up before, and were left',
    leftTotal: '{place}, {column}: {found} stands there, the rows come to {expected}',
    reasons: {
      'no-code': 'no code in the row',
      'unknown-code': 'the crosswalk does not know the code',
      'new-code': 'the code belongs to the new map only',
      'ambiguous-code': 'several entries of the old map bear the code',
      open: 'nobody has decided what it becomes',
      'possibly-lost': 'the new file may have lost the activity, and nobody has decided',
      dropped: 'the activity was dropped',
      'partly-dropped': 'part of the activity was dropped',
      'split-undecided': 'divided, but the shares are not decided',
      'amount-unreadable': 'the amount cannot be read',
      'amount-ambiguous': 'the amount may be thousands or decimals: give --decimal-sign',
      'date-unreadable': 'the date cannot be read',
      'date-straddles': 'the period lies across the day the crosswalk begins',
      'row-shape': 'the row does not have the cells of the header',
      'code-unclear': 'the cell holds more than one code, or says more than a code',
      'code-number': 'the code is stored as a number, which may have lost a nought at its end (1.1 or 1.10)',
      'amount-missing': 'the amount is a formula whose result is not in the file',
      'amount-merged': 'the amount is merged over rows with different codes',
      'date-ambiguous': 'the date may have the day or the month first',
    },
  },
  it: {
    title: 'Ricodifica di {file} con {crosswalk}',
    dryTitle: 'Che cosa farebbe la ricodifica di {file} con {crosswalk} (non viene scritto nulla)',
    columns: 'Colonne: codice {code}; quantità {amounts}; {person}; {date}',
    person: 'persona {column}',
    personAbove: 'persona da sopra la tabella',
    noPerson: 'nessuna colonna della persona',
    date: 'data {column}',
    noDate: 'nessuna colonna della data',
    repeated: 'Chiavi e tariffe, uguali in ogni parte di una riga suddivisa: {columns}',
    sheets: 'Fogli ricodificati: {sheets}',
    rows: 'Righe lette: {read}; ricodificate: {recoded}, di cui suddivise: {split}; scartate: {rejected}; scritte: {written}',
    rowsKept: 'Righe anteriori al {date}, che mantengono il loro codice: {kept}',
    totalRows: 'Righe con totali di altre righe, ricalcolati su ciò che sta nel risultato: {count}',
    totals: 'Totali',
    before: 'prima',
    after: 'dopo',
    rejected: 'scarti',
    balances: "prima = dopo + scarti, fino all'ultima cifra",
    persons: 'Per persona ({count}), {count|quadra|ciascuna quadra}',
    morePersons: '... e {count} in più; --format json le elenca tutte',
    byKind: 'Per tipo di variazione',
    codes: 'codici',
    rowCount: 'righe',
    amounts: 'quantità',
    recycled:
      "Allarme: {rows} {rows|riga|righe} ({totals}) su {codes} {codes|codice che ora indica|codici che ora indicano} un'altra attività. Una ricerca sul codice avrebbe attribuito male le ore.",
    unconfirmed:
      '{rows} {rows|riga|righe} ({totals}) su {codes} {codes|codice|codici}: corrispondenze probabili che nessuno ha confermato.',
    rejects: 'Scarti',
    newCodes:
      'Alcune righe hanno codici che solo la nuova mappa conosce. Se una parte del file è già ricodificata, non ricodificarla di nuovo.',
    undecided: 'In attesa di decisione, dalle più pesanti',
    asTold: 'Righe su codici che restano come sono (--keep): {count}',
    runs: {
      day: '{count} {count|giorno|giorni}',
      week: '{count} {count|settimana|settimane}',
      month: '{count} {count|mese|mesi}',
      quarter: '{count} {count|trimestre|trimestri}',
    },
    rowTotals: 'Totali di riga, ricalcolati: {columns}',
    chosen: {
      header: '{text} è stato inteso come la colonna con questa intestazione',
      position: '{text} è stato inteso come posizione, contata da 1',
    },
    shares: 'Quote dei codici suddivisi',
    decided: 'decisa',
    obtained: 'ottenuta',
    amount: 'quantità',
    rounded:
      "L'arrotondamento ha deciso {count} {count|unità|unità} dell'ultima cifra; ciò che resta dovuto è nel verbale: --continue lo riprende nella prossima esecuzione.",
    continued: "Sono stati ripresi i resti dell'esecuzione precedente.",
    told: 'Da guardare nella cartella di lavoro',
    leftTotals: 'Totali che già prima non quadravano, lasciati come sono',
    leftTotal: "{place}, {column}: c'è {found}, le righe danno {expected}",
    reasons: {
      'no-code': 'la riga è senza codice',
      'unknown-code': 'la tabella di raccordo non conosce il codice',
      'new-code': 'il codice appartiene solo alla nuova mappa',
      'ambiguous-code': 'più voci della vecchia mappa hanno quel codice',
      open: 'nessuno ha deciso che cosa diventa',
      'possibly-lost': "il nuovo file può aver perso l'attività, e nessuno ha deciso",
      dropped: "l'attività è stata soppressa",
      'partly-dropped': "una parte dell'attività è stata soppressa",
      'split-undecided': 'suddivisa, ma le quote non sono decise',
      'amount-unreadable': 'la quantità non si può leggere',
      'amount-ambiguous': 'la quantità può essere in migliaia o con decimali: indicare --decimal-sign',
      'date-unreadable': 'la data non si può leggere',
      'date-straddles': 'il periodo è a cavallo del giorno da cui vale la tabella',
      'row-shape': "la riga non ha le celle dell'intestazione",
      'code-unclear': 'la cella contiene più di un codice, o dice più di un codice',
      'code-number': 'il codice è un numero, che può aver perso uno zero finale (1.1 o 1.10)',
      'amount-missing': 'la quantità è una formula il cui risultato non è nel file',
      'amount-merged': 'la quantità è in una cella unita su righe con codici diversi',
      'date-ambiguous': 'la data può avere prima il giorno o prima il mese',
    },
  },
};
