/** A pair carries an entry on when its labels are more alike than not, and clearly more than those of its rivals. */
const CARRIES = 0.5;
const MARGIN = 0.15;

/**
 * Which of several entries carries one on through a split or a merger: `Gestione campagne di comunicazione` is what goes
 * on of `Gestione CRM, campagne di comunicazione`. Judged by the labels themselves, never by what a link shows of them:
 * evidence is cut for the reader, and of a decided link there is none.
 *
 * @param likeness of each of the rivals, in [0, 1]
 * @returns its index; `undefined` when none does, or when two do about equally
 */
export function carrierOf(likeness: readonly number[]): number | undefined {
  const ranked = likeness.map((value, i) => ({ value, i })).sort((a, b) => b.value - a.value);
  const [best, second] = ranked;
  if (!best || best.value < CARRIES) return undefined;
  return second && best.value - second.value < MARGIN ? undefined : best.i;
}
