import { buildReport } from '../../src/change/build-report.ts';
import { classifyChanges } from '../../src/change/classify-changes.ts';
import type { Candidate, Correspondence, Link, Tier, Unlinked } from '../../src/model/correspondence.ts';
import type { EntryAbout, ProcessMap } from '../../src/model/process-map.ts';
import type { MigrationReport } from '../../src/model/report.ts';
import { isBookable, keyOf } from '../../src/model/tree.ts';
import { mapOf } from './map-of.ts';

/** A migration as a test writes it down: the maps as `mapOf` reads them, the links as `OLD -> NEW`, `?` if probable. */
export interface Scene {
  readonly old: string;
  readonly new: string;
  /** One link a line; `OLD -> ?NEW NEW` is an open entry with its candidates. */
  readonly links: string;
  /** What the files say of entries besides code and label, by code. */
  readonly about?: { readonly old: AboutByCode; readonly new: AboutByCode };
}

type AboutByCode = Readonly<Record<string, EntryAbout>>;

/** The report of a small migration whose links the test gives. */
export function reportOf(scene: Scene): MigrationReport {
  const oldMap = withAbout(mapOf(scene.old), scene.about?.old);
  const newMap = withAbout(mapOf(scene.new), scene.about?.new);
  return reportOfMaps(oldMap, newMap, scene.links);
}

function withAbout(map: ProcessMap, about: AboutByCode = {}): ProcessMap {
  const nodes = map.nodes.map((node) => {
    const own = about[node.code.text];
    return own === undefined ? node : { ...node, about: own };
  });
  return { ...map, nodes };
}

/** The report of two maps whose links are given as in `Scene`. */
export function reportOfMaps(oldMap: ProcessMap, newMap: ProcessMap, linkText: string): MigrationReport {
  const correspondence = correspondenceOf(oldMap, newMap, linkText);
  const classified = classifyChanges(oldMap, newMap, correspondence);
  return buildReport({ ...classified, oldMap, newMap, correspondence, findings: [] });
}

function correspondenceOf(oldMap: ProcessMap, newMap: ProcessMap, linkText: string): Correspondence {
  const parsed = linkText
    .split('\n')
    .map((line) => /^\s*(\S+) -> (\??)([^\s?]+)(\?)?((?: \S+)*)$/.exec(line))
    .filter((match) => match !== null);
  const oldIds = idsOf(oldMap);
  const newIds = idsOf(newMap);
  const find = (ids: ReadonlyMap<string, number>, code: string): number => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`no ${code} in the test's map`);
    return id;
  };
  const candidates: Candidate[][] = oldMap.nodes.map(() => []);
  const links: Link[] = [];
  const open = new Set<number>();
  for (const [, from = '', undecided, to = '', doubt, others = ''] of parsed) {
    const old = find(oldIds, from);
    if (undecided) {
      open.add(old);
      const codes = [to, ...others.trim().split(' ')].filter((code) => code !== '');
      candidates[old] = codes.map((code, i) => candidate(find(newIds, code), 0.6 - i * 0.1));
    } else links.push(link(old, find(newIds, to), doubt ? 'probable' : 'certain'));
  }
  const linked = new Set(links.map((each) => each.old));
  const isStructure = (id: number) => !isBookable(oldMap.nodes[id] as (typeof oldMap.nodes)[number]);
  const unlinked: Unlinked[] = oldMap.nodes
    .filter((node) => !linked.has(node.id))
    .map(({ id }) =>
      open.has(id)
        ? { old: id, tier: 'open', confidence: 0.4, reason: 'tie' }
        : { old: id, tier: 'certain', confidence: 0.95, reason: 'nothing-similar' },
    );
  return {
    links: links.filter((each) => !isStructure(each.old)),
    unlinked: unlinked.filter((each) => !isStructure(each.old)),
    structure: links.filter((each) => isStructure(each.old)),
    structureUnlinked: unlinked.filter((each) => isStructure(each.old)),
    candidates,
    complete: [...linked].sort((a, b) => a - b),
    splitRate: 0,
  };
}

/** Entries by code; where several bear one, the code means structure and `code!` the entry that is booked on it. */
function idsOf(map: ProcessMap): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (const node of map.nodes) {
    if (!ids.has(node.code.text)) ids.set(node.code.text, node.id);
    if (node.bookingCode !== null) ids.set(`${keyOf(node)}!`, node.id);
  }
  return ids;
}

function link(old: number, target: number, tier: Tier): Link {
  return {
    old,
    new: target,
    confidence: tier === 'certain' ? 0.995 : 0.81,
    tier,
    evidence: [
      { kind: 'label-similarity', score: 0.83, weight: 0.6 },
      { kind: 'same-parent', score: 1, weight: 0.3 },
    ],
    matcher: 'test',
  };
}

function candidate(id: number, confidence: number): Candidate {
  return { new: id, confidence, evidence: [{ kind: 'label-similarity', score: confidence, weight: 0.5 }] };
}
