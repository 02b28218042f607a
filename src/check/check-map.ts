import type { Finding, RuleId, RuleSetting } from '../model/finding.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { Rule } from './define-rule.ts';
import { findingOrder } from './finding-order.ts';
import { indexMap, type MapIndex } from './map-index.ts';
import { RULES } from './registry.ts';

export interface CheckOptions {
  /** Severities that replace the rules' own. */
  readonly severities?: Readonly<Partial<Record<RuleId, RuleSetting>>>;
  /** Run these rules only, whatever `severities` says of the others. */
  readonly only?: readonly RuleId[];
}

/**
 * Checks a map: what the rules find in it, all of it, in one order (by place, then rule). Where one defect causes others,
 * only the cause is reported.
 *
 * Cost: n log n in the number of entries and notes.
 */
export function checkMap(map: ProcessMap, options: CheckOptions = {}): readonly Finding[] {
  const index = indexMap(map);
  const rules = rulesToRun(options);
  const findings = rules.flatMap((rule) => run(rule, index, options.severities?.[rule.id]));
  const runs = (id: RuleId) => rules.some((rule) => rule.id === id);
  const told = findings.filter(
    (finding) =>
      !(runs('repeated-sheet') && followsFromCopy(finding, index)) &&
      !(runs('other-revision') && followsFromRevision(finding, index)),
  );
  return told.sort(findingOrder(map));
}

/** What is still told of a sheet that repeats others: that it does, where it differs, and that it is hidden. */
const TOLD_OF_COPIES: ReadonlySet<RuleId> = new Set([
  'repeated-sheet',
  'conflicting-label',
  'hidden-content',
]);

function followsFromCopy({ ruleId, place }: Finding, { repeatedSheets }: MapIndex): boolean {
  return repeatedSheets.has(place.sheet ?? '') && !TOLD_OF_COPIES.has(ruleId);
}

/** What two revisions in one workbook say of each other follows from that there are two. */
const FOLLOWS_FROM_REVISION: ReadonlySet<RuleId> = new Set([
  'duplicate-code',
  'conflicting-label',
  'duplicate-label',
  'out-of-order',
]);

function followsFromRevision({ ruleId, place }: Finding, { otherRevisions }: MapIndex): boolean {
  return otherRevisions.has(place.sheet ?? '') && FOLLOWS_FROM_REVISION.has(ruleId);
}

/** The rules that a check with these options runs, in registry order. */
export function rulesToRun({ only, severities }: CheckOptions): readonly Rule[] {
  const chosen = only && new Set(only);
  return (RULES as readonly Rule[]).filter(
    ({ id }) => severities?.[id] !== 'off' && (chosen === undefined || chosen.has(id)),
  );
}

function run(rule: Rule, index: MapIndex, setting: RuleSetting | undefined): Finding[] {
  const configured = setting === 'off' ? undefined : setting;
  return rule.check(index).map(({ place, args, code, related, severity }) => ({
    ruleId: rule.id,
    severity: configured ?? severity ?? rule.severity,
    place,
    ...(code === undefined ? {} : { code }),
    args,
    ...(related === undefined || related.length === 0 ? {} : { related }),
  })) as Finding[];
}
