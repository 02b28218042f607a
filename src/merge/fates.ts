import type { Correspondence, Evidence, Link, Tier, Unlinked } from '../model/correspondence.ts';
import type { MapNode } from '../model/process-map.ts';
import { isBookable, isServiceEntry } from '../model/tree.ts';
import type { BuiltMap } from './build-map.ts';
import type { MergeInput } from './families.ts';
import type { Judgement } from './judge.ts';
import { type DraftPlan, linksToNation } from './plan.ts';

/**
 * The correspondence from the local map to the new local one, as the outcomes have it: every entry that hours are booked
 * on has its links, or is dropped. What rests on an open conflict about content is open; about words or place it is not,
 * for hours go to the same entry either way.
 */
export function fatesOf(
  judgements: readonly Judgement[],
  undecided: ReadonlySet<number>,
  { plan, built, input }: { readonly plan: DraftPlan; readonly built: BuiltMap; readonly input: MergeInput },
): Correspondence {
  const judgementOf = new Map(
    judgements.flatMap(({ family }, i) => family.local.map((id) => [id, i] as const)),
  );
  const links: Link[] = [];
  const structure: Link[] = [];
  const unlinked: Unlinked[] = [];
  const structureUnlinked: Unlinked[] = [];
  for (const node of input.local.nodes) {
    const targets = targetsOf(node, { plan, built, input });
    const at = judgementOf.get(node.id);
    const judgement = at === undefined ? undefined : judgements[at];
    const tier = tierOf(node, { judgement, isUndecided: at !== undefined && undecided.has(at), input });
    const [linkList, list] = isBookable(node) ? [links, unlinked] : [structure, structureUnlinked];
    const confidence = judgement?.confidence ?? 1;
    for (const target of targets)
      linkList.push({
        old: node.id,
        new: target,
        confidence,
        tier,
        evidence: evidenceOf(node, input),
        matcher: 'adoption',
      });
    if (targets.length === 0) list.push({ old: node.id, tier, confidence, reason: 'nothing-similar' });
  }
  return {
    links: sorted(links),
    unlinked,
    structure: sorted(structure),
    structureUnlinked,
    candidates: input.local.nodes.map(() => []),
    // Every entry of the local map was looked at, and got one outcome.
    complete: input.local.nodes.map(({ id }) => id),
    splitRate: 0,
  };
}

function targetsOf(
  node: MapNode,
  { plan, built, input }: { readonly plan: DraftPlan; readonly built: BuiltMap; readonly input: MergeInput },
): readonly number[] {
  if (isServiceEntry(node) && !input.servicesAreEntries) {
    const own = built.services.get(node.id);
    if (own !== undefined) return [own];
    return node.parent === null ? [] : serviceOfMerged(node, { plan, built });
  }
  const ids = plan.becomes(node.id).flatMap((key) => built.ids.get(key) ?? []);
  return [...new Set(ids)];
}

/** Where two branches were joined, the service entries of both go to the one that is left. */
function serviceOfMerged(
  node: MapNode,
  { plan, built }: { readonly plan: DraftPlan; readonly built: BuiltMap },
): readonly number[] {
  const homes = new Set(plan.becomes(node.parent as number).flatMap((key) => built.ids.get(key) ?? []));
  return built.map.nodes
    .filter((each) => each.kind === node.kind && each.parent !== null && homes.has(each.parent))
    .map((each) => each.id);
}

/**
 * How sure a fate is: as the least sure link from the base to the nation; open where nobody knows where the base entry
 * went, or where a conflict about more than words and place waits for a person.
 */
function tierOf(
  { id }: MapNode,
  {
    judgement,
    isUndecided,
    input,
  }: { readonly judgement: Judgement | undefined; readonly isUndecided: boolean; readonly input: MergeInput },
): Tier {
  if (judgement === undefined) return 'certain';
  const standsItself = judgement.standing.some((each) => each.from === 'local' && each.id === id);
  const { conflict } = judgement;
  if (isUndecided && conflict !== 'wording' && conflict !== 'place')
    return standsItself ? 'probable' : 'open';
  if (standsItself) return 'certain';
  const sources = input.toLocal.sources.get(id);
  const links = linksToNation(id, input);
  if (links.length === 0)
    return sources?.some(({ old }) => input.toNational.open.has(old)) ? 'open' : 'probable';
  return links.every((link) => link.tier === 'certain') ? 'certain' : 'probable';
}

/** What spoke for the links that the outcome rests on: from the base to the nation, or straight across. */
function evidenceOf({ id }: MapNode, input: MergeInput): readonly Evidence[] {
  return linksToNation(id, input)[0]?.evidence ?? [];
}

function sorted(links: readonly Link[]): readonly Link[] {
  return [...links].sort((a, b) => a.old - b.old || a.new - b.new);
}
