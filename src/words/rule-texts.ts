import type { FindingArgs, RuleId } from '../model/finding.ts';

/** What a rule says of itself and of a finding, in one language. */
export interface RuleText<R extends RuleId> {
  /** What the rule is about, in a few words. */
  readonly title: string;
  /** What was found, the value quoted, and what was expected. One sentence without a full stop. */
  readonly message: (args: FindingArgs[R]) => string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
}

/** The texts of all rules; a rule without one does not compile. */
export type RuleTexts = { readonly [R in RuleId]: RuleText<R> };
