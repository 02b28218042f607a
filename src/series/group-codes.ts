import { compareCodes } from '../model/code.ts';
import type { CodeGroup, GroupedEntry, GroupKind, GroupReport, OpenEntry } from '../model/code-groups.ts';
import type { Crosswalk } from '../model/crosswalk.ts';
import { codeOfText } from '../model/crosswalk-rows.ts';
import { disjointSets } from '../values/disjoint-sets.ts';
import { groupBy } from '../values/group-by.ts';
import { type CodeLinks, codeLinks, type RevisionEntries, revisionEntries } from './revision-links.ts';

/** A code of a revision. */
interface Point {
  readonly revision: number;
  readonly code: string;
}

interface Links extends CodeLinks {
  readonly revision: number;
}

/**
 * Gathers the codes of a chain of revisions into the smallest groups whose hours can be compared without shares: the
 * connected components of the links. Whatever is divided or joined on the way stays within a group.
 *
 * Cost: linear in entries and links, but for putting them in order.
 *
 * @param crosswalks at least one, each from the revision that the one before leads to
 * @param revisions their names, one more than crosswalks
 */
export function groupCodes(crosswalks: readonly Crosswalk[], revisions: readonly string[]): GroupReport {
  const entries = revisionEntries(crosswalks);
  const links = crosswalks.flatMap((crosswalk, revision) =>
    codeLinks(entries[revision]?.keys() ?? [], crosswalk).map((each): Links => ({ ...each, revision })),
  );
  const groups = componentsOf(entries, links).map((component) => groupOf(component, { entries, revisions }));
  const last = revisions.length - 1;
  const carried = links.filter(({ to }) => to.length > 0);
  return {
    revisions,
    groups: [...groups].sort((a, b) => orderOf(b) - orderOf(a) || compareFirst(a, b)),
    entries: entries.map(({ size }) => size),
    comparable: groups.filter((group) => spanOf(group) === last + 1).length,
    open: links.flatMap((each) => openEntry(each, entries)),
    unconfirmed: carried.filter(({ confirmed }) => !confirmed).length,
    incomplete: carried.filter(({ complete }) => !complete).length,
  };
}

/** How many revisions a group stands in. */
export function spanOf({ entries }: Pick<CodeGroup, 'entries'>): number {
  return new Set(entries.map(({ revision }) => revision)).size;
}

/** What hangs together: codes, and the links from them. */
interface Component {
  readonly points: readonly Point[];
  readonly links: readonly Links[];
}

function componentsOf(entries: readonly RevisionEntries[], links: readonly Links[]): readonly Component[] {
  const points = entries.flatMap((own, revision) =>
    [...own.keys()].map((code): Point => ({ revision, code })),
  );
  const index = new Map(points.map((point, i) => [keyOf(point), i]));
  const sets = disjointSets(points.length);
  const at = (point: Point): number => index.get(keyOf(point)) as number;
  for (const { revision, from, to } of links)
    for (const code of to) sets.join(at({ revision, code: from }), at({ revision: revision + 1, code }));
  const byRoot = groupBy(links, ({ revision, from: code }) => sets.rootOf(at({ revision, code })));
  const components = groupBy(points, (point) => sets.rootOf(at(point)));
  return [...components].map(([root, own]) => ({ points: own, links: byRoot.get(root) ?? [] }));
}

function keyOf({ revision, code }: Point): string {
  return `${revision} ${code}`;
}

interface Surroundings {
  readonly entries: readonly RevisionEntries[];
  readonly revisions: readonly string[];
}

function groupOf({ points, links }: Component, { entries, revisions }: Surroundings): CodeGroup {
  const open = new Set(links.filter(({ open: isOpen }) => isOpen !== null).map(keyOfLink));
  const sorted = [...points].sort((a, b) => a.revision - b.revision || compareTexts(a.code, b.code));
  const byRevision = groupBy(sorted, ({ revision }) => revision);
  const own = sorted.map((point): GroupedEntry => {
    const alone = byRevision.get(point.revision)?.length === 1;
    return {
      ...point,
      label: entries[point.revision]?.get(point.code) ?? '',
      whole: open.has(keyOf(point)) ? 'open' : alone ? 'yes' : 'no',
    };
  });
  const named = namingEntries(own);
  const [first] = named as [GroupedEntry];
  return {
    id: `${revisions[first.revision] ?? ''}:${first.code}`,
    label: [...new Set(named.map(({ label }) => label).filter((label) => label !== ''))].join(' + '),
    kind: kindOf(own, links, revisions.length),
    entries: own,
    links: links
      .filter(({ to }) => to.length > 0)
      .map(({ revision, from, to, confirmed }) => ({ revision, from, to, confirmed })),
    ...endsOf(own, links),
  };
}

function keyOfLink({ revision, from }: Links): string {
  return keyOf({ revision, code: from });
}

/** Those of the revision in which the group has the fewest entries, the newest of several: they say most in fewest words. */
function namingEntries(entries: readonly GroupedEntry[]): readonly GroupedEntry[] {
  const byRevision = [...groupBy(entries, ({ revision }) => revision).values()].reverse();
  return byRevision.reduce((best, own) => (own.length < best.length ? own : best));
}

function kindOf(entries: readonly GroupedEntry[], links: readonly Links[], revisions: number): GroupKind {
  if (spanOf({ entries }) < revisions) return 'partial';
  const sources = groupBy(
    links.flatMap(({ revision, to }) => to.map((code) => keyOf({ revision: revision + 1, code }))),
    (key) => key,
  );
  const divides = links.some(({ to }) => to.length > 1);
  const joins = [...sources.values()].some((own) => own.length > 1);
  if (divides && joins) return 'mixed';
  return divides ? 'split' : joins ? 'merged' : 'single';
}

/** Whether a part of the group ends before it does, or begins after it has. */
function endsOf(
  entries: readonly GroupedEntry[],
  links: readonly Links[],
): Pick<CodeGroup, 'loses' | 'gains'> {
  const reached = new Set(
    links.flatMap(({ revision, to }) => to.map((code) => keyOf({ revision: revision + 1, code }))),
  );
  const first = Math.min(...entries.map(({ revision }) => revision));
  const last = Math.max(...entries.map(({ revision }) => revision));
  return {
    loses: links.some(({ loses, to, revision }) => loses && (to.length > 0 || revision < last)),
    gains: entries.some((each) => each.revision > first && !reached.has(keyOf(each))),
  };
}

function openEntry(
  { revision, from, open }: Links,
  entries: readonly RevisionEntries[],
): readonly OpenEntry[] {
  if (open === null) return [];
  return [{ revision, code: from, label: entries[revision]?.get(from) ?? '', ...open }];
}

/** The newest revision that a group stands in. */
function orderOf({ entries }: CodeGroup): number {
  return entries.at(-1)?.revision ?? 0;
}

function compareFirst(a: CodeGroup, b: CodeGroup): number {
  const firstOf = ({ entries }: CodeGroup): string =>
    entries.find(({ revision }) => revision === entries.at(-1)?.revision)?.code ?? '';
  return compareTexts(firstOf(a), firstOf(b));
}

function compareTexts(a: string, b: string): number {
  return compareCodes(codeOfText(a), codeOfText(b)) || (a < b ? -1 : a > b ? 1 : 0);
}
