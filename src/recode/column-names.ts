/** What a column of a time-sheet can be, amounts aside. */
export type ColumnRole = 'code' | 'person' | 'date' | 'year';

/** Usual names, the most telling first. A name fits when it is one of these, or begins with one as whole words. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  code: [
    'codice attivita',
    'cod attivita',
    'codice processo',
    'codice azione',
    'activity code',
    'process code',
    'codice',
    'cod',
    'code',
    'attivita',
    'activity',
  ],
  person: [
    'matricola',
    'codice dipendente',
    'cod dipendente',
    'id dipendente',
    'dipendente',
    'employee id',
    'employee',
    'codice fiscale',
    'nominativo',
    'nome e cognome',
    'nome cognome',
    'cognome e nome',
    'cognome nome',
    'lavoratore',
    'persona',
    'operatore',
    'addetto',
    'collaboratore',
    'cognome',
    'nome',
    'person',
  ],
  date: ['data', 'date', 'giorno', 'day', 'mese', 'month', 'periodo', 'period', 'competenza', 'anno mese'],
  year: ['anno', 'year', 'esercizio'],
};

const AMOUNT_WORDS =
  /(^| )(ore|hours|hrs|minuti|minutes|giornate|giorni|gg|days|fte|percentuale|perc|percent|percentage|importo|importi|amount|costo|costi|cost|costs|spesa|euro|eur)( |$)|[%€]/;
/** Words that make another thing of it: a kind of hours, or an hourly rate. */
const NOT_AN_AMOUNT =
  /^(tipo|tipologia|causale|codice|cod|descrizione|note|data|date|type|code)( |$)|(^| )(orario|unitario|tariffa|rate)( |$)/;
const NOT_A_CODE =
  /(^| )(fiscale|dipendente|matricola|sede|ufficio|ente|cdc|centro|commessa|tipo|causale|voce|descrizione|note|tariffa)( |$)/;

/** `Nome attività` names no person. */
const NOT_A_PERSON =
  /(^| )(attivita|processo|progetto|azione|prodotto|ufficio|sede|ente|file|mese|di|del|della)( |$)/;

/** How well a header names the role: 0 is best; `null` when it does not. */
export function nameRank(role: ColumnRole, header: string): number | null {
  const name = plainName(header);
  const list = NAMES[role];
  if (role === 'code' && NOT_A_CODE.test(name)) return null;
  if (role === 'person' && NOT_A_PERSON.test(name)) return null;
  const exact = list.indexOf(name);
  if (exact !== -1) return exact;
  const begins = list.findIndex((usual) => name.startsWith(`${usual} `));
  return begins === -1 ? null : list.length + begins;
}

/** Whether a header names a column of amounts, such as `Ore lavorate` or `Importo €`. */
export function isAmountName(header: string): boolean {
  const name = plainName(header);
  return AMOUNT_WORDS.test(name) && !NOT_AN_AMOUNT.test(name);
}

/** A header without accents, case, punctuation and what stands in brackets: `Attività (cod.)` is `attivita`. */
export function plainName(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}|\([^)]*\)/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€]+/gu, ' ')
    .trim();
}
