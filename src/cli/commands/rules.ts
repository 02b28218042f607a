import type { Command } from 'commander';
import { checkCliTexts } from '../../words/check-cli.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import type { Context } from '../context.ts';
import { oneOf } from '../usage-error.ts';

const FORMATS = ['text', 'json', 'markdown'] as const;

/** `procmap rules`: what `check` looks for. */
export function addRules(program: Command, context: Context): void {
  program
    .command('rules')
    .description(checkCliTexts[context.lang].rules)
    .option(
      '-f, --format <format>',
      fill(cliTexts[context.lang].formatOption, { formats: FORMATS.join(', ') }),
    )
    .action((options: { readonly format?: string }) => rules(options, context));
}

async function rules(options: { readonly format?: string }, context: Context): Promise<void> {
  const format = oneOf(context.lang, '--format', options.format ?? 'text', FORMATS);
  const [{ ruleList }, { renderRules }] = await Promise.all([
    import('../../app/rule-list.ts'),
    import('../../render/rules-list.ts'),
  ]);
  const { io, lang, width } = context;
  io.stdout.write(renderRules(format, ruleList(), { lang, width, style: await context.style() }));
}
