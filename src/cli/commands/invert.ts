import type { Command } from 'commander';
import { cliTexts } from '../../words/cli.ts';
import { invertCliTexts } from '../../words/invert-cli.ts';
import { fill } from '../../words/language.ts';
import type { Context } from '../context.ts';
import { requireEnding } from '../output-ending.ts';
import { type UsageOptions, usageSources, withUsageOptions } from '../usage-asked.ts';
import { writeOutputs } from '../write-output.ts';

interface Options extends UsageOptions {
  readonly output?: string;
}

/** `procmap invert`: a crosswalk read backwards. */
export function addInvert(program: Command, context: Context): void {
  const texts = invertCliTexts[context.lang];
  const command = program
    .command('invert')
    .description(texts.invert)
    .argument('<crosswalk>', texts.crosswalkArgument)
    .option('-o, --output <file>', cliTexts[context.lang].outputOption);
  withUsageOptions(command, texts.usageOption, context).action((crosswalk: string, options: Options) =>
    invert(crosswalk, options, context),
  );
}

async function invert(crosswalk: string, options: Options, context: Context): Promise<void> {
  const { lang, say, io } = context;
  const { output } = options;
  requireEnding(lang, '-o', { output, endings: ['.csv'] });
  const [{ invertFile }, { renderCrosswalkCsv }, { renderInversionRemarks }, { sayNotice }] =
    await Promise.all([
      import('../../app/invert-file.ts'),
      import('../../render/crosswalk-csv.ts'),
      import('../../render/series/inversion-text.ts'),
      import('../say-notice.ts'),
    ]);
  const sources = { crosswalk, usage: usageSources(options) };
  const { usage, ...inversion } = await invertFile(io.files, sources, sayNotice(context));
  const data = renderCrosswalkCsv(inversion.crosswalk);
  await writeOutputs(context, [{ output, data }], [crosswalk, ...options.usage]);
  for (const line of renderInversionRemarks(inversion, usage, lang)) say(line);
  if (output !== undefined && output !== '-') say(fill(cliTexts[lang].wrote, { file: output }));
}
