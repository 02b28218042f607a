import type { Tier } from '../../src/model/correspondence.ts';
import type { GoldLink } from './sets.ts';

/** A row of a crosswalk, as far as scoring needs it: one link; an empty `new` says that nothing corresponds. */
export interface CrosswalkLink {
  readonly old: string;
  readonly new: string;
  readonly tier: Tier;
  readonly alarms: readonly string[];
  /** Whether the row's entry is said to go nowhere else; left out by methods that do not say. */
  readonly complete?: boolean;
}

/** How well some links agree with the reference: shares in [0, 1], and the pairs behind them. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** What a crosswalk is worth on one reference set. */
export interface Score extends Agreement {
  readonly oldCodes: number;
  readonly links: number;
  readonly required: number;
  readonly certain: {
    readonly links: number;
    readonly precision: number;
    /** Share of the old codes of which every row is certain. */
    readonly coverage: number;
    readonly wrong: readonly string[];
  };
  /** Old entries all of whose links are certain, and that are said to go nowhere else: what may be applied unseen. */
  readonly complete: {
    readonly entries: number;
    /** Share of them whose targets are those of the reference, no more and no less. */
    readonly precision: number;
    /** Share of all old codes. */
    readonly coverage: number;
    /** Entries whose targets are others. */
    readonly wrong: readonly string[];
  };
  /** Share of the old codes whose kind (one, split, merged, dropped) is that of the reference. */
  readonly kindAgreement: number;
  /** Rows missing from the new file that were recognised as such, and how many there are. */
  readonly lost: { readonly seen: number; readonly of: number };
}

/** Reference links sorted by how they count. */
export interface Reference {
  readonly scope: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  /** Pairs that count neither for nor against: optional links, and targets whose row is missing from the new file. */
  readonly neutral: ReadonlySet<string>;
  readonly lost: readonly GoldLink[];
}

/** A pair as text, for sets of pairs and for the reader. */
export function pairText(old: string, target: string): string {
  return `${old} -> ${target}`;
}

/** Sorts reference links by how they count; of the old codes only those that stand in it are judged. */
export function referenceOf(gold: readonly GoldLink[]): Reference {
  const pairs = (links: readonly GoldLink[]) => new Set(links.map((link) => pairText(link.old, link.new)));
  return {
    scope: new Set(gold.map((link) => link.old)),
    required: pairs(gold.filter((link) => isRequired(link) && link.new !== '')),
    neutral: pairs(gold.filter((link) => !isRequired(link))),
    lost: gold.filter((link) => link.relation === 'lost'),
  };
}

function isRequired(link: GoldLink): boolean {
  return !link.optional && link.relation !== 'lost';
}

/** Scores a crosswalk against reference links. Rows of tier `open` are no links. */
export function scoreCrosswalk(crosswalk: readonly CrosswalkLink[], gold: readonly GoldLink[]): Score {
  const reference = referenceOf(gold);
  const rows = crosswalk.filter((row) => reference.scope.has(row.old));
  const links = rows.filter(
    (row) => row.new !== '' && row.tier !== 'open' && !reference.neutral.has(pairText(row.old, row.new)),
  );
  const certain = links.filter((row) => row.tier === 'certain');
  const sure = agreement(certain, reference.required);
  return {
    ...agreement(links, reference.required),
    oldCodes: reference.scope.size,
    links: links.length,
    required: reference.required.size,
    certain: {
      links: certain.length,
      precision: sure.precision,
      coverage: share(reference.scope.size - uncertain(rows, reference.scope), reference.scope.size),
      wrong: sure.wrong,
    },
    complete: completeness(rows, reference),
    kindAgreement: kindAgreement(links, gold),
    lost: {
      seen: reference.lost.filter((link) => isSeenAsLost(rows, link)).length,
      of: reference.lost.length,
    },
  };
}

function agreement(links: readonly CrosswalkLink[], required: ReadonlySet<string>): Agreement {
  const found = new Set(links.map((link) => pairText(link.old, link.new)));
  const wrong = [...found].filter((pair) => !required.has(pair));
  const missed = [...required].filter((pair) => !found.has(pair));
  const precision = share(found.size - wrong.length, found.size);
  const recall = share(required.size - missed.length, required.size);
  return { precision, recall, f1: harmonicMean(precision, recall), wrong, missed };
}

/** Judges entries as a whole: a set of targets is right or it is not. Optional targets may be in it, or missing. */
function completeness(rows: readonly CrosswalkLink[], reference: Reference): Score['complete'] {
  const doubted = new Set(
    rows.filter((row) => row.tier !== 'certain' || !row.complete).map((row) => row.old),
  );
  const targets = new Map<string, Set<string>>();
  for (const row of rows) {
    if (row.new !== '' && !doubted.has(row.old))
      targets.set(row.old, (targets.get(row.old) ?? new Set()).add(row.new));
  }
  const wanted = new Map<string, string[]>();
  for (const pair of reference.required) {
    const [old = '', target = ''] = pair.split(' -> ');
    wanted.set(old, [...(wanted.get(old) ?? []), target]);
  }
  const isWrong = ([old, found]: [string, ReadonlySet<string>]): boolean =>
    (wanted.get(old) ?? []).some((target) => !found.has(target)) ||
    [...found].some(
      (target) =>
        !reference.required.has(pairText(old, target)) && !reference.neutral.has(pairText(old, target)),
    );
  const wrong = [...targets].filter(isWrong).map(([old, found]) => `${old} -> ${[...found].join(' + ')}`);
  return {
    entries: targets.size,
    precision: share(targets.size - wrong.length, targets.size),
    coverage: share(targets.size, reference.scope.size),
    wrong,
  };
}

function uncertain(rows: readonly CrosswalkLink[], scope: ReadonlySet<string>): number {
  const known = new Set(rows.map((row) => row.old));
  const doubted = new Set(rows.filter((row) => row.tier !== 'certain').map((row) => row.old));
  return [...scope].filter((code) => !known.has(code) || doubted.has(code)).length;
}

function isSeenAsLost(rows: readonly CrosswalkLink[], link: GoldLink): boolean {
  return rows.some(
    (row) => row.old === link.old && row.new === '' && row.alarms.includes(`possibly-lost=${link.new}`),
  );
}

type Kind = 'one' | 'split' | 'merged' | 'dropped';

/** Old codes with a link that does not count are not judged: their kind depends on it. */
function kindAgreement(links: readonly CrosswalkLink[], gold: readonly GoldLink[]): number {
  const required = gold.filter((link) => isRequired(link) && link.new !== '');
  const unclear = new Set(gold.filter((link) => !isRequired(link)).map((link) => link.old));
  const judged = [...new Set(gold.map((link) => link.old))].filter((code) => !unclear.has(code));
  const trueKind = kindsOf(required);
  const ownKind = kindsOf(links);
  return share(judged.filter((code) => trueKind(code) === ownKind(code)).length, judged.length);
}

function kindsOf(links: readonly { readonly old: string; readonly new: string }[]): (old: string) => Kind {
  const sources = new Map<string, number>();
  const targets = new Map<string, string[]>();
  for (const link of links) {
    sources.set(link.new, (sources.get(link.new) ?? 0) + 1);
    targets.set(link.old, [...(targets.get(link.old) ?? []), link.new]);
  }
  return (old) => {
    const [first, ...others] = targets.get(old) ?? [];
    if (first === undefined) return 'dropped';
    if (others.length > 0) return 'split';
    return (sources.get(first) ?? 0) > 1 ? 'merged' : 'one';
  };
}

/** Of nothing, everything is right. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** F1 of precision and recall. */
export function harmonicMean(precision: number, recall: number): number {
  return (2 * precision * recall) / (precision + recall || 1);
}
