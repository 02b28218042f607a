import type { EvidenceKind, Link } from '../model/correspondence.ts';

/** That a person decided a link says that it holds, not which of several goes on as the entry. */
const OF_IDENTITY: ReadonlySet<EvidenceKind> = new Set(['same-label', 'editorial-label', 'label-similarity']);

/** A link carries an entry on when its labels are more alike than not, and clearly more than those of its rivals. */
const CARRIES = 0.5;
const MARGIN = 0.15;

/**
 * The link that carries an entry on through a split or a merger: `Gestione campagne di comunicazione` is what goes on of
 * `Gestione CRM, campagne di comunicazione`. Judged by how alike the labels are.
 *
 * @returns `undefined` when none does, or when two do about equally
 */
export function carrierOf(links: readonly Link[]): Link | undefined {
  const ranked = links
    .map((link) => ({ link, likeness: likenessOf(link) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = ranked;
  if (!best || best.likeness < CARRIES) return undefined;
  return second && best.likeness - second.likeness < MARGIN ? undefined : best.link;
}

function likenessOf(link: Link): number {
  return Math.max(
    0,
    ...link.evidence.filter((piece) => OF_IDENTITY.has(piece.kind)).map((piece) => piece.score),
  );
}
