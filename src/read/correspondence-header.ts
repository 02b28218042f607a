import { headerWord } from './layouts/header-words.ts';

/** The columns of a published correspondence between two classifications, or two revisions of one. */
export interface CorrespondenceColumns {
  readonly oldCode: number;
  readonly newCode: number;
  readonly oldLabel: number | null;
  readonly newLabel: number | null;
  /**
   * Whether the header leaves no doubt. A map of one classification may name the codes of another beside its own; then no
   * code of its own stands twice.
   */
  readonly certain: boolean;
}

/** A column named as a code or as a label, and what the rest of its name says: of which classification it is. */
interface NamedColumn {
  readonly column: number;
  readonly is: 'code' | 'label';
  readonly of: string;
}

const CODE = /(codice|codici|code|cod|notation)/;
const LABEL =
  /(titolo|titoli|denominazione|descrizione|etichetta|nome|title|label|description|name|detail|text)/;
const LANGUAGE = /(italiano|inglese|italian|english|ita|eng)$/;

/** Names that a classification goes by; two of them in one header are two classifications. */
const CLASSIFICATION =
  /(nace|isic|ateco|naics|sic|cpv|cpc|cpa|isco|isced|cofog|coicop|hs|cn|nc|sitc|prodcom|esco|soc|ssyk|noga|nogeld|istat|cp)/;
const OLD = /^(old|vecchi[oa]?|precedente|previous|prima|da|from|source|origine|di?partenza|attuale)/;
const NEW =
  /^(new|nuov[oa]|successiv[oa]|next|dopo|a|to|target|destinazione|arrivo)$|^(new|nuov[oa]|target|destinazione|to(?=[a-z]*\d))/;

/**
 * The columns of a correspondence, where a header is one: two columns of codes that are named after two revisions (`CODICE
 * 2022`, `CODICE 2025`), two classifications (`NACE code`, `ISIC code`), or old and new. Which of them is the old one is
 * told by these words and by the years; else the left one is.
 *
 * @returns `null` for any other header
 */
export function correspondenceColumns(cells: readonly string[]): CorrespondenceColumns | null {
  const named = cells.flatMap((cell, column) => namedColumn(cell, column));
  const codes = named.filter(({ is }) => is === 'code');
  const [left, right] = codes;
  if (left === undefined || right === undefined || !areApart(left.of, right.of)) return null;
  const labels = named.filter(({ is }) => is === 'label');
  const labelOf = (code: NamedColumn, next: number): number | null => {
    const own = labels.find(({ of }) => of === code.of && of !== '');
    const beside = labels.find(({ column }) => column > code.column && column < next);
    return (own ?? beside)?.column ?? null;
  };
  const [leftLabel, rightLabel] = [labelOf(left, right.column), labelOf(right, Number.POSITIVE_INFINITY)];
  const shared = leftLabel === rightLabel ? null : leftLabel;
  const forward = isForward(left.of, right.of);
  const certain = (shared !== null && rightLabel !== null) || !areOthers(left.of, right.of);
  return forward
    ? { oldCode: left.column, newCode: right.column, oldLabel: shared, newLabel: rightLabel, certain }
    : { oldCode: right.column, newCode: left.column, oldLabel: rightLabel, newLabel: shared, certain };
}

function namedColumn(cell: string, column: number): readonly NamedColumn[] {
  if (cell.length > MAX_NAME) return [];
  const word = headerWord(cell);
  if (LABEL.test(word)) {
    return [{ column, is: 'label', of: word.replace(LANGUAGE, '').replace(LABEL, '').replace(LANGUAGE, '') }];
  }
  if (CODE.test(word)) return [{ column, is: 'code', of: word.replace(CODE, '') }];
  // `NACE Rev. 2` and `ISIC4` alone head columns of codes, as `Old` and `New` do.
  const alone = OLD.test(word) || NEW.test(word) || (CLASSIFICATION.test(word) && /\d/.test(word));
  return alone && !/partial|part|link|note|match|type|tipo/.test(word)
    ? [{ column, is: 'code', of: word }]
    : [];
}

const MAX_NAME = 80;
const LEVEL = /livello|level|liv|^l?\d$/;

/** Whether what is left of two names are two revisions or classifications: not two levels of one. */
function areApart(left: string, right: string): boolean {
  if (left === right || left === '' || right === '' || LEVEL.test(left) || LEVEL.test(right)) return false;
  if ((OLD.test(left) && NEW.test(right)) || (NEW.test(left) && OLD.test(right))) return true;
  if (areOthers(left, right)) return true;
  const [plainLeft, plainRight] = [left, right].map((name) => name.replace(/(rev|ver|v|ed|agg)?\d+/g, ''));
  return plainLeft === plainRight && /\d/.test(left + right);
}

/** Whether the names are of two classifications. */
function areOthers(left: string, right: string): boolean {
  const [a, b] = [left, right].map((name) => CLASSIFICATION.exec(name)?.[1]);
  return a !== undefined && b !== undefined && a !== b;
}

/** Whether the left revision is the older one, as words or years say; without either it is. */
function isForward(left: string, right: string): boolean {
  if (NEW.test(left) && OLD.test(right)) return false;
  if (OLD.test(left) || NEW.test(right)) return true;
  const [a, b] = [numberIn(left), numberIn(right)];
  if (a === '' || b === '') return true;
  return a.length === b.length ? yearOf(a) <= yearOf(b) : revisionOf(a) <= revisionOf(b);
}

function numberIn(name: string): string {
  return /(?:19|20)\d{2}/.exec(name)?.[0] ?? /\d+/.exec(name)?.[0] ?? '';
}

/** A year; of two digits as in `isco88` and `isco08` too. */
function yearOf(digits: string): number {
  return digits.length === 2 ? Number(digits) + (digits > '50' ? 1900 : 2000) : Number(digits);
}

/** The number of a revision, which a dot may have stood in: `isic31` is before `isic4`. */
function revisionOf(digits: string): number {
  return digits.length === 4 ? Number(digits) : Number(`${digits.slice(0, 1)}.${digits.slice(1)}`);
}
