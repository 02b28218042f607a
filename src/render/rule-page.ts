import type { CheckedRule } from '../model/check-report.ts';
import type { Lang } from '../model/lang.ts';
import { checkTexts } from '../words/check.ts';
import { type ExampleMap, ruleExamples } from '../words/rule-examples.ts';
import { ruleTexts } from '../words/rules.ts';

/**
 * The page of a rule, in Markdown: what it means, why it matters, what to do, an example that it finds and one that it
 * leaves alone. The pages in `docs/rules/` are these; a test runs their examples.
 */
export function renderRulePage({ id, severity }: CheckedRule, lang: Lang): string {
  const { title, why, fix } = ruleTexts[lang][id];
  const texts = checkTexts[lang].page;
  const { bad, good } = ruleExamples[id];
  const sections = [
    [`# ${id}`, `${title}. ${texts.severity}: **${checkTexts[lang].severity[severity]}**.`],
    [`## ${texts.why}`, why],
    [`## ${texts.fix}`, fix],
    [`## ${texts.bad}`, ...exampleBlocks(bad, lang)],
    [`## ${texts.good}`, ...exampleBlocks(good, lang)],
    [`## ${texts.configure}`, texts.configureHow, `\`\`\`json\n{ "rules": { "${id}": "off" } }\n\`\`\``],
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

function exampleBlocks(example: ExampleMap, lang: Lang): readonly string[] {
  if (typeof example === 'string') return [codeBlock(example)];
  const texts = checkTexts[lang].page;
  if ('printed' in example) {
    const { printed, lowRow } = example;
    return [lowRow === undefined ? texts.printed : texts.printedLow(lowRow), codeBlock(printed)];
  }
  return example.flatMap(({ name, rows, hiddenRow }) => [
    `${texts.sheet} \`${name}\`${hiddenRow === undefined ? '' : `, ${texts.hiddenRow(hiddenRow)}`}:`,
    codeBlock(rows),
  ]);
}

function codeBlock(text: string): string {
  return `\`\`\`csv\n${text}\n\`\`\``;
}
