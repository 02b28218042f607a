import type { Decision } from '../model/decision.ts';
import type { DecisionProblem } from '../model/decision-problem.ts';

/** A decision file as read. With problems none of it is to be applied. */
export interface DecisionReading {
  readonly decisions: readonly Decision[];
  /** All of them, in the order of the file. */
  readonly problems: readonly DecisionProblem[];
}
