import type { FindingArgs, RuleId, Severity } from '../model/finding.ts';
import type { Place } from '../values/place.ts';
import type { MapIndex } from './map-index.ts';

/** A finding as a rule returns it; `checkMap` stamps the rule's id and the severity on it. */
export interface FindingBody<R extends RuleId> {
  readonly place: Place;
  readonly args: FindingArgs[R];
  /** The code concerned: with the rule, what a baseline knows the finding by. */
  readonly code?: string;
  /** Other places that belong to it, such as the first definition of a duplicate. */
  readonly related?: readonly Place[];
  /** Where this finding weighs more or less than the rule's others; a configured severity goes before it. */
  readonly severity?: Severity;
}

/** One kind of defect. Texts and the docs page live in `src/words/rules.ts`, keyed by the same id. */
export interface Rule<R extends RuleId = RuleId> {
  readonly id: R;
  /** Severity where neither the finding nor the configuration says otherwise. */
  readonly severity: Severity;
  /** Everything of this kind in the map, in any order. Pure; reports a defect once, at its cause. */
  readonly check: (index: MapIndex) => readonly FindingBody<R>[];
}

/** Declares a rule; only a help to the type checker. */
export function defineRule<R extends RuleId>(rule: Rule<R>): Rule<R> {
  return rule;
}
