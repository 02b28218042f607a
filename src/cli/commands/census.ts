import type { Command } from 'commander';
import { CENSUS_FORMATS, renderCensus } from '../../render/census/census.ts';
import { censusTexts } from '../../words/census.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { type ReportFile, reportFileFormat, writeReportFile } from '../report-file.ts';

/** `procmap census`: how local maps have the entries of the national one. */
export function addCensus(program: Command, context: Context): void {
  const texts = censusTexts[context.lang];
  const shared = cliTexts[context.lang];
  program
    .command('census')
    .description(texts.census)
    .argument('<national>', texts.nationalArgument)
    .argument('<locals...>', texts.localsArgument)
    .option('-f, --format <format>', fill(shared.formatOption, { formats: CENSUS_FORMATS.join(', ') }))
    .option('-o, --output <file>', shared.outputOption)
    .action((national: string, locals: readonly string[], options: ReportFile) =>
      census(national, locals, { options, context }),
    );
}

async function census(
  national: string,
  locals: readonly string[],
  { options, context }: { readonly options: ReportFile; readonly context: Context },
): Promise<void> {
  const { lang, io, width } = context;
  const format = reportFileFormat(options, CENSUS_FORMATS, context);
  const [{ censusFiles }, { loadConfig }] = await Promise.all([
    import('../../app/census-files.ts'),
    import('../../app/load-config.ts'),
  ]);
  const { config } = await loadConfig(io.files, undefined);
  const taken = await censusFiles(
    io.files,
    { national, locals },
    { lexicon: config.lexicon, ...(config.columns ? { columns: config.columns } : {}) },
  );
  await writeReportFile(
    { output: options.output, format },
    (as, style) => renderCensus(as, taken, { lang, style, width }),
    { context, inputs: [national, ...locals] },
  );
  if (taken.strangers.length > 0) context.setExitCode(EXIT.failed);
}
