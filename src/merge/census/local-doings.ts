import type { LocalDoing } from '../../model/census.ts';
import type { MapNode, ProcessMap } from '../../model/process-map.ts';
import { isBookable, isServiceEntry } from '../../model/tree.ts';
import type { Joined } from '../families.ts';
import { doingsTo } from '../judge.ts';

/** What a local map did with the entries of the national one that it was made from. */
export interface LocalDoings {
  /** By id of the national entry. */
  readonly doings: ReadonlyMap<number, LocalDoing>;
  /** Its words, where they are others. */
  readonly wordings: ReadonlyMap<number, string>;
  /** Entries of its own that hours are booked on. */
  readonly additions: readonly MapNode[];
}

/** The national entries that a census counts: all but those that serve others, or exist by rule alone. */
export function countedEntries(national: ProcessMap): readonly MapNode[] {
  return national.nodes.filter((node) => !isServiceEntry(node) && node.implied !== true);
}

/**
 * Says of each national entry what a local map made of it, as the merge sees it.
 *
 * @param joined how the local map corresponds to the national one
 * @param sameLabel whether two labels differ at most in their writing
 */
export function localDoings(
  national: ProcessMap,
  local: ProcessMap,
  { joined, sameLabel }: { readonly joined: Joined; readonly sameLabel: (a: string, b: string) => boolean },
): LocalDoings {
  const doings = new Map<number, LocalDoing>();
  const wordings = new Map<number, string>();
  for (const { id } of countedEntries(national)) {
    const doing = doingOf(id, { base: national, map: local, joined, sameLabel });
    doings.set(id, doing);
    const target = local.nodes[joined.targets.get(id)?.[0]?.new ?? -1];
    if (doing.startsWith('reworded') && target !== undefined) wordings.set(id, target.label);
  }
  const additions = local.nodes.filter(
    (node) =>
      isBookable(node) && !isServiceEntry(node) && node.kind !== 'general' && !joined.sources.has(node.id),
  );
  return { doings, wordings, additions };
}

interface Side {
  readonly base: ProcessMap;
  readonly map: ProcessMap;
  readonly joined: Joined;
  readonly sameLabel: (a: string, b: string) => boolean;
}

function doingOf(id: number, side: Side): LocalDoing {
  if ((side.joined.targets.get(id) ?? []).length === 0) return 'left-out';
  const { reworded, moved, renumbered, reshaped } = doingsTo([id], side, side.sameLabel);
  if (reshaped) return 'divided';
  const elsewhere = moved || renumbered;
  if (reworded) return elsewhere ? 'reworded-and-moved' : 'reworded';
  return elsewhere ? 'moved' : 'as-it-is';
}
