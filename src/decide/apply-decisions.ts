import type {
  Candidate,
  Correspondence,
  Evidence,
  Link,
  NoLinkReason,
  Tier,
  Unlinked,
} from '../model/correspondence.ts';
import { type Decision, type DecisionPlan, isAccepted } from '../model/decision.ts';

/**
 * Lets decisions have the last word on a correspondence: what is accepted for an old entry is all it goes to, what is
 * rejected is gone from the links and the candidates, and entries with a stale decision are open again. What nobody
 * decided stays as it was.
 *
 * @returns a correspondence in the order of the maps, as the matcher's
 */
export function applyDecisions(correspondence: Correspondence, plan: DecisionPlan): Correspondence {
  const proposed = new Map(correspondence.links.map((link) => [keyOf(link), link]));
  const settled = new Set([...plan.accepted, ...plan.dropped].map(({ old }) => old));
  const banned = bannedPairs(plan);
  const tierOf = tiersOf(plan, settled, proposed);
  const links = [
    ...correspondence.links
      .filter((link) => !settled.has(link.old) && !banned(link.old, link.new))
      .map((link) => ({ ...link, tier: tierOf(link) })),
    ...plan.accepted.map((each) => linkOf(each, correspondence, proposed, decidedBy(each.decision))),
    ...askedAgain(plan)
      .filter((pair) => settled.has(pair.old) || !proposed.has(keyOf(pair)))
      .map((pair) => linkOf(pair, correspondence, proposed, ASKED)),
  ];
  return {
    ...correspondence,
    links: links.sort((a, b) => a.old - b.old || a.new - b.new),
    unlinked: unlinkedAfter(correspondence, plan, links),
    candidates: correspondence.candidates.map((candidates, old) =>
      candidates.filter((each) => !banned(old, each.new)),
    ),
    complete: completeAfter(correspondence, plan),
  };
}

/** What a person accepted is all that an entry goes to; what waits for a decision again may go elsewhere. */
function completeAfter({ complete }: Correspondence, plan: DecisionPlan): readonly number[] {
  const after = new Set(complete);
  for (const { old } of plan.stale) if (old !== null) after.delete(old);
  for (const { old } of plan.accepted) after.add(old);
  return [...after].sort((a, b) => a - b);
}

interface Pair {
  readonly old: number;
  readonly new: number;
}

function keyOf(pair: Pair): string {
  return `${pair.old}>${pair.new}`;
}

/** Pairs that were accepted once, by a decision that no longer fits. */
function askedAgain({ stale }: DecisionPlan): readonly Pair[] {
  return stale.flatMap(({ decision, old, new: target }) =>
    isAccepted(decision) && old !== null && target !== null ? [{ old, new: target }] : [],
  );
}

/**
 * How sure the links are that nobody decided. Those of an entry whose decision is stale are open again, and so are those
 * to an entry that is no longer said to be new. A link is no longer certain once a person has sent another entry to its
 * target that the matcher did not: one of the two has seen something the other has not.
 */
function tiersOf(
  plan: DecisionPlan,
  settled: ReadonlySet<number>,
  proposed: ReadonlyMap<string, Link>,
): (link: Link) => Tier {
  const reopened = new Set(plan.stale.flatMap(({ old }) => (old === null || settled.has(old) ? [] : [old])));
  const added = plan.stale.filter(({ decision }) => decision.verdict === 'add');
  const disowned = new Set(added.map((each) => each.new));
  const contested = new Set(
    plan.accepted.filter((pair) => !proposed.has(keyOf(pair))).map((pair) => pair.new),
  );
  return (link) => {
    if (reopened.has(link.old) || disowned.has(link.new)) return 'open';
    return contested.has(link.new) && link.tier === 'certain' ? 'probable' : link.tier;
  };
}

function bannedPairs({ rejected, added }: DecisionPlan): (old: number, target: number) => boolean {
  const pairs = new Set(rejected.map((each) => `${each.old}>${each.new}`));
  const withoutSource = new Set(added.map((each) => each.new));
  return (old, target) => withoutSource.has(target) || pairs.has(`${old}>${target}`);
}

/** How a link stands that the matcher did not propose as it is. */
interface Standing {
  readonly tier: Link['tier'];
  /** `null`: whatever the matcher thinks. */
  readonly confidence: number | null;
  readonly evidence: readonly Evidence[];
}

const ASKED: Standing = { tier: 'open', confidence: null, evidence: [] };

function decidedBy({ by, on, reason }: Decision): Standing {
  const detail = [by, on, reason].filter((text) => text !== '').join(', ');
  const evidence: Evidence = { kind: 'decision', score: 1, weight: 1, ...(detail === '' ? {} : { detail }) };
  return { tier: 'certain', confidence: 1, evidence: [evidence] };
}

/** A link keeps what spoke for it, so that the kind of change it makes can still be told. */
function linkOf(
  { old, new: target }: Pair,
  { candidates }: Correspondence,
  proposed: ReadonlyMap<string, Link>,
  { tier, confidence, evidence }: Standing,
): Link {
  const known: Link | Candidate | undefined =
    candidates[old]?.find((candidate) => candidate.new === target) ??
    proposed.get(keyOf({ old, new: target }));
  const before = (known?.evidence ?? []).filter(({ kind }) => kind !== 'decision');
  return {
    old,
    new: target,
    confidence: confidence ?? known?.confidence ?? 0,
    tier,
    evidence: [...evidence, ...before],
    matcher: 'decision',
  };
}

function unlinkedAfter(
  correspondence: Correspondence,
  plan: DecisionPlan,
  links: readonly Link[],
): readonly Unlinked[] {
  const linked = new Set(links.map(({ old }) => old));
  const before = new Map(correspondence.unlinked.map((entry) => [entry.old, entry]));
  const lost = correspondence.links.filter(({ old }) => !linked.has(old)).map(({ old }) => old);
  const open = (old: number, reason: NoLinkReason): [number, Unlinked] => [
    old,
    { old, tier: 'open', confidence: 0, reason },
  ];
  const stale = plan.stale.flatMap(({ old }) => (old === null || linked.has(old) ? [] : [old]));
  const after = new Map([
    ...[...before].filter(([old]) => !linked.has(old)),
    ...lost.map((old) => open(old, 'rejected')),
    ...stale.map((old) => open(old, 'stale')),
    ...plan.dropped.map(({ old }): [number, Unlinked] => [
      old,
      { old, tier: 'certain', confidence: 1, reason: 'decision' },
    ]),
  ]);
  return [...after.values()].sort((a, b) => a.old - b.old);
}
