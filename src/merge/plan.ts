import type { AdoptionNote } from '../model/adoption.ts';
import { type Code, compareCodes } from '../model/code.ts';
import type { Link } from '../model/correspondence.ts';
import type { MapNode } from '../model/process-map.ts';
import { childrenOf, isBookable, nodeAt } from '../model/tree.ts';
import type { MergeInput } from './families.ts';
import type { Judgement, Standing } from './judge.ts';

/** An entry of the new local map before it has a code. `key` is `n` or `l` with its id in the map it comes from. */
export interface Draft extends Standing {
  readonly key: string;
  readonly node: MapNode;
  /** Key of what stands above it. */
  readonly parent: string | null;
  readonly notes: readonly AdoptionNote[];
  /** Index of its judgement. */
  readonly judgement: number;
}

/** All entries of the new local map, and where the local entries are found in it. */
export interface DraftPlan {
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Keys of the drafts that a local entry has become; none where it is gone. */
  readonly becomes: (localId: number) => readonly string[];
}

/**
 * Hangs every entry that is to stand in the new local map below another: a national one below its national parent, one in
 * the chamber's own place below what became of its local parent. Branches come back that something below them needs.
 */
export function planDrafts(judgements: readonly Judgement[], input: MergeInput): DraftPlan {
  const found = new Map<string, { readonly standing: Standing; readonly judgement: number }>();
  const judgementOf = { national: new Map<number, number>(), local: new Map<number, number>() };
  for (const [i, { family, standing }] of judgements.entries()) {
    for (const id of family.national) judgementOf.national.set(id, i);
    for (const id of family.local) judgementOf.local.set(id, i);
    for (const each of standing) found.set(keyOf(each), { standing: each, judgement: i });
  }
  const drafts = new Map<string, Draft>();
  const { children } = childrenOf(input.local);
  const hanging = new Set<string>();

  const becomes = (id: number): readonly string[] => {
    const judgement = judgements[judgementOf.local.get(id) ?? -1];
    if (judgement === undefined) return [];
    const own = judgement.standing.filter((each) => each.from === 'local' && each.id === id);
    if (own.length > 0) return own.map(keyOf);
    return nationalTargets(id, input)
      .map((target) => `n${target}`)
      .filter((key) => found.has(key));
  };

  const homeOfNational = (id: number | null): Home => {
    if (id === null) return ROOT;
    if (found.has(`n${id}`)) return { key: `n${id}`, notes: [] };
    const judgement = judgements[judgementOf.national.get(id) ?? -1];
    const instead = judgement?.standing[0];
    if (instead !== undefined) return { key: keyOf(instead), notes: [] };
    return { key: bringBack('national', id), notes: [] };
  };

  const homeOfLocal = (id: number | null): Home => {
    if (id === null) return ROOT;
    const own = becomes(id).filter((key) => levelAt(key) === nodeAt(input.local, id).level);
    const sure = own.filter((key) => key.startsWith('l') || isCertain(id, Number(key.slice(1)), input));
    const only = sure.length === 1 ? sure[0] : own.length === 1 ? own[0] : undefined;
    if (only !== undefined) return { key: only, notes: [] };
    const sought = siblingsHome(id, own);
    if (sought !== null) return { key: sought, notes: own.length > 0 ? [] : ['parent-gone'] };
    if (own.length > 0) return { key: own[0] as string, notes: [] };
    return { key: bringBack('local', id), notes: [] };
  };

  /** Where most of what stands below a local entry went: the only home that one of several, or none, can give. */
  const siblingsHome = (id: number, among: readonly string[]): string | null => {
    const counts = new Map<string, number>();
    for (const child of children[id] ?? []) {
      for (const key of becomes(child)) {
        if (!key.startsWith('n')) continue;
        const home = homeOfNational(nodeAt(input.national, Number(key.slice(1))).parent).key;
        if (home === null || levelAt(home) !== nodeAt(input.local, id).level) continue;
        if (among.length === 0 || among.includes(home)) counts.set(home, (counts.get(home) ?? 0) + 1);
      }
    }
    const ranked = [...counts].sort(([a, x], [b, y]) => y - x || compareCodes(codeAt(a), codeAt(b)));
    return ranked[0]?.[0] ?? null;
  };

  const sourceAt = (key: string): MapNode =>
    nodeAt(key.startsWith('n') ? input.national : input.local, Number(key.slice(1)));
  const codeAt = (key: string): Code => sourceAt(key).code;
  /** A home of another level would make another kind of entry of what hangs below it. */
  const levelAt = (key: string): number => sourceAt(key).level;

  const bringBack = (from: 'national' | 'local', id: number): string => {
    const standing: Standing = {
      from,
      id,
      label: nodeAt(input[from], id).label,
      place: from,
      placeOf: from === 'local' ? id : null,
    };
    const key = keyOf(standing);
    found.set(key, { standing, judgement: judgementOf[from].get(id) ?? -1 });
    if (!drafts.has(key)) hang(key, ['branch-needed']);
    return key;
  };

  const hang = (key: string, notes: readonly AdoptionNote[] = []): void => {
    const { standing, judgement } = found.get(key) as { standing: Standing; judgement: number };
    if (drafts.has(key) || hanging.has(key)) return;
    hanging.add(key);
    const node = nodeAt(input[standing.from], standing.id);
    const home =
      standing.place === 'national'
        ? homeOfNational(node.parent)
        : homeOfLocal(nodeAt(input.local, standing.placeOf ?? standing.id).parent);
    drafts.set(key, {
      ...standing,
      key,
      node,
      parent: home.key === key ? null : home.key,
      notes: [...notes, ...home.notes],
      judgement,
    });
    hanging.delete(key);
  };
  for (const key of [...found.keys()]) hang(key);
  return { drafts: withoutEmptyBranches(withoutCircles(drafts), judgements, input), becomes };
}

interface Home {
  readonly key: string | null;
  readonly notes: readonly AdoptionNote[];
}
const ROOT: Home = { key: null, notes: [] };

function keyOf({ from, id }: Pick<Standing, 'from' | 'id'>): string {
  return `${from === 'national' ? 'n' : 'l'}${id}`;
}

/**
 * Where the chamber put one branch below another and the nation the other below the one, the chamber's places go: each
 * would stand below itself.
 */
function withoutCircles(drafts: ReadonlyMap<string, Draft>): ReadonlyMap<string, Draft> {
  const kept = new Map(drafts);
  for (const draft of drafts.values()) {
    const seen = new Set([draft.key]);
    for (let key = draft.parent; key !== null; key = kept.get(key)?.parent ?? null) {
      if (!seen.has(key)) {
        seen.add(key);
        continue;
      }
      const local = [...seen].map((each) => kept.get(each) as Draft).filter(({ place }) => place === 'local');
      for (const each of local)
        kept.set(each.key, { ...each, parent: null, notes: [...each.notes, 'parent-gone'] });
      break;
    }
  }
  return kept;
}

/** National entries that a local one leads to, in the order of the codes: by way of the base or, without, directly. */
export function nationalTargets(localId: number, input: MergeInput): readonly number[] {
  const ids = new Set(linksToNation(localId, input).map((link) => link.new));
  const codeOf = (id: number): Code => nodeAt(input.national, id).code;
  return [...ids].sort((a, b) => compareCodes(codeOf(a), codeOf(b)) || a - b);
}

/** The links that a local entry's hours follow. */
export function linksToNation(
  localId: number,
  { toLocal, hoursToNational, across }: MergeInput,
): readonly Link[] {
  const sources = toLocal.sources.get(localId);
  if (sources === undefined) return across.targets.get(localId) ?? [];
  return sources.flatMap(({ old }) => hoursToNational.targets.get(old) ?? []);
}

function isCertain(localId: number, nationalId: number, input: MergeInput): boolean {
  return linksToNation(localId, input).some((link) => link.new === nationalId && link.tier === 'certain');
}

/**
 * Branches of the chamber's own that nothing stands below any more are gone, too: they were kept for what they held. A
 * branch that the nation has, or that the chamber kept empty, stays.
 */
function withoutEmptyBranches(
  drafts: ReadonlyMap<string, Draft>,
  judgements: readonly Judgement[],
  { local }: MergeInput,
): ReadonlyMap<string, Draft> {
  const kept = new Map(drafts);
  const parents = new Set(local.nodes.map(({ parent }) => parent));
  for (;;) {
    const used = new Set([...kept.values()].map(({ parent }) => parent));
    const empty = [...kept.values()].filter(
      (draft) =>
        draft.from === 'local' &&
        !isBookable(draft.node) &&
        !used.has(draft.key) &&
        parents.has(draft.id) &&
        judgements[draft.judgement]?.conflict === null,
    );
    if (empty.length === 0) return kept;
    for (const { key } of empty) kept.delete(key);
  }
}
