import type { Command } from 'commander';
import { checkCliTexts } from '../../words/check-cli.ts';
import type { Context } from '../context.ts';
import { ruleIdOf } from '../rule-id.ts';

/** `procmap explain-rule`: the page of a rule. */
export function addExplainRule(program: Command, context: Context): void {
  const texts = checkCliTexts[context.lang];
  program
    .command('explain-rule')
    .description(texts.explainRule)
    .argument('<id>', texts.ruleArgument)
    .action((id: string) => explainRule(id, context));
}

async function explainRule(id: string, context: Context): Promise<void> {
  const { lang, io } = context;
  const [{ ruleList }, { renderRulePage }] = await Promise.all([
    import('../../app/rule-list.ts'),
    import('../../render/rule-page.ts'),
  ]);
  const rules = ruleList();
  const known = ruleIdOf(
    lang,
    '<id>',
    id,
    rules.map((rule) => rule.id),
  );
  for (const rule of rules) if (rule.id === known) io.stdout.write(renderRulePage(rule, lang));
}
