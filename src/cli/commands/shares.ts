import type { Command } from 'commander';
import { renderDecisionsCsv } from '../../render/decisions-csv.ts';
import { renderSharesText } from '../../render/series/shares-text.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { recodeCliTexts } from '../../words/recode-cli.ts';
import { sharesCliTexts } from '../../words/shares-cli.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { provenanceOf } from '../provenance.ts';
import { reportFileFormat, writeReportFile } from '../report-file.ts';
import { invalidValue, oneOf } from '../usage-error.ts';

const FORMATS = ['text', 'csv', 'json'] as const;
/** Below thirty bookings an interval is wider than what anybody would apply. */
const MINIMUM = '30';

interface Options {
  readonly crosswalk?: string;
  readonly minimum: string;
  readonly old?: string;
  readonly new?: string;
  readonly amount?: string;
  readonly decimalSign?: string;
  readonly by?: string;
  readonly force?: boolean;
  readonly output?: string;
  readonly format?: string;
}

/** `procmap shares`: shares of splits, estimated from bookings that were coded twice. */
export function addShares(program: Command, context: Context): void {
  const texts = sharesCliTexts[context.lang];
  const shared = cliTexts[context.lang];
  program
    .command('shares')
    .description(texts.shares)
    .argument('<bookings>', texts.bookingsArgument)
    .option('--crosswalk <file>', texts.crosswalkOption)
    .option('--minimum <n>', texts.minimumOption, MINIMUM)
    .option('--old <column>', texts.oldOption)
    .option('--new <column>', texts.newOption)
    .option('--amount <column>', texts.amountOption)
    .option('--decimal-sign <sign>', recodeCliTexts[context.lang].decimalSignOption)
    .option('--by <name>', texts.byOption)
    .option('--force', shared.forceOption)
    .option('-f, --format <format>', fill(shared.formatOption, { formats: FORMATS.join(', ') }))
    .option('-o, --output <file>', texts.outputOption)
    .action((bookings: string, options: Options) => shares(bookings, options, context));
}

async function shares(bookings: string, options: Options, context: Context): Promise<void> {
  const { lang, io, width } = context;
  const format = reportFileFormat(options, FORMATS, context);
  const { crosswalk, minimum, old, new: fresh, amount, decimalSign, output, by = 'procmap shares' } = options;
  if (!/^[1-9]\d{0,8}$/.test(minimum))
    throw invalidValue(lang, '--minimum', minimum, sharesCliTexts[lang].number);
  const point =
    decimalSign === undefined ? null : oneOf(lang, '--decimal-sign', decimalSign, ['.', ','] as const);
  if (format === 'csv' && output !== undefined && output !== '-' && !options.force) {
    const { refuseFilledIn } = await import('../../app/read-decisions.ts');
    await refuseFilledIn(io.files, output);
  }
  const [{ shareDecisions, sharesOfFile }, { sayNotice }] = await Promise.all([
    import('../../app/shares-of-file.ts'),
    import('../say-notice.ts'),
  ]);
  const choice = {
    ...(old === undefined ? {} : { old }),
    ...(fresh === undefined ? {} : { new: fresh }),
    ...(amount === undefined ? {} : { amount }),
    ...(point === null ? {} : { point }),
  };
  const sources = {
    bookings,
    choice,
    minimum: Number(minimum),
    ...(crosswalk === undefined ? {} : { crosswalk }),
  };
  const report = await sharesOfFile(io.files, sources, sayNotice(context));
  await writeReportFile(
    { output, format },
    async (as, style) => {
      if (as === 'json') return `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`;
      if (as === 'text') return renderSharesText(report, { lang, style, width });
      return renderDecisionsCsv(
        shareDecisions(report, { by, lang, on: provenanceOf(context).generatedOn ?? '' }),
      );
    },
    { context, inputs: crosswalk === undefined ? [bookings] : [bookings, crosswalk] },
  );
  if (report.left.length > 0 || report.entries.some(({ obstacle }) => obstacle !== null))
    context.setExitCode(EXIT.failed);
}
