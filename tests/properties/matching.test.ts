import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFlatMap } from '../../bench/lib/flat-map.ts';
import { revise } from '../../bench/lib/revise.ts';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { foldText } from '../../src/language/fold.ts';
import { type MatchResult, matchMaps } from '../../src/match/match.ts';
import type { Link } from '../../src/model/correspondence.ts';
import type { MapNode, ProcessMap } from '../../src/model/process-map.ts';
import { isServiceEntry } from '../../src/model/tree.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { clericalEdit, unrelatedBranch } from '../arbitraries/map-edits.ts';
import { underLetters, withBranch, withCodes, withLabel } from '../support/edit-map.ts';
import { mapOf } from '../support/map-of.ts';

interface Pair {
  readonly oldMap: ProcessMap;
  readonly newMap: ProcessMap;
}

const pairs: Pair[] = [];

beforeAll(async () => {
  const read = (file: string) => parseMap({ name: file, bytes: readFileSync(`fixtures/${file}`) });
  const local = await read('massa-carrara-2021.csv');
  pairs.push({ oldMap: local, newMap: await read('unioncamere-rev2023.csv') });
  pairs.push({ oldMap: readFlatMap('fixtures/truth/massa-carrara-liv.csv'), newMap: local });
  const rates = { reword: 0.1, move: 0.05, merge: 0.1, split: 0.05, drop: 0.05, add: 0.05, moveBranch: 0.05 };
  pairs.push(revise('made up', local, { ...rates, codes: 'close' }, 1));
  pairs.push(revise('made up', local, { ...rates, codes: 'renumber' }, 2));
});

const anyPair = () => fc.nat(3).map((i) => pairs[i] as Pair);

function allLinks({ correspondence }: MatchResult): readonly Link[] {
  return [...correspondence.links, ...correspondence.structure];
}

/** Who is linked with whom, and how surely. */
function pairsOf(result: MatchResult): readonly string[] {
  return allLinks(result).map((link) => `${link.old} > ${link.new} ${link.tier}`);
}

/** Links between entries that no other entry of either map has the label of. */
function linksOnTheLabel({ oldMap }: Pair, result: MatchResult): readonly Link[] {
  const isSole = [oldMap, result.newMap].map((map) => {
    const counts = new Map<string, number>();
    for (const { label } of map.nodes) counts.set(foldText(label), (counts.get(foldText(label)) ?? 0) + 1);
    return ({ label }: MapNode) => label !== '' && counts.get(foldText(label)) === 1;
  });
  return allLinks(result).filter((link) => {
    const [a, b] = [oldMap.nodes[link.old] as MapNode, result.newMap.nodes[link.new] as MapNode];
    const isEqual = foldText(a.label) === foldText(b.label);
    return isEqual && !isServiceEntry(a) && isSole[0]?.(a) && isSole[1]?.(b);
  });
}

describe('codes are names', () => {
  it('changes nothing when those of both maps are renamed alike', () => {
    const letters = fc
      .subarray([...'ABCDEFHIJKLMNOPQRSTUVWXY'], { minLength: 7, maxLength: 7 })
      .map((chosen) => underLetters(chosen));
    fc.assert(
      fc.property(anyPair(), letters, ({ oldMap, newMap }, rename) => {
        const renamed = matchMaps(withCodes(oldMap, rename), withCodes(newMap, rename));
        expect(pairsOf(renamed)).toEqual(pairsOf(matchMaps(oldMap, newMap)));
      }),
      { numRuns: 5 },
    );
  });

  // Where labels differ or stand twice an equal code is evidence, and may tip what is not certain.
  it('keeps what stands on a label of its own when the new codes are none of the old', () => {
    const rename = underLetters([...'TUVWXYZ']);
    for (const pair of pairs) {
      const before = linksOnTheLabel(pair, matchMaps(pair.oldMap, pair.newMap));
      const after = new Set(pairsOf(matchMaps(pair.oldMap, withCodes(pair.newMap, rename))));
      expect(before.length).toBeGreaterThan(20);
      const lost = before.filter((link) => !after.has(`${link.old} > ${link.new} ${link.tier}`));
      expect(lost).toEqual([]);
    }
  });
});

describe('clerical edits', () => {
  it('of one label of either map change no link', () => {
    const edited = fc.tuple(anyPair(), fc.boolean(), fc.nat(), clericalEdit());
    fc.assert(
      fc.property(edited, ([{ oldMap, newMap }, isOld, at, edit]) => {
        const { nodes } = isOld ? oldMap : newMap;
        const changed = nodes.filter(({ label }) => edit(label) !== label);
        const node = changed[at % changed.length];
        if (node === undefined) return;
        const [before, after] = isOld
          ? [withLabel(oldMap, node.id, edit(node.label)), newMap]
          : [oldMap, withLabel(newMap, node.id, edit(node.label))];
        expect(pairsOf(matchMaps(before, after))).toEqual(pairsOf(matchMaps(oldMap, newMap)));
      }),
      { numRuns: 20 },
    );
  });
});

describe('an unrelated branch', () => {
  // What is added to both maps alike tells how often codes are kept, which branches with little of their own believe.
  it('in either map changes no link elsewhere', () => {
    fc.assert(
      fc.property(anyPair(), fc.boolean(), unrelatedBranch(), ({ oldMap, newMap }, isOld, branch) => {
        const before = matchMaps(oldMap, newMap);
        const after = isOld
          ? matchMaps(withBranch(oldMap, branch), newMap)
          : matchMaps(oldMap, withBranch(newMap, branch));
        expect(codesOf(oldMap, after, 'Z')).toEqual(codesOf(oldMap, before, 'Z'));
      }),
      { numRuns: 8 },
    );
  });
});

/** Links by codes, for implied entries are numbered after all others; those of one letter left out. */
function codesOf(oldMap: ProcessMap, result: MatchResult, letter: string): readonly string[] {
  return allLinks(result)
    .filter((link) => link.old < oldMap.nodes.length)
    .map((link) => ({ link, target: result.newMap.nodes[link.new] as MapNode }))
    .filter(({ target }) => !target.code.text.startsWith(letter))
    .map(({ link, target }) => `${link.old} > ${target.code.text} ${target.label} ${link.tier}`)
    .sort();
}

describe('swapping the maps', () => {
  it('turns what is dropped into what is added, and a merger into a split', () => {
    const before = mapOf(`
      A1 Governo
      A1.1 Programmazione
      A1.1.1 Documenti
      A1.1.1.1 Relazione previsionale e programmatica
      A1.1.1.2 Gestione protocollo informatico
      A1.1.1.3 Tenuta archivio storico
      A1.1.1.4 Rilascio carnet ATA
    `);
    const after = mapOf(`
      A1 Governo
      A1.1 Programmazione
      A1.1.1 Documenti
      A1.1.1.1 Relazione previsionale e programmatica
      A1.1.1.2 Gestione protocollo informatico, tenuta archivio storico
      D1 Sviluppo
      D1.1 Turismo
      D1.1.1 Guide
      D1.1.1.1 Mediazione civile
    `);
    const kinds = (a: ProcessMap, b: ProcessMap) =>
      compareMaps(a, b).report.changes.map(
        ({ kind, old, new: targets }) => `${kind} ${old?.code ?? ''} ${targets.map(({ code }) => code)}`,
      );
    expect(kinds(before, after)).toEqual(
      expect.arrayContaining([
        'merged A1.1.1.2 A1.1.1.2',
        'merged A1.1.1.3 A1.1.1.2',
        expect.stringMatching(/^(dropped|open) A1\.1\.1\.4 $/),
        'added  D1.1.1.1',
      ]),
    );
    expect(kinds(after, before)).toEqual(
      expect.arrayContaining([
        'split A1.1.1.2 A1.1.1.2,A1.1.1.3',
        expect.stringMatching(/^(dropped|open) D1\.1\.1\.1 $/),
        'added  A1.1.1.4',
      ]),
    );
  });

  // What is doubtful may come out otherwise: an entry that a revision no longer lists was mostly merged into another, one it
  // lists for the first time is mostly new, so which of the maps is the older one tells something.
  it('keeps what stands on a label of its own, and whatever is certain', () => {
    for (const pair of pairs) {
      const forth = matchMaps(pair.oldMap, pair.newMap, { serviceEntries: 'strict' });
      const back = matchMaps(pair.newMap, pair.oldMap, { serviceEntries: 'strict' });
      const mirrored = new Set(allLinks(back).map((link) => `${link.new} > ${link.old}`));
      const isKept = (link: Link): boolean => mirrored.has(`${link.old} > ${link.new}`);
      expect(linksOnTheLabel(pair, forth).filter((link) => !isKept(link))).toEqual([]);
      const { links } = forth.correspondence;
      expect(links.filter((link) => link.tier === 'certain' && !isKept(link))).toEqual([]);
    }
  });

  it('keeps nineteen links in twenty of a revision', () => {
    const { oldMap, newMap } = pairs[0] as Pair;
    const forth = matchMaps(oldMap, newMap);
    const back = new Set(
      matchMaps(newMap, oldMap).correspondence.links.map((link) => `${link.new} > ${link.old}`),
    );
    const oneWay = unserved(oldMap, forth).filter((link) => !back.has(link));
    expect(oneWay.length).toBeLessThanOrEqual(0.05 * forth.correspondence.links.length);
  });
});

function unserved(oldMap: ProcessMap, { correspondence }: MatchResult): readonly string[] {
  return correspondence.links
    .filter((link) => !isServiceEntry(oldMap.nodes[link.old] as MapNode))
    .map((link) => `${link.old} > ${link.new}`);
}
