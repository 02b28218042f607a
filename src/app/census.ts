import { createAnalyser } from '../language/analyser.ts';
import { detectLanguage } from '../language/language.ts';
import type { LexiconExtension } from '../language/lexicon.ts';
import { matchMaps } from '../match/match.ts';
import { groupAdditions, type LocalAddition } from '../merge/census/group-additions.ts';
import { countedEntries, type LocalDoings, localDoings } from '../merge/census/local-doings.ts';
import { type Joined, joinedBy, localisation } from '../merge/families.ts';
import {
  type Census,
  type CensusEntry,
  type CensusMap,
  LOCAL_DOINGS,
  type LocalDoing,
} from '../model/census.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { isBookable, keyOf, nodeAt, pathOf } from '../model/tree.ts';
import { groupBy } from '../values/group-by.ts';
import { commonShare, LOCALISED } from './adopt.ts';

/** How a census is taken. */
export interface CensusOptions {
  /** Words that are added to those of the language. */
  readonly lexicon?: LexiconExtension | undefined;
}

interface Counted extends LocalDoings {
  readonly map: ProcessMap;
  readonly joined: Joined;
}

/**
 * Counts how local maps have each entry of the national one that they were made from, and gathers what they added by its
 * likeness. A map that has too little in common with the national one is named and not counted.
 */
export function takeCensus(
  national: ProcessMap,
  locals: readonly ProcessMap[],
  { lexicon }: CensusOptions = {},
): Census {
  const labels = [national, ...locals].flatMap(({ nodes }) => nodes.map(({ label }) => label));
  const analyser = createAnalyser(detectLanguage(labels), lexicon);
  const sameLabel = (a: string, b: string) => a === b || analyser.analyse(a).key === analyser.analyse(b).key;
  const compared = locals.map((map) => {
    const all = joinedBy(matchMaps(national, map, { serviceEntries: 'strict', lexicon }).correspondence);
    return { map, share: commonShare(national, map, all), joined: localisation(national, map, all) };
  });
  const counted = compared
    .filter(({ share }) => share >= LOCALISED)
    .map(
      ({ map, joined }): Counted => ({ map, joined, ...localDoings(national, map, { joined, sameLabel }) }),
    );
  const additions = counted.flatMap((each) => each.additions.map((node) => additionOf(node, each, national)));
  return {
    national: national.source.name,
    maps: counted.map(mapOf),
    entries: countedEntries(national).map((node) => entryOf(node, national, counted)),
    additions: groupAdditions(additions, analyser),
    strangers: compared
      .filter(({ share }) => share < LOCALISED)
      .map(({ map, share }) => ({ map: map.source.name, percent: Math.floor(share * 100) })),
  };
}

function additionOf(node: MapNode, { map, joined }: Counted, national: ProcessMap): LocalAddition {
  const parent = node.parent === null ? undefined : joined.sources.get(node.parent)?.[0];
  const above = parent === undefined ? null : nodeAt(national, parent.old);
  return {
    map: map.source.name,
    code: keyOf(node),
    label: node.label,
    under: above === null ? null : { code: above.code.text, label: above.label },
  };
}

function mapOf({ map, doings, additions }: Counted): CensusMap {
  return { map: map.source.name, counts: countOf([...doings.values()]), additions: additions.length };
}

function entryOf(node: MapNode, national: ProcessMap, counted: readonly Counted[]): CensusEntry {
  const words = counted.flatMap(({ wordings }) => wordings.get(node.id) ?? []);
  const wordings = [...groupBy(words, (label) => label)].map(([label, own]) => ({ label, maps: own.length }));
  return {
    code: keyOf(node),
    label: node.label,
    path: pathOf(national, node),
    isBooked: isBookable(node),
    counts: countOf(counted.map(({ doings }) => doings.get(node.id) ?? 'left-out')),
    wordings: wordings.sort((a, b) => b.maps - a.maps || (a.label < b.label ? -1 : 1)),
  };
}

function countOf(doings: readonly LocalDoing[]): Readonly<Record<LocalDoing, number>> {
  const counts = Object.fromEntries(LOCAL_DOINGS.map((doing) => [doing, 0])) as Record<LocalDoing, number>;
  for (const doing of doings) counts[doing]++;
  return counts;
}
