import type { ConflictKind, OutcomeKind, Side } from '../model/adoption.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { isBookable, nodeAt } from '../model/tree.ts';
import { type Family, isBetweenAdditions, type Joined, type MergeInput } from './families.ts';

/** An entry of the new local map before it has a code: from which map it comes, under which label, in whose place. */
export interface Standing {
  readonly from: Side;
  readonly id: number;
  readonly label: string;
  /** Whose place it takes: the nation's code, or a place below what became of its parent in the local map. */
  readonly place: Side;
  /** The local entry whose place it takes, where `place` is local. */
  readonly placeOf: number | null;
}

/** What is to become of a family. */
export interface Judgement {
  readonly family: Family;
  readonly kind: OutcomeKind;
  readonly conflict: ConflictKind | null;
  readonly standing: readonly Standing[];
  readonly confidence: number;
}

/** What one side did to the entries of the base. */
export interface Doings {
  readonly reworded: boolean;
  /** It put them below something else. */
  readonly moved: boolean;
  /** It gave them another number among the same siblings. */
  readonly renumbered: boolean;
  /** It divided them or joined them. */
  readonly reshaped: boolean;
}

/**
 * Judges a family by what the chamber and the nation did to the base: what only one of them changed is taken from it,
 * what both changed alike is taken once, and what both changed differently is a conflict.
 *
 * @param side which side stands where the two are in conflict; a person's decision, or `null` while there is none
 */
export function judge(family: Family, input: MergeInput, side: Side | null): Judgement {
  const confidence = confidenceOf(family, input);
  const judged = family.base.length === 0 ? withoutBase(family, input, side) : withBase(family, input, side);
  return { family, confidence, ...judged };
}

type Verdict = Pick<Judgement, 'kind' | 'conflict' | 'standing'>;

function withoutBase(family: Family, input: MergeInput, side: Side | null): Verdict {
  const { local, national } = family;
  const nations = asNation(national, input);
  if (local.length === 0) return { kind: 'added', conflict: null, standing: nations };
  if (national.length > 0) {
    const kind = input.hasBase ? 'addition-replaced' : 'taken-over';
    return { kind, conflict: null, standing: nations };
  }
  const own = asLocal(local, input);
  const general = local.every((id) => nodeAt(input.local, id).kind === 'general');
  if (input.hasBase && alikeOf(family, input).length > 0)
    return conflict('alike', side ?? 'local', { national: [], local: own });
  if (input.hasBase || general) return { kind: 'addition-kept', conflict: null, standing: own };
  // Branches are kept or gone by what stands below them; nobody is asked about them.
  if (local.every((id) => !isBookable(nodeAt(input.local, id))))
    return { kind: 'dropped', conflict: null, standing: [] };
  return conflict('no-base', side ?? 'local', { national: [], local: own });
}

/** New national entries that an addition of the chamber's may be. */
export function alikeOf({ local }: Family, input: MergeInput): readonly number[] {
  const links = local.flatMap((id) => input.across.targets.get(id) ?? []);
  const maybe = links.filter((link) => isBetweenAdditions(link, input) && link.tier !== 'certain');
  return [...new Set(maybe.map((link) => link.new))].sort((a, b) => a - b);
}

function withBase(family: Family, input: MergeInput, side: Side | null): Verdict {
  const { local, national } = family;
  const own = asLocal(local, input);
  if (local.length === 0) return { kind: 'left-out', conflict: null, standing: [] };
  const chamber = doingsOf(family, 'local', input);
  if (national.length === 0) return droppedByNation(family, input, { chamber, side });
  const wanted = national.filter((id) => isWanted(id, input));
  if (family.base.some((id) => !input.toLocal.targets.has(id)))
    return conflict('left-out-in-part', side ?? 'national', {
      national: asNation(wanted, input),
      local: own,
    });
  return together(family, input, { chamber, nation: doingsOf(family, 'national', input), side });
}

/**
 * What the nation dropped goes where the chamber had left it as it was, also where the national file may only have lost
 * it: that is told, and a person may restore it. What the chamber made its own is asked about.
 */
function droppedByNation(
  family: Family,
  input: MergeInput,
  { chamber, side }: { readonly chamber: Doings; readonly side: Side | null },
): Verdict {
  const own = asLocal(family.local, input);
  if (family.base.some((id) => input.lost.has(id))) {
    const fallback = isOwn(family, chamber, input) ? 'local' : 'national';
    return conflict('possibly-lost', side ?? fallback, { national: [], local: own });
  }
  // Branches stay for what stays below them; nobody is asked about them.
  const isBranch = family.local.every((id) => !isBookable(nodeAt(input.local, id)));
  if (isBranch || !isOwn(family, chamber, input)) return { kind: 'dropped', conflict: null, standing: [] };
  const kind = isUncertain(family, input) ? 'uncertain' : 'dropped-by-nation';
  return conflict(kind, side ?? 'local', { national: [], local: own });
}

/** Whether the chamber made an entry its own: reworded, moved or divided it, or added something below it. */
function isOwn(family: Family, chamber: Doings, { extended }: MergeInput): boolean {
  return touched(chamber) || family.local.some((id) => extended.has(id));
}

/** Both keep the family: what each did is laid side by side. */
function together(
  family: Family,
  input: MergeInput,
  {
    chamber,
    nation,
    side,
  }: { readonly chamber: Doings; readonly nation: Doings; readonly side: Side | null },
): Verdict {
  const nations = asNation(family.national, input);
  const own = asLocal(family.local, input);
  if (chamber.reshaped || nation.reshaped) {
    if (!touched(chamber)) return { kind: 'taken-over', conflict: null, standing: nations };
    if (!touched(nation)) return { kind: 'kept-content', conflict: null, standing: own };
    return conflict('content', side ?? 'national', { national: nations, local: own });
  }
  const [localId, nationalId] = [family.local[0] as number, family.national[0] as number];
  const [l, n] = [nodeAt(input.local, localId), nodeAt(input.national, nationalId)];
  const bothWords = chamber.reworded && nation.reworded && l.label !== n.label;
  const bothPlaces = chamber.moved && nation.moved && !samePlace(l, n, input);
  const keepsWords = chamber.reworded && !nation.reworded;
  const keepsPlace = !nation.moved && (chamber.moved || (chamber.renumbered && !nation.renumbered));
  const taken = (words: boolean, place: boolean): readonly Standing[] => [
    {
      from: 'national',
      id: nationalId,
      label: words ? l.label : n.label,
      place: place ? 'local' : 'national',
      placeOf: place ? localId : null,
    },
  ];
  if (bothWords || bothPlaces) {
    return conflict(bothWords ? 'wording' : 'place', side ?? 'national', {
      national: taken(keepsWords, keepsPlace),
      local: taken(keepsWords || bothWords, keepsPlace || bothPlaces),
    });
  }
  const kind = keepsWords ? 'kept-wording' : keepsPlace ? 'kept-place' : 'taken-over';
  return { kind, conflict: null, standing: taken(keepsWords, keepsPlace) };
}

function conflict(
  kind: ConflictKind,
  side: Side,
  standing: Readonly<Record<Side, readonly Standing[]>>,
): Verdict {
  return { kind: 'conflict', conflict: kind, standing: standing[side] };
}

function asNation(ids: readonly number[], { national }: MergeInput): readonly Standing[] {
  return ids.map((id) => ({
    from: 'national',
    id,
    label: nodeAt(national, id).label,
    place: 'national',
    placeOf: null,
  }));
}

function asLocal(ids: readonly number[], { local }: MergeInput): readonly Standing[] {
  return ids.map((id) => ({
    from: 'local',
    id,
    label: nodeAt(local, id).label,
    place: 'local',
    placeOf: id,
  }));
}

function touched({ reworded, moved, reshaped }: Doings): boolean {
  return reworded || moved || reshaped;
}

/** What became of a family's base entries on one side. Entries that are gone there count for nothing. */
function doingsOf(family: Family, side: Side, input: MergeInput): Doings {
  const joined = side === 'local' ? input.toLocal : input.toNational;
  return doingsTo(family.base, { base: input.base, map: input[side], joined });
}

/**
 * What became of entries of a base in a map that was made from it.
 *
 * @param sameLabel whether two labels say the same; letter by letter where left out
 */
export function doingsTo(
  ids: readonly number[],
  { base, map, joined }: { readonly base: ProcessMap; readonly map: ProcessMap; readonly joined: Joined },
  sameLabel: (before: string, after: string) => boolean = (before, after) => before === after,
): Doings {
  const doings = { reworded: false, moved: false, renumbered: false, reshaped: false };
  for (const id of ids) {
    const links = joined.targets.get(id) ?? [];
    const [only] = links;
    if (links.length > 1 || (only && (joined.sources.get(only.new) ?? []).length > 1)) doings.reshaped = true;
    if (links.length !== 1 || only === undefined) continue;
    const [before, after] = [nodeAt(base, id), nodeAt(map, only.new)];
    if (!sameLabel(before.label, after.label)) doings.reworded = true;
    if (before.code.text === after.code.text) continue;
    if (!parentsCorrespond(before, after, joined)) doings.moved = true;
    else if (lastSegment(before) !== lastSegment(after)) doings.renumbered = true;
  }
  return doings;
}

function lastSegment({ code }: MapNode): string {
  return code.text.slice(code.text.lastIndexOf('.'));
}

/** Whether what stands above an entry became what stands above it now. */
function parentsCorrespond(before: MapNode, after: MapNode, joined: MergeInput['toLocal']): boolean {
  if (before.parent === null || after.parent === null) return before.parent === after.parent;
  return (joined.targets.get(before.parent) ?? []).some((link) => link.new === after.parent);
}

/** Whether the chamber and the nation put an entry at the same place. */
function samePlace(l: MapNode, n: MapNode, input: MergeInput): boolean {
  if (l.code.text === n.code.text) return true;
  if (l.parent === null || n.parent === null) return l.parent === n.parent;
  const sources = input.toLocal.sources.get(l.parent) ?? [];
  return sources.some(({ old }) =>
    (input.toNational.targets.get(old) ?? []).some((link) => link.new === n.parent),
  );
}

/** Whether something that the chamber kept has a part in a national entry, or nothing of the base has. */
function isWanted(id: number, { toLocal, toNational }: MergeInput): boolean {
  const sources = toNational.sources.get(id) ?? [];
  return sources.length === 0 || sources.some(({ old }) => toLocal.targets.has(old));
}

/** Whether nobody knows yet where the hours of a family go. */
export function isUncertain({ base }: Family, { toNational, base: map }: MergeInput): boolean {
  return base.some((id) => isBookable(nodeAt(map, id)) && toNational.open.has(id));
}

function confidenceOf(family: Family, { toLocal, toNational, across }: MergeInput): number {
  const links = [
    ...family.base.flatMap((id) => [
      ...(toLocal.targets.get(id) ?? []),
      ...(toNational.targets.get(id) ?? []),
    ]),
    ...(family.base.length > 0 ? [] : family.local.flatMap((id) => across.targets.get(id) ?? [])),
  ];
  return links.reduce((least, link) => Math.min(least, link.confidence), 1);
}
