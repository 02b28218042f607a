import type { Command } from 'commander';
import type { Comparison } from '../../pipeline.ts';
import { cliTexts } from '../../render/texts/cli.ts';
import { fill } from '../../render/texts/language.ts';
import { type CompareOptions, compareFiles, withCompareOptions } from '../compare-files.ts';
import type { Context } from '../context.ts';
import { readUsage } from '../read-usage.ts';
import { oneOf } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';

interface ReviewOptions extends CompareOptions {
  readonly output?: string;
  readonly format?: string;
  readonly usage?: string;
}

const FORMATS = ['xlsx', 'csv'] as const;

/** `procmap review`: the workbook in which a person decides, or the decisions taken so far as a file. */
export function addReview(program: Command, context: Context): void {
  const texts = cliTexts[context.lang];
  const command = program
    .command('review')
    .description(texts.review)
    .argument('<old>', texts.oldArgument)
    .argument('<new>', texts.newArgument)
    .requiredOption('-o, --output <file>', texts.reviewOutputOption)
    .option('-f, --format <format>', fill(texts.formatOption, { formats: FORMATS.join(', ') }))
    .option('--usage <timesheet>', texts.usageOption);
  withCompareOptions(command, context).action(
    (oldSource: string, newSource: string, options: ReviewOptions) =>
      review([oldSource, newSource], options, context),
  );
}

async function review(
  [oldSource, newSource]: readonly [string, string],
  options: ReviewOptions,
  context: Context,
): Promise<void> {
  const format = oneOf(context.lang, '--format', options.format ?? formatOf(options.output), FORMATS);
  const comparison = await compareFiles(oldSource, newSource, options, context);
  const rendered =
    format === 'csv' ? await decisionFile(comparison) : await workbook(comparison, options, context);
  const read = [oldSource, newSource, options.decisions, options.usage];
  const inputs = read.filter((each) => typeof each === 'string');
  await writeOutput(context, rendered, { output: options.output, inputs });
  context.say(fill(cliTexts[context.lang].wrote, { file: options.output ?? '' }));
}

function formatOf(output: string | undefined): string {
  return output?.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx';
}

async function decisionFile(comparison: Comparison): Promise<string> {
  const { decisionsTaken } = await import('../../pipeline.ts');
  const { renderDecisionsCsv } = await import('../../render/decisions-csv.ts');
  return renderDecisionsCsv(decisionsTaken(comparison));
}

async function workbook(
  comparison: Comparison,
  { usage }: ReviewOptions,
  context: Context,
): Promise<Uint8Array> {
  const { reviewOf } = await import('../../pipeline.ts');
  const { renderReviewWorkbook } = await import('../../render/review-workbook.ts');
  const hours = usage === undefined ? null : await readUsage(usage, comparison, context);
  return renderReviewWorkbook(reviewOf(comparison, hours), { lang: context.lang });
}
