import type { Command } from 'commander';
import { chainCliTexts } from '../../words/chain-cli.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import type { Context } from '../context.ts';
import { requireEnding } from '../output-ending.ts';
import { usage } from '../usage-error.ts';
import { writeOutputs } from '../write-output.ts';

/** `procmap chain`: several crosswalks composed into one. */
export function addChain(program: Command, context: Context): void {
  const texts = chainCliTexts[context.lang];
  program
    .command('chain')
    .description(texts.chain)
    .argument('<crosswalks...>', texts.crosswalksArgument)
    .option('-o, --output <file>', cliTexts[context.lang].outputOption)
    .action((files: readonly string[], options: { readonly output?: string }) =>
      chain(files, options.output, context),
    );
}

async function chain(files: readonly string[], output: string | undefined, context: Context): Promise<void> {
  const { lang, say, io } = context;
  if (files.length < 2) throw usage(chainCliTexts[lang].two);
  requireEnding(lang, '-o', { output, endings: ['.csv'] });
  const [{ chainFiles }, { renderCrosswalkCsv }, { renderChainRemarks }, { sayNotice }] = await Promise.all([
    import('../../app/chain-files.ts'),
    import('../../render/crosswalk-csv.ts'),
    import('../../render/chain-text.ts'),
    import('../say-notice.ts'),
  ]);
  const result = await chainFiles(io.files, files, sayNotice(context));
  await writeOutputs(context, [{ output, data: renderCrosswalkCsv(result.crosswalk) }], files);
  for (const line of renderChainRemarks(result, files, lang)) say(line);
  if (output !== undefined && output !== '-') say(fill(cliTexts[lang].wrote, { file: output }));
}
