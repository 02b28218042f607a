import type { Command } from 'commander';
import { CHANGE_KINDS, type ChangeKind } from '../../model/change.ts';
import { cliTexts } from '../../render/texts/cli.ts';
import { fill } from '../../render/texts/language.ts';
import { type CompareOptions, compareFiles, withCompareOptions } from '../compare-files.ts';
import type { Context } from '../context.ts';
import { oneOf } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';

interface DiffOptions extends CompareOptions {
  readonly format?: string;
  readonly output?: string;
  readonly only?: string;
}

/** `procmap diff`: the migration report of two maps. */
export function addDiff(program: Command, context: Context): void {
  const texts = cliTexts[context.lang];
  const command = program
    .command('diff')
    .description(texts.diff)
    .argument('<old>', texts.oldArgument)
    .argument('<new>', texts.newArgument)
    .option('-f, --format <format>', fill(texts.formatOption, { formats: 'text, json' }))
    .option('-o, --output <file>', texts.outputOption)
    .option('--only <kinds>', fill(texts.onlyOption, { kinds: CHANGE_KINDS.join(', ') }));
  withCompareOptions(command, context).action((oldSource: string, newSource: string, options: DiffOptions) =>
    diff(oldSource, newSource, options, context),
  );
}

async function diff(
  oldSource: string,
  newSource: string,
  options: DiffOptions,
  context: Context,
): Promise<void> {
  const { REPORT_FORMATS, renderReport } = await import('../../render/report.ts');
  const format = oneOf(context.lang, '--format', options.format ?? formatOf(options.output), REPORT_FORMATS);
  const only = kindsOf(options.only, context);
  const { report } = await compareFiles(oldSource, newSource, options, context);
  const style = await context.style();
  const rendered = renderReport(format, report, { lang: context.lang, style, width: context.width, only });
  await writeOutput(context, rendered, { output: options.output, inputs: [oldSource, newSource] });
}

function formatOf(output: string | undefined): string {
  return output?.toLowerCase().endsWith('.json') ? 'json' : 'text';
}

function kindsOf(only: string | undefined, { lang }: Context): readonly ChangeKind[] {
  return (only?.split(',') ?? []).map((kind) => oneOf(lang, '--only', kind.trim(), CHANGE_KINDS));
}
