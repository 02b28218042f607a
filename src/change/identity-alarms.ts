import type { LabelDifference } from '../language/label-difference.ts';
import type { Alarm } from '../model/change.ts';
import type { Link } from '../model/correspondence.ts';
import { entryIds } from '../model/entry-about.ts';
import type { EntryAbout, MapNode, ProcessMap } from '../model/process-map.ts';

/** What is asked of an old entry and its links. */
export type IdentityAlarms = (node: MapNode, links: readonly Link[]) => readonly Alarm[];

/**
 * Finds identifiers that stand at another entry than the one that goes on, or at one that means something else; and entries
 * whose definition has changed while their label has not.
 *
 * @param compareLabels how two labels differ
 */
export function identityAlarms(
  oldMap: ProcessMap,
  newMap: ProcessMap,
  compareLabels: (oldLabel: string, newLabel: string) => LabelDifference,
): IdentityAlarms {
  const [before, after] = [entryIds(oldMap).byId, entryIds(newMap).byId];
  return (node, links) => {
    const id = node.about?.id;
    const bearer = id === undefined || before.get(id) !== node.id ? undefined : after.get(id);
    return [
      ...(id === undefined || bearer === undefined ? [] : reused(node, { id, bearer }, links)),
      ...redefined(node, links),
    ];
  };

  function reused(
    node: MapNode,
    { id, bearer }: { readonly id: string; readonly bearer: number },
    links: readonly Link[],
  ): readonly Alarm[] {
    const link = links.find((each) => each.new === bearer);
    const doubted = link?.evidence.some(({ kind, weight }) => kind === 'same-id' && weight < 0) ?? true;
    if (!doubted) return [];
    const newLabel = newMap.nodes[bearer]?.label ?? '';
    return [{ kind: 'reused-id', id, oldLabel: node.label, newLabel }];
  }

  function redefined(node: MapNode, links: readonly Link[]): readonly Alarm[] {
    const [only] = links;
    const target = only === undefined || links.length > 1 ? undefined : newMap.nodes[only.new];
    if (target === undefined || compareLabels(node.label, target.label) === 'substantive') return [];
    return DEFINING.flatMap((field) => {
      const [old, now] = [node.about?.[field], target.about?.[field]];
      const changed = old !== undefined && now !== undefined && compareLabels(old, now) === 'substantive';
      return changed ? [{ kind: 'redefined', before: old, after: now } as const] : [];
    }).slice(0, 1);
  }
}

/** What says what an entry means. */
const DEFINING = ['definition', 'includes', 'excludes'] as const satisfies readonly (keyof EntryAbout)[];
