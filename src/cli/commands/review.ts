import type { Command } from 'commander';
import type { Comparison } from '../../app/comparison.ts';
import type { Review } from '../../model/review.ts';
import { cliTexts } from '../../words/cli.ts';
import { interactiveTexts } from '../../words/interactive.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import {
  type CompareOptions,
  compareAsAsked,
  compareFilesOptions,
  withCompareOptions,
} from '../compare-options.ts';
import type { Context } from '../context.ts';
import { today } from '../provenance.ts';
import { type UsageOptions, usageAsked, usageSources, withUsageOptions } from '../usage-asked.ts';
import { oneOf } from '../usage-error.ts';
import { writeOutputs } from '../write-output.ts';

interface ReviewOptions extends CompareOptions, UsageOptions {
  readonly output?: string;
  readonly format?: string;
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
    .option('--interactive', texts.interactiveOption)
    .option('--by <name>', texts.byOption)
    .option('--force', texts.forceOption);
  withUsageOptions(command, texts.usageOption, context);
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
  if (!options.force && options.output !== '-') {
    const { refuseFilledIn } = await import('../../app/read-decisions.ts');
    await refuseFilledIn(context.io.files, options.output);
  }
  const comparison = await compareAsAsked(oldSource, newSource, options, context);
  const data =
    format === 'csv' ? await decisionFile(comparison) : await workbook(comparison, options, context);
  const inputs = [oldSource, newSource, options.decisions, ...options.usage];
  await writeOutputs(context, [{ output: options.output, data }], inputs);
  context.say(fill(cliTexts[context.lang].wrote, { file: options.output }));
}

/** Asks at the terminal, and keeps the answers in a decision file: the one beside the old map unless another is named. */
async function interactive(
  [old, fresh]: readonly [string, string],
  options: ReviewOptions,
  context: Context,
): Promise<void> {
  const { io, lang } = context;
  const texts = interactiveTexts[lang];
  const prompter = await io.prompter(lang);
  if (prompter === null) throw new ProcmapError('usage', { message: texts.needsTerminal });
  const [{ openDecisionFile }, { reviewInteractively }, { sayNotice }] = await Promise.all([
    import('../../app/open-decision-file.ts'),
    import('../../app/review-interactively.ts'),
    import('../say-notice.ts'),
  ]);
  const asked = { ...(await compareFilesOptions(options, context)), output: options.output };
  const sources = { old, new: fresh };
  const opened = await openDecisionFile(io.files, sources, asked, sayNotice(context));
  const { file, comparison, record, lastAuthor } = opened;
  const review = await reviewAsked(comparison, options, context);
  const { open, probable } = comparison.report.tiers;
  const counts = { open: formatNumber(lang, open), probable: formatNumber(lang, probable) };
  prompter.show(fill(texts.begin, { ...counts, file }));
  const by = options.by ?? (await prompter.ask(texts.by, { initial: lastAuthor }));
  if (by === null) return;
  const on = today(context);
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
  const { decisionsOf } = await import('../../app/decisions-of.ts');
  const { renderDecisionsCsv } = await import('../../render/decisions-csv.ts');
  return renderDecisionsCsv(decisionsOf(comparison));
}

async function workbook(
  comparison: Comparison,
  options: ReviewOptions,
  context: Context,
): Promise<Uint8Array> {
  const { renderReviewWorkbook } = await import('../../render/review-workbook.ts');
  return renderReviewWorkbook(await reviewAsked(comparison, options, context), { lang: context.lang });
}

/** The review, by hours where a time-sheet is given. */
async function reviewAsked(
  comparison: Comparison,
  options: ReviewOptions,
  context: Context,
): Promise<Review> {
  const { reviewOf } = await import('../../app/review-of.ts');
  const sources = usageSources(options);
  if (sources === undefined) return reviewOf(comparison);
  return reviewOf(comparison, await usageAsked(sources, comparison, context));
}
