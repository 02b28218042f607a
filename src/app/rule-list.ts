import { RULES } from '../check/registry.ts';
import type { CheckedRule } from '../model/check-report.ts';

/** The rules of `checkMap`, in order. */
export function ruleList(): readonly CheckedRule[] {
  return RULES.map(({ id, severity }) => ({ id, severity }));
}
