import { distance } from 'fastest-levenshtein';
import type { RuleId } from '../model/finding.ts';
import type { Lang } from '../model/lang.ts';
import { checkCliTexts } from '../words/check-cli.ts';
import { invalidValue } from './usage-error.ts';

/**
 * Reads the id of a rule.
 *
 * @throws ProcmapError when there is no such rule, with the nearest one there is
 */
export function ruleIdOf(lang: Lang, name: string, value: string, ids: readonly RuleId[]): RuleId {
  const found = ids.find((id) => id === value);
  if (found) return found;
  const near = ids.find((id) => distance(id, value) <= 3);
  const expected = near ? `"${near}"` : checkCliTexts[lang].knownRule;
  throw invalidValue(lang, name, value, expected);
}
