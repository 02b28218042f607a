/** What the filters look at in a row of the table. */
export interface RowFacts {
  readonly kind: string;
  readonly tier: string;
  readonly alarm: boolean;
  readonly from: string;
  readonly to: readonly string[];
  /** Every code that stands in the row. */
  readonly codes: readonly string[];
  /** All its words, folded; made when a search first asks for it. */
  readonly words: () => string;
}

/** What the reader asks for. Empty sets and texts ask for nothing. */
export interface Filters {
  readonly kinds: ReadonlySet<string>;
  readonly tiers: ReadonlySet<string>;
  readonly alarm: boolean;
  readonly from: string;
  readonly to: string;
  readonly query: string;
}

export const NO_FILTERS: Filters = {
  kinds: new Set(),
  tiers: new Set(),
  alarm: false,
  from: '',
  to: '',
  query: '',
};

/** Makes the test that rows have to pass; parsing the query once for all of them. */
export function rowFilter(filters: Filters): (row: RowFacts) => boolean {
  const { kinds, tiers, alarm, from, to } = filters;
  const terms = filters.query
    .split(/\s+/)
    .filter((term) => term !== '')
    .map(termTest);
  return (row) =>
    (kinds.size === 0 || kinds.has(row.kind)) &&
    (tiers.size === 0 || tiers.has(row.tier)) &&
    (!alarm || row.alarm) &&
    (from === '' || row.from === from) &&
    (to === '' || row.to.includes(to)) &&
    terms.every((test) => test(row));
}

/** Whether nothing is asked for. */
export function isEmpty(filters: Filters): boolean {
  return Object.entries(filters).every(([, value]) =>
    value instanceof Set ? value.size === 0 : value === '' || value === false,
  );
}

/** Lower case without accents, so that `attivita` finds `Attività`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const CODE_LIKE = /^[a-z]\d+[a-z]?(\.[0-9a-z]+)*\.?$/;

/** A code means itself and what stands below it: `A1.1` finds `A1.1.2`, and not `A1.10`. Other words are looked for. */
function termTest(term: string): (row: RowFacts) => boolean {
  const folded = fold(term);
  if (!CODE_LIKE.test(folded)) return (row) => row.words().includes(folded);
  const code = folded.replace(/\.$/, '');
  return (row) => row.codes.some((each) => each === code || each.startsWith(`${code}.`));
}
