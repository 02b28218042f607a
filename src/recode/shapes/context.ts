import { foldHeader } from '../../language/fold-header.ts';
import { monthOf } from '../period.ts';
import { headerPeriod, type PeriodContext } from './header-period.ts';

/** What stands above a table, and in the name of its sheet: whose it is, and of which month. */
export interface TableContext extends PeriodContext {
  readonly person: string;
}

const PERSON =
  'dipendente|dip|nominativo|cognome e nome|nome e cognome|lavorat(?:ore|rice)|collaborat(?:ore|rice)|operat(?:ore|rice)|addett[oa]|matricola|matr|risorsa|impiegat[oa]|employee|worker|person|staff member|staff|name|nome';
const PERSON_LABEL = new RegExp(
  String.raw`^(?:${PERSON})\s*[.:]*\s*[:=]\s*(\S.*)?$|^(?:${PERSON})[.]?$`,
  'iu',
);
const PERSON_IN_TEXT = new RegExp(
  String.raw`(?:^|[\s(\-–—|,])(?:(?:${PERSON})\b[.:]*\s+|(?:dott(?:\.?ssa|or(?:essa)?)?|sig(?:\.?ra|nor[ae]?)?|rag|ing|avv|geom|arch|mr|mrs|ms)\.\s*)([\p{L}\p{N}][^|–—;:()]*)$`,
  'iu',
);
const OF_PERSON =
  /^(?:foglio|scheda|rilevazione|registro|timesheet|time-sheet|time sheet|prospetto)\b[^|;:]{0,40}?\b(?:di|del|della|of|for)\s+(?!(?:camera|comune|ufficio|ente|settore|area|servizio|chamber|office)\b)(\p{Lu}[^|–—;:()]*)$/iu;
const PERIOD_LABEL =
  /^(?:mese(?: e anno)?|periodo|month|period|anno|year|esercizio|mese di riferimento|anno di riferimento)\s*[:=]?\s*(.*)$/iu;
const GENERIC =
  /^(?:foglio|sheet|tabelle|tabella|feuil|ore|hours|timesheet|time-sheet|dati|data|presenze|attivita|settimane|giorni|mesi|anno|year|riepilogo|summary)[\s_-]*\d*$/i;

/**
 * Reads from the lines above a table, and the name of its sheet, whose hours they are and of which month and year.
 *
 * @param lines the cells above the header, from the top of the block down
 * @param options.sheet the name of the sheet; empty for a text
 * @param options.alone whether there is no other table, so that a name without a word for it tells nothing
 */
export function readContext(
  lines: readonly (readonly string[])[],
  { sheet, alone }: { readonly sheet: string; readonly alone: boolean },
): TableContext {
  const texts = lines.flatMap((line) => line.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  const period = periodOf(texts, sheet);
  const person = labelled(lines) ?? inTexts([...texts].reverse()) ?? inTexts([sheet]);
  if (person !== null) return { ...period, person };
  return { ...period, person: alone ? '' : (heading(lines) ?? sheetPerson(sheet)) };
}

/** Whether a cell is a word for what stands beside it: `Dipendente:`, `Mese`, `Ufficio:`. */
export function isContextLabel(cell: string): boolean {
  return /[:=]\s*$/.test(cell) || PERSON_LABEL.test(cell) || PERIOD_LABEL.test(cell);
}

/** `Dipendente: Rossi`, in one cell or in two. */
function labelled(lines: readonly (readonly string[])[]): string | null {
  for (const line of [...lines].reverse()) {
    const cells = line.map((cell) => cell.trim());
    for (const [i, cell] of cells.entries()) {
      const match = PERSON_LABEL.exec(cell);
      if (!match) continue;
      const value = match[1]?.trim() ?? cells.slice(i + 1).find((each) => each !== '') ?? '';
      if (value !== '' && !PERIOD_LABEL.test(value) && !PERSON_LABEL.test(value)) return withoutPeriod(value);
    }
  }
  return null;
}

function inTexts(texts: readonly string[]): string | null {
  for (const text of texts) {
    for (const part of text.split(/\s+[-–—|]\s+|\s*[;|]\s*/)) {
      const found = PERSON_IN_TEXT.exec(part.trim()) ?? OF_PERSON.exec(part.trim());
      const name = withoutPeriod(found?.[1] ?? '');
      if (name !== '') return found?.[0] === undefined ? name : whole(part, name);
    }
  }
  return null;
}

/** `Dip. 17` is the person of that name, as is `Dipendente 17`; `Dott. Rossi` is Rossi. */
function whole(part: string, name: string): string {
  return /^\d+$/.test(name) && /\bdip/i.test(part) ? `Dipendente ${name}` : name;
}

/** A line by itself right above the header, which is no title: it has no word for hours, and no period. */
function heading(lines: readonly (readonly string[])[]): string | null {
  for (const line of [...lines].reverse()) {
    const cells = line.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (cells.length !== 1) continue;
    const [text = ''] = cells;
    if (periodIn(text).month !== null || PERIOD_LABEL.test(text)) continue;
    const isTitle =
      /(?:^|\s)(?:ore|hours|attivit|presenz|rilevaz|foglio|riepilog|timesheet|scheda|mese|anno|totale|total)/i.test(
        text,
      );
    return isTitle || !/\p{L}/u.test(text) ? null : text;
  }
  return null;
}

function sheetPerson(sheet: string): string {
  if (sheet === '' || GENERIC.test(foldHeader(sheet)) || periodIn(sheet).month !== null) return '';
  return /\p{L}/u.test(sheet) ? withoutPeriod(sheet) : '';
}

function withoutPeriod(text: string): string {
  const [name = ''] = text.split(/\s+[-–—|]\s+|\s*[;|]\s*|,?\s+(?:mese|periodo|anno|month|year)\b/i);
  return name
    .replace(/\s*\(?(?:\p{L}{3,9}\.?\s+)?(?:19|20)\d\d\)?$/u, (tail) =>
      periodIn(tail).month !== null || /^\s*\(?\d/.test(tail) ? '' : tail,
    )
    .trim();
}

/** The month and year of a table: said by a label, else in a title from below, else in the name of the sheet. */
function periodOf(texts: readonly string[], sheet: string): PeriodContext {
  const labelledTexts = texts.flatMap((text, i) => {
    const value = PERIOD_LABEL.exec(text)?.[1]?.trim();
    return value === undefined ? [] : [value === '' ? (texts[i + 1] ?? '') : value];
  });
  let [year, month]: [number | null, number | null] = [null, null];
  for (const text of [...labelledTexts, ...[...texts].reverse(), sheet]) {
    const found = periodIn(text);
    if (
      month === null &&
      found.month !== null &&
      (year === null || found.year === null || found.year === year)
    )
      [month, year] = [found.month, year ?? found.year];
    year ??= found.year;
  }
  return { year, month };
}

const TEXT_MONTH = /(\p{L}{3,9})\.?(?:\s+|[-/'])?(\d{4}|\d{2})?(?!\d)/gu;
const NUMBER_MONTH =
  /(?<!\d)(?:(0?[1-9]|1[0-2])[/.-]((?:19|20)\d\d)|((?:19|20)\d\d)[/.-]?(0[1-9]|1[0-2]))(?!\d)/u;
const YEAR_ALONE = /(?<!\d)((?:19|20)\d\d)(?!\d)/u;

/** The month and year that a text names: `Gennaio 2023`, `gen-23`, `01/2023`, `2023-01`, `2023`. */
function periodIn(text: string): PeriodContext {
  if (text.length > 300) return { year: null, month: null };
  const own = headerPeriod(text);
  if (own?.kind === 'month') return { year: own.year ?? yearIn(text), month: own.month };
  for (const [, word = '', digits] of text.matchAll(TEXT_MONTH)) {
    const month = word.length > 3 || digits !== undefined ? monthOf(word) : null;
    if (month === null) continue;
    const year = digits === undefined ? yearIn(text) : Number(digits) + (digits.length === 2 ? 2000 : 0);
    return { year, month };
  }
  const [, month, year, yearFirst, monthBehind] = NUMBER_MONTH.exec(text) ?? [];
  if (month !== undefined) return { year: Number(year), month: Number(month) };
  if (yearFirst !== undefined) return { year: Number(yearFirst), month: Number(monthBehind) };
  return { year: yearIn(text), month: null };
}

function yearIn(text: string): number | null {
  const [, year] = YEAR_ALONE.exec(text) ?? [];
  return year === undefined ? null : Number(year);
}
