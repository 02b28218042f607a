import { describe, expect, it } from 'vitest';
import { ruleList } from '../../src/app/rule-list.ts';
import { checkMap } from '../../src/check/check-map.ts';
import type { Lang } from '../../src/model/lang.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderRulePage } from '../../src/render/rule-page.ts';
import { renderRules } from '../../src/render/rules-list.ts';
import { plainStyle } from '../../src/render/style.ts';
import { type ExampleMap, ruleExamples } from '../../src/words/rule-examples.ts';
import { ruleTexts } from '../../src/words/rules.ts';
import { exampleFile } from '../support/example-map.ts';

const LANGS: readonly Lang[] = ['en', 'it'];
const FOLDERS = { en: '../../docs/rules', it: '../../docs/rules/it' } as const;
const rulesFoundIn = async (example: ExampleMap) =>
  checkMap(await parseMap(await exampleFile(example))).map(({ ruleId }) => ruleId);

describe.each(ruleList())('the page of $id', (rule) => {
  const { bad, good } = ruleExamples[rule.id];

  it('has an example that the rule finds, and one that it leaves alone', async () => {
    expect(await rulesFoundIn(bad)).toContain(rule.id);
    expect(await rulesFoundIn(good)).not.toContain(rule.id);
  });

  it.each(LANGS)('is published in %s (vitest -u writes it)', async (lang) => {
    await expect(renderRulePage(rule, lang)).toMatchFileSnapshot(`${FOLDERS[lang]}/${rule.id}.md`);
  });
});

describe.each(LANGS)('the list of rules in %s', (lang) => {
  const list = (format: 'text' | 'markdown' | 'json') =>
    renderRules(format, ruleList(), { lang, width: 80, style: plainStyle });

  it('is the index of the pages', async () => {
    await expect(list('markdown')).toMatchFileSnapshot(`${FOLDERS[lang]}/README.md`);
  });

  it('names every rule with its title, within 80 columns', () => {
    const text = list('text').replace(/\s+/g, ' ');
    for (const { id } of ruleList()) expect(text).toContain(id);
    expect(
      Math.max(
        ...list('text')
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  it('is machine-readable in English', () => {
    const { rules } = JSON.parse(list('json'));
    expect(rules.map((rule: { title: string }) => rule.title)).toEqual(
      ruleList().map(({ id }) => ruleTexts.en[id].title),
    );
  });
});
