import { foldLabel } from '../language/fold-label.ts';
import type { ChangeKind } from '../model/change.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import type { ReportChange } from '../model/report.ts';
import { uuidUrn } from '../values/uuid.ts';
import type { Comparison } from './comparison.ts';

/** A map all of whose entries have identifiers, and how they came by them. */
export interface MintedIds {
  readonly map: ProcessMap;
  /** How many go on with the identifier that they have in the old map. */
  readonly carried: number;
  readonly minted: number;
  /** Old codes whose going on nobody has decided, so that what they may go on as got new identifiers. */
  readonly undecided: readonly string[];
}

/**
 * Gives identifiers to the entries that have none: where a comparison with the revision before says that an entry goes on,
 * its identifier there, else a new one. The same maps give the same identifiers. What is divided goes on where one part
 * carries it; what is joined, in the entry whose label it has; any other division or joining begins something new.
 *
 * @param comparison of the revision before, whose entries have identifiers, with this map
 */
export function mintIds(map: ProcessMap, comparison: Comparison | null = null): MintedIds {
  const { ids, undecided } = comparison === null ? NOTHING : followed(comparison);
  const taken = new Set(
    [...map.nodes, ...(comparison?.oldMap.nodes ?? [])].flatMap(({ about }) => about?.id ?? []),
  );
  let [carried, minted] = [0, 0];
  const nodes = map.nodes.map((node): MapNode => {
    if (node.about?.id !== undefined) return node;
    const known = ids.get(node.id);
    if (known === undefined) minted++;
    else carried++;
    return { ...node, about: { id: known ?? newId(map, node, taken), ...node.about } };
  });
  return { map: { ...map, nodes }, carried, minted, undecided };
}

/** A name-based UUID: of what the entry was when it got it, and never one that stands somewhere already. */
function newId(map: ProcessMap, node: MapNode, taken: Set<string>): string {
  const path: string[] = [];
  for (let at: MapNode | undefined = node; at; at = at.parent === null ? undefined : map.nodes[at.parent])
    path.push(at.code.text, at.label);
  for (let n = 0; ; n++) {
    const id = uuidUrn(JSON.stringify(['entry', ...path, n])).slice('urn:uuid:'.length);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

const NOTHING = { ids: new Map<number, string>(), undecided: [] as readonly string[] };
const GOES_ON: ReadonlySet<ChangeKind> = new Set(['unchanged', 'renamed', 'moved', 'moved-and-renamed']);

/** Identifiers of the old map by the new entries that go on with them. */
function followed({ oldMap, newMap, report }: Comparison): {
  readonly ids: ReadonlyMap<number, string>;
  readonly undecided: readonly string[];
} {
  const ids = new Map<number, string>();
  const undecided: string[] = [];
  const borne = new Set(newMap.nodes.flatMap(({ about }) => about?.id ?? []));
  for (const change of [...report.changes, ...report.structure]) {
    const id = change.old === null ? undefined : oldMap.nodes[change.old.id]?.about?.id;
    if (change.old === null || id === undefined || borne.has(id)) continue;
    const target = goesOnAs(change);
    if (target === null) continue;
    if (target === undefined || change.tier !== 'certain') undecided.push(change.old.code);
    else ids.set(target, id);
  }
  return { ids, undecided };
}

/** The new entry that an old one goes on as; `null` where it does not, `undefined` where that is open. */
function goesOnAs(change: ReportChange): number | null | undefined {
  const [only] = change.new;
  if (change.kind === 'open') return undefined;
  if (GOES_ON.has(change.kind)) return only?.id;
  if (change.details.includes('split-off'))
    return change.new.find(({ code }) => code === change.carriedBy)?.id;
  const sameLabel = only !== undefined && foldLabel(only.label) === foldLabel(change.old?.label ?? '');
  return change.kind === 'merged' && sameLabel ? only.id : null;
}
