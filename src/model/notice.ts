import type { CrosswalkProblem } from './crosswalk-problem.ts';
import type { StaleDecision } from './decision.ts';
import type { Finding } from './finding.ts';

/** What a use-case has to say on its way, before its result is there: each may be the last thing said before an error. */
export type Notice =
  /** The same file stands for both revisions. */
  | { readonly kind: 'same-file'; readonly old: string; readonly new: string }
  /** A file in a folder whose maps were asked for holds none. */
  | { readonly kind: 'no-map-there'; readonly file: string }
  /** A decision file that nobody named stands beside the old map, and is used. */
  | { readonly kind: 'decisions-found'; readonly file: string }
  | {
      readonly kind: 'decisions-applied';
      readonly file: string;
      readonly applied: number;
      readonly stale: readonly StaleDecision[];
    }
  /** A sheet repeats another one, so that its entries would seem merged with themselves. */
  | { readonly kind: 'repeated-sheet'; readonly finding: Finding }
  | { readonly kind: 'crosswalk-problem'; readonly problem: CrosswalkProblem };

/** Hears what a use-case has to say on its way. */
export type Tell = (notice: Notice) => void;
