import type {
  Candidate,
  Correspondence,
  Evidence,
  Link,
  NoLinkReason,
  Unlinked,
} from '../model/correspondence.ts';
import type { Decision, DecisionPlan } from '../model/decision.ts';

/**
 * Lets decisions have the last word on a correspondence: what is accepted for an old entry is all it goes to, what is
 * rejected is gone from the links and the candidates, and entries with a stale decision are open again. What nobody
 * decided stays as it was.
 *
 * @returns a correspondence in the order of the maps, as the matcher's
 */
export function applyDecisions(correspondence: Correspondence, plan: DecisionPlan): Correspondence {
  const settled = new Set([...plan.accepted, ...plan.dropped].map(({ old }) => old));
  const reopened = reopenedBy(plan, settled);
  const banned = bannedPairs(plan);
  const kept = correspondence.links.filter((link) => !settled.has(link.old) && !banned(link.old, link.new));
  const decided = plan.accepted.map((each) => linkOf(each, correspondence, decidedBy(each.decision)));
  const wanted = plan.stale.flatMap(({ decision, old, new: target }) =>
    decision.verdict === 'accept' && old !== null && target !== null ? [{ old, new: target }] : [],
  );
  const asked = wanted
    .filter((each) => !kept.some((link) => link.old === each.old && link.new === each.new))
    .map((each) => linkOf(each, correspondence, ASKED));
  const links = [
    ...kept.map((link) => (reopened(link) ? { ...link, tier: 'open' as const } : link)),
    ...decided,
    ...asked,
  ];
  return {
    ...correspondence,
    links: links.sort((a, b) => a.old - b.old || a.new - b.new),
    unlinked: unlinkedAfter(correspondence, plan, links),
    candidates: correspondence.candidates.map((candidates, old) =>
      candidates.filter((each) => !banned(old, each.new)),
    ),
  };
}

/** Links that wait for a person again: of an entry whose decision is stale, or to one no longer said to be new. */
function reopenedBy(plan: DecisionPlan, settled: ReadonlySet<number>): (link: Link) => boolean {
  const old = new Set(
    plan.stale.flatMap((each) => (each.old === null || settled.has(each.old) ? [] : [each.old])),
  );
  const added = new Set(
    plan.stale.flatMap((each) => (each.decision.verdict === 'add' && each.new !== null ? [each.new] : [])),
  );
  return (link) => old.has(link.old) || added.has(link.new);
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
  { old, new: target }: { readonly old: number; readonly new: number },
  { links, candidates }: Correspondence,
  { tier, confidence, evidence }: Standing,
): Link {
  const known: Link | Candidate | undefined =
    links.find((link) => link.old === old && link.new === target) ??
    candidates[old]?.find((candidate) => candidate.new === target);
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
