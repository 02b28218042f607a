import type { Command } from 'commander';
import type { Comparison } from '../../app/compare.ts';
import { cliTexts } from '../../words/cli.ts';
import { interactiveTexts } from '../../words/interactive.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { type CompareOptions, compareFiles, withCompareOptions } from '../compare-files.ts';
import type { Context } from '../context.ts';
import { provenanceOf } from '../provenance.ts';
import { readUsage } from '../read-usage.ts';
import { oneOf } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';

interface ReviewOptions extends CompareOptions {
  readonly output?: string;
  readonly format?: string;
  readonly usage?: string;
  readonly interactive?: boolean;
  readonly by?: string;
  readonly force?: boolean;
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
    .option('-o, --output <file>', texts.reviewOutputOption)
    .option('-f, --format <format>', fill(texts.formatOption, { formats: FORMATS.join(', ') }))
    .option('--usage <timesheet>', texts.usageOption)
    .option('--interactive', texts.interactiveOption)
    .option('--by <name>', texts.byOption)
    .option('--force', texts.forceOption);
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
  if (options.interactive) return interactive([oldSource, newSource], options, context);
  if (options.output === undefined) {
    const message = fill(cliTexts[context.lang].missingOption, { value: '--output' });
    throw new ProcmapError('usage', { message });
  }
  const format = oneOf(context.lang, '--format', options.format ?? formatOf(options.output), FORMATS);
  if (!options.force) await keepDecisions(options.output, context);
  const comparison = await compareFiles(oldSource, newSource, options, context);
  const rendered =
    format === 'csv' ? await decisionFile(comparison) : await workbook(comparison, options, context);
  const read = [oldSource, newSource, options.decisions, options.usage];
  const inputs = read.filter((each) => typeof each === 'string');
  await writeOutput(context, rendered, { output: options.output, inputs });
  context.say(fill(cliTexts[context.lang].wrote, { file: options.output }));
}

/**
 * A workbook that people have filled in is their work, not a result to be written anew.
 *
 * @throws ProcmapError when the file exists and holds decisions, even ones that cannot be read
 */
async function keepDecisions(output: string, { io }: Context): Promise<void> {
  if (output === '-' || !(await io.exists(output))) return;
  const { countDecisions } = await import('../read-decisions.ts');
  const count = await countDecisions(output, io);
  if (count > 0) throw new ProcmapError('output-holds-decisions', { file: output, count });
}

/** Asks at the terminal, and keeps the answers in a decision file: the one beside the old map unless another is named. */
async function interactive(
  sources: readonly [string, string],
  options: ReviewOptions,
  context: Context,
): Promise<void> {
  const { io, lang } = context;
  const texts = interactiveTexts[lang];
  const prompter = await io.prompter();
  if (prompter === null) throw new ProcmapError('usage', { message: texts.needsTerminal });
  const { openDecisionFile } = await import('../decision-file.ts');
  const { reviewInteractively } = await import('../interactive-review.ts');
  const { reviewOf } = await import('../../app/compare.ts');
  const { file, comparison, record, lastAuthor } = await openDecisionFile(sources, options, context);
  const hours = options.usage === undefined ? null : await readUsage(options.usage, comparison, context);
  const review = reviewOf(comparison, hours);
  const { open, probable } = comparison.report.tiers;
  const counts = { open: formatNumber(lang, open), probable: formatNumber(lang, probable) };
  prompter.show(fill(texts.begin, { ...counts, file }));
  const by = options.by ?? (await prompter.ask(texts.by, { initial: lastAuthor }));
  if (by === null) return;
  const on = provenanceOf(context).generatedOn;
  const { decided, left } = await reviewInteractively(review, {
    lang,
    prompter,
    by: by.trim(),
    on,
    save: record,
  });
  const told = { decided: formatNumber(lang, decided), left: formatNumber(lang, left), file };
  context.say(fill(texts.end, told));
}

function formatOf(output: string | undefined): string {
  return output?.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx';
}

async function decisionFile(comparison: Comparison): Promise<string> {
  const { decisionsTaken } = await import('../../app/compare.ts');
  const { renderDecisionsCsv } = await import('../../render/decisions-csv.ts');
  return renderDecisionsCsv(decisionsTaken(comparison));
}

async function workbook(
  comparison: Comparison,
  { usage }: ReviewOptions,
  context: Context,
): Promise<Uint8Array> {
  const { reviewOf } = await import('../../app/compare.ts');
  const { renderReviewWorkbook } = await import('../../render/review-workbook.ts');
  const hours = usage === undefined ? null : await readUsage(usage, comparison, context);
  return renderReviewWorkbook(reviewOf(comparison, hours), { lang: context.lang });
}
