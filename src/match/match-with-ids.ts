import { createAnalyser } from '../language/analyser.ts';
import { contradictionMeter } from '../language/contradiction.ts';
import { likenessMeter } from '../language/label-likeness.ts';
import { languageOf } from '../language/language.ts';
import type { Correspondence, Evidence, Link, Unlinked } from '../model/correspondence.ts';
import { entryIds } from '../model/entry-about.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { isBookable } from '../model/tree.ts';
import { type MatchOptions, type MatchResult, matchMaps } from './match.ts';

/** Two entries with the same identifier. */
interface IdPair {
  readonly old: number;
  readonly new: number;
}

/**
 * Labels with less in common than this say nothing of each other, so that an identifier alone does not make their link
 * certain. Set by hand: of the real pair's entries that were renamed in what they say, 2 of 76 have less; of activities paired at
 * random 97 of 100 do.
 */
const SOMETHING_IN_COMMON = 0.15;

/**
 * Matches two maps whose entries may have identifiers: the same identifier is the same entry, certain where the labels do
 * not speak against it. Where they do, the link is proposed and wants a look: an identifier may have been given to something
 * else. The matcher finds the rest among what the identifiers leave.
 *
 * Cost: that of `matchMaps`, twice where it would have linked entries otherwise than their identifiers do.
 */
export function matchWithIds(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  options: MatchOptions = {},
): MatchResult {
  const pairs = idPairs(oldMap, newMap, options);
  const first = matchMaps(oldMap, newMap, options);
  if (pairs.length === 0) return first;
  const doubted = doubtsOf(pairs, first.correspondence, { oldMap, newMap, options });
  const against = linksAgainst(pairs, first.correspondence);
  const rejected = [...(options.decisions?.rejected ?? []), ...against];
  const again =
    against.length === 0 ? first : matchMaps(oldMap, newMap, { ...options, decisions: { rejected } });
  return { ...again, correspondence: joined(again.correspondence, { pairs, doubted, oldMap }) };
}

/** Entries with the same identifier, unless a person has turned the pair down. */
function idPairs(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  { decisions = {} }: MatchOptions,
): readonly IdPair[] {
  const { byId: before } = entryIds(oldMap);
  const { byId: after } = before.size === 0 ? { byId: before } : entryIds(newMap);
  const rejected = new Set((decisions.rejected ?? []).map((pair) => `${pair.old}>${pair.new}`));
  return [...before].flatMap(([id, old]) => {
    const target = after.get(id);
    if (target === undefined || rejected.has(`${old}>${target}`)) return [];
    const sameLevel =
      isBookable(oldMap.nodes[old] as MapNode) === isBookable(newMap.nodes[target] as MapNode);
    return sameLevel ? [{ old, new: target }] : [];
  });
}

/**
 * Pairs whose labels speak against them: one says the opposite of the other, or the matcher sends either of them elsewhere,
 * or they have nothing in common. Where the definition is the same word for word, the label is only another name.
 */
function doubtsOf(
  pairs: readonly IdPair[],
  { links, structure }: Correspondence,
  {
    oldMap,
    newMap,
    options,
  }: { readonly oldMap: ProcessMap; readonly newMap: ProcessMap; readonly options: MatchOptions },
): ReadonlySet<number> {
  const analyser = options.analyser ?? createAnalyser(languageOf(oldMap, newMap), options.lexicon);
  const contradicts = contradictionMeter(analyser);
  const labels = () => [...oldMap.nodes, ...newMap.nodes].map(({ label }) => label);
  const likeness = likenessMeter(labels, analyser);
  const sure = [...links, ...structure].filter(({ tier }) => tier !== 'open');
  const linked = new Set(sure.map((link) => `${link.old}>${link.new}`));
  const [leaves, reached] = [new Set(sure.map(({ old }) => old)), new Set(sure.map((link) => link.new))];
  const isDoubted = (pair: IdPair): boolean => {
    const [before, after] = [oldMap.nodes[pair.old] as MapNode, newMap.nodes[pair.new] as MapNode];
    if (contradicts(analyser.analyse(before.label), analyser.analyse(after.label))) return true;
    if (linked.has(`${pair.old}>${pair.new}`)) return false;
    const { definition } = before.about ?? {};
    if (definition !== undefined && definition === after.about?.definition) return false;
    if (leaves.has(pair.old) || reached.has(pair.new)) return true;
    return likeness(before.label, after.label) < SOMETHING_IN_COMMON;
  };
  return new Set(pairs.filter(isDoubted).map(({ old }) => old));
}

/**
 * Links that identifiers speak against: from an entry to another than the bearer of its identifier, or to one whose
 * identifier another has. What divides or joins beside the bearer stays.
 */
function linksAgainst(pairs: readonly IdPair[], { links, structure }: Correspondence): readonly IdPair[] {
  const [target, source] = [
    new Map(pairs.map((pair) => [pair.old, pair.new])),
    new Map(pairs.map((pair) => [pair.new, pair.old])),
  ];
  const all = [...links, ...structure];
  const joins = new Set(all.filter((link) => target.get(link.old) === link.new).map(({ old }) => old));
  return all
    .filter((link) => {
      const [own, theirs] = [target.get(link.old), source.get(link.new)];
      const elsewhere = own !== undefined && own !== link.new;
      const another = theirs !== undefined && theirs !== link.old;
      if (elsewhere && another) return true;
      return (elsewhere && !joins.has(link.old)) || (another && !joins.has(theirs));
    })
    .map((link) => ({ old: link.old, new: link.new }));
}

interface Joining {
  readonly pairs: readonly IdPair[];
  readonly doubted: ReadonlySet<number>;
  readonly oldMap: ProcessMap;
}

function joined(correspondence: Correspondence, { pairs, doubted, oldMap }: Joining): Correspondence {
  const { links, structure, unlinked, structureUnlinked, complete } = correspondence;
  const known = new Map([...links, ...structure].map((link) => [`${link.old}>${link.new}`, link]));
  const isEntry = ({ old }: IdPair) => isBookable(oldMap.nodes[old] as MapNode);
  const byId = pairs.map((pair) =>
    linkOf(pair, known.get(`${pair.old}>${pair.new}`), correspondence, doubted),
  );
  const isById = new Set(pairs.map((pair) => `${pair.old}>${pair.new}`));
  const [olds, targets] = [new Set(pairs.map(({ old }) => old)), new Set(pairs.map((pair) => pair.new))];
  // What the matcher was not sure of is no rival of an identifier.
  const stays = (link: Link) =>
    !isById.has(`${link.old}>${link.new}`) &&
    (link.tier !== 'open' || !(olds.has(link.old) || targets.has(link.new)));
  const sorted = (own: readonly Link[]) => [...own].sort((a, b) => a.old - b.old || a.new - b.new);
  const without = (entries: readonly Unlinked[]) => entries.filter(({ old }) => !olds.has(old));
  return {
    ...correspondence,
    links: sorted([...links.filter(stays), ...byId.filter(isEntry)]),
    structure: sorted([...structure.filter(stays), ...byId.filter((link) => !isEntry(link))]),
    unlinked: without(unlinked),
    structureUnlinked: without(structureUnlinked),
    complete: complete.filter((old) => !doubted.has(old)),
  };
}

/** The link keeps what spoke for it and against it, so that the kind of change it makes can still be told. */
function linkOf(
  pair: IdPair,
  known: Link | undefined,
  { candidates }: Correspondence,
  doubted: ReadonlySet<number>,
): Link {
  const isDoubted = doubted.has(pair.old);
  const candidate = candidates[pair.old]?.find((each) => each.new === pair.new);
  const sameId: Evidence = { kind: 'same-id', score: 1, weight: isDoubted ? -1 : 1 };
  const confidence = known?.confidence ?? candidate?.confidence ?? 0;
  return {
    ...pair,
    confidence: isDoubted ? Math.max(DOUBTED, Math.min(confidence, MOST_DOUBTED)) : 1,
    tier: isDoubted ? 'probable' : 'certain',
    evidence: [sameId, ...((known ?? candidate)?.evidence ?? [])],
    matcher: 'id',
  };
}

/** An identifier that the labels speak against is as good as even. */
const DOUBTED = 0.5;
const MOST_DOUBTED = 0.9;
