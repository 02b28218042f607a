import type { Finding, RuleId } from '../model/finding.ts';
import type { Lang } from '../model/lang.ts';
import type { RuleText, RuleTexts } from './rule-texts.ts';
import { englishRules } from './rules.en.ts';
import { italianRules } from './rules.it.ts';
import { safeText } from './safe-text.ts';

export const ruleTexts: Readonly<Record<Lang, RuleTexts>> = { en: englishRules, it: italianRules };

/** What a finding says, in a language; harmless on a terminal whatever the file holds. */
export function findingMessage(lang: Lang, finding: Finding): string {
  const { message } = ruleTexts[lang][finding.ruleId] as RuleText<RuleId>;
  return safeText(message(finding.args));
}
