import type { Command } from 'commander';
import type { Comparison } from '../../app/comparison.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../model/change.ts';
import { type MigrationReport, REPORT_FORMATS } from '../../model/report.ts';
import { plainStyle } from '../../render/style.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { type CompareOptions, compareAsAsked, withCompareOptions } from '../compare-options.ts';
import type { Context } from '../context.ts';
import { provenanceOf } from '../provenance.ts';
import { reportTargets } from '../report-targets.ts';
import { type UsageOptions, usageAsked, usageSources, withUsageOptions } from '../usage-asked.ts';
import { oneOf } from '../usage-error.ts';
import { type OutputTarget, writeOutputs } from '../write-output.ts';

interface DiffOptions extends CompareOptions, UsageOptions {
  readonly format?: string;
  readonly output: readonly string[];
  readonly only?: string;
  readonly summary?: boolean;
  readonly structure?: boolean;
}

/** `procmap diff`: the migration report of two maps. */
export function addDiff(program: Command, context: Context): void {
  const texts = cliTexts[context.lang];
  const command = program
    .command('diff')
    .description(texts.diff)
    .argument('<old>', texts.oldArgument)
    .argument('<new>', texts.newArgument)
    .option('-o, --output <file>', texts.outputsOption, (file, files: string[]) => [...files, file], [])
    .option('-f, --format <format>', fill(texts.formatOption, { formats: REPORT_FORMATS.join(', ') }))
    .option('--summary', texts.summaryOption)
    .option('--structure', texts.structureOption)
    .option('--only <kinds>', fill(texts.onlyOption, { kinds: CHANGE_KINDS.join(', ') }));
  withUsageOptions(command, texts.diffUsageOption, context);
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
  const targets = reportTargets(options.output, options.format, context);
  const only = kindsOf(options.only, context);
  const { renderReport } = await import('../../render/report.ts');
  const comparison = await compareAsAsked(oldSource, newSource, options, context);
  const report = await withHours(comparison, options, context);
  const shared = {
    lang: context.lang,
    only,
    summary: options.summary === true,
    structure: options.structure === true,
    provenance: provenanceOf(context),
    ...(targets.some(({ format }) => format === 'xlsx')
      ? (await import('../../app/report-tables.ts')).reportTables(comparison, context.lang)
      : {}),
  };
  const outputs: OutputTarget[] = [];
  for (const { format, output } of targets) {
    const style = output === undefined ? await context.style() : plainStyle;
    outputs.push({
      output,
      data: await renderReport(format, report, { ...shared, style, width: context.width }),
    });
  }
  await writeOutputs(context, outputs, [oldSource, newSource, options.decisions, ...options.usage]);
  for (const { output } of outputs)
    if (output !== undefined) context.say(fill(cliTexts[context.lang].wrote, { file: output }));
}

/** The report with the hours booked on each old entry, where a time-sheet is given. */
async function withHours(
  comparison: Comparison,
  options: UsageOptions,
  context: Context,
): Promise<MigrationReport> {
  const sources = usageSources(options);
  if (sources === undefined) return comparison.report;
  const { reportWithHours } = await import('../../app/report-with-hours.ts');
  return reportWithHours(comparison.report, await usageAsked(sources, comparison, context));
}

function kindsOf(only: string | undefined, { lang }: Context): readonly ChangeKind[] {
  return (only?.split(',') ?? []).map((kind) => oneOf(lang, '--only', kind.trim(), CHANGE_KINDS));
}
