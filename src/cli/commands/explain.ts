import type { Command } from 'commander';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { type CompareOptions, compareAsAsked, withCompareOptions } from '../compare-options.ts';
import type { Context } from '../context.ts';
import { oneOf } from '../usage-error.ts';

interface ExplainOptions extends CompareOptions {
  readonly format: string;
}

/** `procmap explain`: why an entry went where it went. */
export function addExplain(program: Command, context: Context): void {
  const texts = cliTexts[context.lang];
  const command = program
    .command('explain')
    .description(texts.explain)
    .argument('<old>', texts.oldArgument)
    .argument('<new>', texts.newArgument)
    .argument('<code>', texts.entryArgument)
    .option('-f, --format <format>', fill(texts.formatOption, { formats: 'text, json' }), 'text');
  withCompareOptions(command, context).action(
    (oldSource: string, newSource: string, code: string, options: ExplainOptions) =>
      explain([oldSource, newSource], code, options, context),
  );
}

async function explain(
  [oldSource, newSource]: readonly [string, string],
  code: string,
  options: ExplainOptions,
  context: Context,
): Promise<void> {
  const { lang, width, io } = context;
  const format = oneOf(lang, '--format', options.format, ['text', 'json']);
  const [{ explainEntry }, { findEntries }, { renderByRule, renderExplanation }, { renderExplanationsJson }] =
    await Promise.all([
      import('../../app/explain-entry.ts'),
      import('../../model/tree.ts'),
      import('../../render/explain-text.ts'),
      import('../../render/report-json.ts'),
    ]);
  const comparison = await compareAsAsked(oldSource, newSource, options, context);
  const explanations = explainEntry(comparison, code);
  const byRule = explanations.length > 0 ? [] : findEntries(comparison.newMap, code);
  if (explanations.length === 0 && byRule.length === 0) {
    const { unknownCode } = await import('../../app/unknown-code.ts');
    throw unknownCode(code, [comparison.oldMap, comparison.newMap]);
  }
  const style = await context.style();
  const rendered =
    format === 'json'
      ? renderExplanationsJson(explanations)
      : byRule.length > 0
        ? renderByRule(byRule, { lang, style, width })
        : explanations.map((each) => renderExplanation(each, { lang, style, width })).join('\n');
  io.stdout.write(rendered);
}
