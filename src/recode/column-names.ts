import { foldHeader } from '../language/fold-header.ts';

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
    'codifica',
    'id attivita',
    'activity id',
    'task code',
    'processo',
    'process',
    'azione',
    'action',
    'task',
  ],
  person: [
    'matricola',
    'matr',
    'n matricola',
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
    'surname',
    'last name',
    'family name',
    'first name',
    'full name',
    'name',
    'person',
    'worker',
    'staff',
    'risorsa',
    'user',
    'utente',
  ],
  date: ['data', 'date', 'giorno', 'day', 'mese', 'month', 'periodo', 'period', 'competenza', 'anno mese'],
  year: ['anno', 'year', 'esercizio'],
};

/** Words that name a kind of amount in the header of a column. */
const AMOUNT_WORDS =
  /(^| )(ora|ore|hh|hours?|hrs?|ordinari[oae]|straordinari[oae]?|straord|overtime|minut[io]|mins?|minutes?|second[io]|sec|seconds?|tempo|time spent|durata|duration|worked|lavorat[oaei]|giornat[ae]|giorni|gg|days?|ferie|permess[oi]|recuper[oi]|malatti[ae]|trasfert[ae]|mission[ei]|reperibilita|notturn[oaei]|festiv[oaei]|assenz[ae]|conged[oi]|buoni pasto|fte|percentual[ei]|perc|percent|percentage|import[oi]|amounts?|cost[oi]|costs?|spes[ae]|expenses?|euro|eur|indennita|allowance|leave|vacation|sick|travel|totale|total|tot)( |$)|[%€]/;
/** Words that make another thing of it: a kind of hours, or an hourly rate. */
const NOT_AN_AMOUNT =
  /^(tipo|tipologia|causale|codice|cod|descrizione|note|data|date|type|code|inizio|fine|start|end|dalle|alle)( |$)|(^| )(orari[oa]|unitari[oa]|tariffa|rate|part time|hourly|medi[oa]|inizio|fine|start|end|dalle|alle|id|key|code|codice)( |$)/;
/** What a number in such a column is the same for every part of a row: who, when, how much an hour costs. */
const KEY_NAMES =
  /^(n|nr|no|num|numero|number|prog|progressivo|riga|row|line|id|key|pk|mese|month|anno|year|giorno|day|settimana|week|trimestre|quarter|esercizio|livello|level|parametro|cap|zip|telefono|tel|versione|version|inizio|fine|start|end|dalle|alle|matr|matricola|badge|cid)( |$)|(^| )(id|key|numero|matricola|codice|code|cod|cdc|centro|sede|ufficio|reparto|commessa|progetto|project|issue|ticket|tariffa|rate|orari[oa]|unitari[oa]|hourly|prezzo|price|aliquota|medi[oa]|part time|protocollo|telefono|inizio|fine|start|end)( |$)/;
/** A column that sums up others of its row. */
const TOTAL_NAMES =
  /^(?:(?:sub|gran|grand)\s?)?(?:tot|totale|totali|total|totals|somma|sum|subtotale|subtotal|complessivo)(?: |$)|(^| )(totale|totali|total|tot|complessiv[oe]|complessivamente)$/;
/** What a booking of hours is for, in a column beside the code. */
const LABEL_NAMES =
  /(^| )(attivita|activity|descrizione|description|descr|denominazione|label|etichetta|voce|azione|processo|process|oggetto|titolo|title|name|nome)( |$)/;
/** A column that says of each row which kind of hours it holds. */
const KIND_NAMES =
  /^(tipo|tipologia|causale|voce|genere|type|kind|category)( (di )?(ore|ora|orario|time|hours?|of hours))?$/;
/** Values of such a column that name kinds of amounts. */
const KIND_VALUES =
  /^(ore )?(ordinari[oae]?|ord|o|straordinari[oae]?|straord|str|s|supplementar[ei]|suppl|notturn[oaei]|festiv[oaei]|recuper[oi]|banca ore|overtime|ot|regular|normal[ei]?|standard|extra|euro|importo|costo|ore|hours|cost|money|%|percentuale)( |$)/;
const NOT_A_CODE =
  /(^| )(fiscale|dipendente|matricola|sede|ufficio|ente|cdc|centro|commessa|tipo|causale|voce|descrizione|note|tariffa)( |$)/;

/** `Nome attività` names no person. */
const NOT_A_PERSON =
  /(^| )(attivita|processo|progetto|azione|prodotto|ufficio|sede|ente|file|mese|di|del|della)( |$)/;

const MAX_WORDS = 4;

/** How well a header names the role: 0 is best; `null` when it does not. */
export function nameRank(role: ColumnRole, header: string): number | null {
  const name = foldHeader(header);
  const list = NAMES[role];
  if (role === 'code' && NOT_A_CODE.test(name)) return null;
  if (role === 'person' && NOT_A_PERSON.test(name)) return null;
  const exact = list.indexOf(name);
  if (exact !== -1) return exact;
  // A header has few words; a label that begins with `Attività` has more.
  const isShort = name.split(' ').length <= MAX_WORDS;
  const begins = isShort ? list.findIndex((usual) => name.startsWith(`${usual} `)) : -1;
  return begins === -1 ? null : list.length + begins;
}

/** Whether a header names a column of amounts, such as `Ore lavorate` or `Importo €`. */
export function isAmountName(header: string): boolean {
  const name = foldHeader(header);
  return AMOUNT_WORDS.test(name) && !NOT_AN_AMOUNT.test(name);
}

/** Whether a header names a column whose numbers are keys or rates: they are the same in every part of a row. */
export function isKeyName(header: string): boolean {
  return KEY_NAMES.test(foldHeader(header));
}

/** Whether a header names a sum of other columns. */
export function isTotalName(header: string): boolean {
  return TOTAL_NAMES.test(foldHeader(header));
}

/** Whether a header names a description of what was done. */
export function isLabelName(header: string): boolean {
  return LABEL_NAMES.test(foldHeader(header));
}

/** Whether a header names the column that tells kinds of hours apart. */
export function isKindName(header: string): boolean {
  return KIND_NAMES.test(foldHeader(header));
}

/** The kind of hours that a cell of such a column names; empty where it names none. */
export function kindOf(cell: string): string {
  const name = foldHeader(cell);
  return KIND_VALUES.test(name) ? name : '';
}

const HOURS =
  /^(ora|ore|hh|h|hours?|hrs?|ore lavorate|ore totali|totale ore|ore svolte|n ore|hours worked|total hours|worked hours)$/;
const MINUTES = /^(minut[io]|mins?|minutes?|mm|min)$/;

/** Whether a column holds whole hours, beside which minutes may stand. */
export function isHoursName(header: string): boolean {
  return HOURS.test(foldHeader(header));
}

export function isMinutesName(header: string): boolean {
  return MINUTES.test(foldHeader(header));
}

/** How a kind of amount is known over all sheets and files: `Ore`, `Totale ore` and a run of days are all `ore`. */
export function measureName(header: string): string {
  return isHoursName(header) ? 'ore' : foldHeader(header);
}
