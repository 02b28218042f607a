import type { DecisionColumn, Verdict } from '../model/decision.ts';
import type { Lang } from '../model/lang.ts';

/**
 * Columns of a review workbook that decisions are read from: those of a decision file, the proposed target and the one a
 * person chose instead. `new_code` stands in the workbook's list of new entries.
 */
export type ReviewColumn = DecisionColumn | 'proposed_code' | 'chosen_entry';

/**
 * The words of the review sheet, by which it is also recognised when it comes back. They live in the model because the
 * renderer writes them and the decide stage reads them.
 */
export const reviewWords = {
  en: {
    columns: {
      old_code: 'Old code',
      new_code: 'New code',
      proposed_code: 'Proposed code',
      verdict: 'Decision',
      chosen_entry: 'Other new entry',
      share: 'Share',
      is_default: 'Main target',
      reason: 'Reason',
      decided_by: 'Decided by',
      decided_on: 'Decided on',
      old_fingerprint: 'Old fingerprint',
      new_fingerprint: 'New fingerprint',
      new_label: 'New label',
    },
    verdicts: { accept: 'accept', reject: 'reject', drop: 'drop', add: 'new', restore: 'restore' },
    yes: 'yes',
    no: 'no',
  },
  it: {
    columns: {
      old_code: 'Vecchio codice',
      new_code: 'Nuovo codice',
      proposed_code: 'Codice proposto',
      verdict: 'Decisione',
      chosen_entry: 'Altra voce nuova',
      share: 'Quota',
      is_default: 'Principale',
      reason: 'Motivo',
      decided_by: 'Deciso da',
      decided_on: 'Deciso il',
      old_fingerprint: 'Impronta vecchia',
      new_fingerprint: 'Impronta nuova',
      new_label: 'Nuova dicitura',
    },
    verdicts: { accept: 'conferma', reject: 'scarta', drop: 'sopprimi', add: 'nuova', restore: 'ripristina' },
    yes: 'sì',
    no: 'no',
  },
} as const satisfies Record<
  Lang,
  {
    readonly columns: Readonly<Record<ReviewColumn, string>>;
    readonly verdicts: Readonly<Record<Verdict, string>>;
    readonly yes: string;
    readonly no: string;
  }
>;

/** Other words people write for a verdict. */
const ALSO: Readonly<Record<string, Verdict>> = {
  accepted: 'accept',
  ok: 'accept',
  yes: 'accept',
  accetta: 'accept',
  accettata: 'accept',
  accettato: 'accept',
  confermata: 'accept',
  confermato: 'accept',
  si: 'accept',
  sì: 'accept',
  rejected: 'reject',
  no: 'reject',
  rifiuta: 'reject',
  rifiutata: 'reject',
  rifiutato: 'reject',
  scartata: 'reject',
  scartato: 'reject',
  dropped: 'drop',
  elimina: 'drop',
  soppressa: 'drop',
  sopprimere: 'drop',
  cessata: 'drop',
  added: 'add',
  restored: 'restore',
  ripristinata: 'restore',
  ripristinato: 'restore',
  resta: 'restore',
  aggiungi: 'add',
  aggiunta: 'add',
};

const VERDICT_BY_WORD: ReadonlyMap<string, Verdict> = new Map([
  ...Object.entries(ALSO),
  ...Object.values(reviewWords).flatMap(({ verdicts }) =>
    Object.entries(verdicts).map(([verdict, word]) => [word, verdict as Verdict] as const),
  ),
  ...(['accept', 'reject', 'drop', 'add', 'restore'] as const).map((verdict) => [verdict, verdict] as const),
]);

/** The verdict a word stands for, in either language; `null` when it is none. */
export function readVerdict(text: string): Verdict | null {
  return VERDICT_BY_WORD.get(text.trim().toLowerCase()) ?? null;
}

const YES = new Set(['true', 'vero', '1', 'x', 'yes', 'y', 'sì', 'si', 's']);
const NO = new Set(['false', 'falso', '0', 'no', 'n']);

/** Yes or no as people and spreadsheets write it; `null` when it is neither. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** What stands between code and label in the drop-down of entries; a cell is read up to it. */
export const CODE_LABEL_SEPARATOR = ' · ';

/** Stands for the proposed code where the proposal is that the entry was dropped; accepting it drops the entry. */
export const NO_TARGET_MARK = '—';

/** What a drop-down of new entries offers first for an entry that the new file may have lost. */
const STAYS = {
  en: { words: 'stays {code}: the file has lost the row', pattern: /^stays (\S+?):/i },
  it: { words: 'resta {code}: la riga manca nel file', pattern: /^resta (\S+?):/i },
} as const satisfies Record<Lang, { readonly words: string; readonly pattern: RegExp }>;

/** The words by which a person says that a lost entry stays, under the code that is missing. */
export function staysText(lang: Lang, code: string): string {
  return STAYS[lang].words.replace('{code}', code);
}

/** The code that such words name, in either language; `null` when the text says something else. */
export function readStays(text: string): string | null {
  for (const { pattern } of Object.values(STAYS)) {
    const code = pattern.exec(text.trim())?.[1];
    if (code !== undefined) return code;
  }
  return null;
}
