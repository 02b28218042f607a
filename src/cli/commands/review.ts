import type { Command } from 'commander';
import type { Comparison } from '../../pipeline.ts';
import { cliTexts } from '../../render/texts/cli.ts';
import { fill } from '../../render/texts/language.ts';
import { type CompareOptions, compareFiles, withCompareOptions } from '../compare-files.ts';
import type { Context } from '../context.ts';
import { oneOf } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';

interface ReviewOptions extends CompareOptions {
  readonly output?: string;
  readonly format?: string;
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
    .option('-f, --format <format>', fill(texts.formatOption, { formats: FORMATS.join(', ') }));
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
  const rendered = await RENDERERS[format](comparison, context);
  const decisions = typeof options.decisions === 'string' ? [options.decisions] : [];
  await writeOutput(context, rendered, {
    output: options.output,
    inputs: [oldSource, newSource, ...decisions],
  });
}

function formatOf(output: string | undefined): string {
  return output?.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx';
}

const RENDERERS: Readonly<
  Record<(typeof FORMATS)[number], (comparison: Comparison, context: Context) => Promise<string | Uint8Array>>
> = {
  xlsx: async (comparison, { lang }) => {
    const { reviewOf } = await import('../../pipeline.ts');
    const { renderReviewWorkbook } = await import('../../render/review-workbook.ts');
    return renderReviewWorkbook(reviewOf(comparison), { lang });
  },
  csv: async (comparison) => {
    const { decisionsTaken } = await import('../../pipeline.ts');
    const { renderDecisionsCsv } = await import('../../render/decisions-csv.ts');
    return renderDecisionsCsv(decisionsTaken(comparison));
  },
};
