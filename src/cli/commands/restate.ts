import type { Command } from 'commander';
import type { YearSource } from '../../app/read-year.ts';
import { renderSeries, SERIES_FORMATS } from '../../render/series/series.ts';
import { listOf } from '../../values/list-of.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { recodeCliTexts } from '../../words/recode-cli.ts';
import { restateCliTexts } from '../../words/restate-cli.ts';
import type { Context } from '../context.ts';
import { reportFileFormat, writeReportFile } from '../report-file.ts';
import { invalidValue, oneOf } from '../usage-error.ts';

interface Options {
  readonly crosswalk: readonly string[];
  readonly from?: string;
  readonly amount?: string;
  readonly keep?: string;
  readonly sheet: readonly string[];
  readonly decimalSign?: string;
  readonly output?: string;
  readonly format?: string;
}

/** `procmap restate`: hours by comparable group and year. */
export function addRestate(program: Command, context: Context): void {
  const texts = restateCliTexts[context.lang];
  const shared = cliTexts[context.lang];
  const several = (value: string, values: readonly string[] = []) => [...values, value];
  program
    .command('restate')
    .description(texts.restate)
    .argument('<years...>', texts.yearsArgument)
    .requiredOption('--crosswalk <file>', texts.crosswalkOption, several)
    .option('--from <years>', texts.fromOption)
    .option('--amount <columns>', texts.amountOption)
    .option('--keep <codes>', texts.keepOption)
    .option('--sheet <name>', texts.sheetOption, several, [])
    .option('--decimal-sign <sign>', recodeCliTexts[context.lang].decimalSignOption)
    .option('-f, --format <format>', fill(shared.formatOption, { formats: SERIES_FORMATS.join(', ') }))
    .option('-o, --output <file>', shared.outputOption)
    .action((years: readonly string[], options: Options) => restate(years, options, context));
}

async function restate(named: readonly string[], options: Options, context: Context): Promise<void> {
  const { lang, io, width } = context;
  const format = reportFileFormat(options, SERIES_FORMATS, context);
  const { amount, keep, sheet, decimalSign, crosswalk } = options;
  const years = named.map((text) => yearSource(text, context));
  const from = firstYears(options, context);
  const sign =
    decimalSign === undefined ? null : oneOf(lang, '--decimal-sign', decimalSign, ['.', ','] as const);
  const [{ restateFiles }, { sayNotice }] = await Promise.all([
    import('../../app/restate-files.ts'),
    import('../say-notice.ts'),
  ]);
  const sources = {
    ...{ years, crosswalks: crosswalk },
    ...(from === null ? {} : { from }),
    ...(amount === undefined ? {} : { amounts: listOf(amount) }),
    ...(keep === undefined ? {} : { keep: listOf(keep) }),
    ...(sheet.length === 0 ? {} : { sheets: sheet }),
    ...(sign === null ? {} : { point: sign }),
  };
  const series = await restateFiles(io.files, sources, sayNotice(context));
  await writeReportFile(
    { output: options.output, format },
    (as, style) => renderSeries(as, series, { lang, style, width }),
    { context, inputs: [...years.map(({ path }) => path), ...crosswalk] },
  );
}

function yearSource(text: string, { lang }: Context): YearSource {
  const [, year = '', path = ''] = /^(\d{4})=(.+)$/s.exec(text) ?? [];
  if (year === '') throw invalidValue(lang, 'restate', text, restateCliTexts[lang].yearForm);
  return { year, path };
}

function firstYears({ from, crosswalk }: Options, { lang }: Context): readonly string[] | null {
  if (from === undefined) return null;
  const years = listOf(from);
  const rising = years.every((year, i) => /^\d{4}$/.test(year) && (i === 0 || year > (years[i - 1] ?? '')));
  if (rising && years.length === crosswalk.length) return years;
  throw invalidValue(
    lang,
    '--from',
    from,
    fill(restateCliTexts[lang].fromForm, { expected: crosswalk.length }),
  );
}
