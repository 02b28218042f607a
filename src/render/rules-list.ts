import type { CheckedRule } from '../model/check-report.ts';
import type { Lang } from '../model/lang.ts';
import { checkTexts } from '../words/check.ts';
import { ruleTexts } from '../words/rules.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap.ts';

/** How the list of rules is drawn. */
export interface RulesOptions {
  readonly lang: Lang;
  readonly style: Style;
  /** Characters in a line. */
  readonly width: number;
}

const RENDERERS = { text: renderText, json: renderJson, markdown: renderMarkdown } satisfies Record<
  string,
  (rules: readonly CheckedRule[], options: RulesOptions) => string
>;

/** Draws the list of rules in a format. */
export function renderRules(
  format: keyof typeof RENDERERS,
  rules: readonly CheckedRule[],
  options: RulesOptions,
): string {
  return RENDERERS[format](rules, options);
}

function renderText(rules: readonly CheckedRule[], { lang, style, width }: RulesOptions): string {
  const widest = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.flatMap(({ id, severity }) => {
    const lead = `${id.padEnd(widest)}  ${checkTexts[lang].severity[severity].padEnd(8)}`;
    const rest = ' '.repeat(lead.length + 1);
    const wrapped = wrapText(ruleTexts[lang][id].title, width, { first: `${lead} `, rest });
    return [style.strong(id) + (wrapped[0] ?? '').slice(id.length), ...wrapped.slice(1)];
  });
  return `${lines.join('\n')}\n`;
}

function renderJson(rules: readonly CheckedRule[]): string {
  const dto = rules.map(({ id, severity }) => {
    const { title, why, fix } = ruleTexts.en[id];
    return { id, severity, title, why, fix };
  });
  return `${JSON.stringify({ version: 1, rules: dto }, null, 2)}\n`;
}

/** The index of the rule pages in `docs/rules/`. */
function renderMarkdown(rules: readonly CheckedRule[], { lang }: RulesOptions): string {
  const texts = checkTexts[lang];
  const rows = rules.map(({ id, severity }) => {
    const name = texts.severity[severity];
    return `| [\`${id}\`](${id}.md) | ${name} | ${ruleTexts[lang][id].title} |`;
  });
  return `${[`# ${texts.rules}`, '', `| ${texts.rule} | ${texts.page.severity} | |`, '| --- | --- | --- |', ...rows].join('\n')}\n`;
}
