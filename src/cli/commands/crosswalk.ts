import type { Command } from 'commander';
import type { Crosswalk } from '../../model/crosswalk.ts';
import { cliTexts } from '../../render/texts/cli.ts';
import { fill, formatNumber } from '../../render/texts/language.ts';
import { type CompareOptions, compareFiles, withCompareOptions } from '../compare-files.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { writeOutput } from '../write-output.ts';

interface CrosswalkOptions extends CompareOptions {
  readonly output?: string;
  readonly strict?: boolean;
}

/** `procmap crosswalk`: the table that other programs apply. */
export function addCrosswalk(program: Command, context: Context): void {
  const texts = cliTexts[context.lang];
  const command = program
    .command('crosswalk')
    .description(texts.crosswalk)
    .argument('<old>', texts.oldArgument)
    .argument('<new>', texts.newArgument)
    .option('-o, --output <file>', texts.outputOption)
    .option('--strict', texts.strictOption);
  withCompareOptions(command, context).action(
    (oldSource: string, newSource: string, options: CrosswalkOptions) =>
      crosswalk(oldSource, newSource, options, context),
  );
}

async function crosswalk(
  oldSource: string,
  newSource: string,
  options: CrosswalkOptions,
  context: Context,
): Promise<void> {
  const [{ crosswalkOf }, { renderCrosswalkCsv }] = await Promise.all([
    import('../../pipeline.ts'),
    import('../../render/crosswalk-csv.ts'),
  ]);
  const table = crosswalkOf(await compareFiles(oldSource, newSource, options, context));
  const target = { output: options.output, inputs: [oldSource, newSource] };
  await writeOutput(context, renderCrosswalkCsv(table), target);
  if (options.output !== undefined && options.output !== '-') sayWritten(table, options.output, context);
  if (options.strict) refuseUndecided(table, context);
}

function sayWritten(table: Crosswalk, file: string, { lang, say }: Context): void {
  const count = (tier: string) => formatNumber(lang, table.rows.filter((row) => row.tier === tier).length);
  const rows = formatNumber(lang, table.rows.length);
  const tiers = { certain: count('certain'), probable: count('probable'), open: count('open') };
  say(fill(cliTexts[lang].crosswalkRows, { file, rows, ...tiers }));
}

function refuseUndecided(table: Crosswalk, { lang, say, setExitCode }: Context): void {
  const open = table.rows.filter((row) => row.tier === 'open').length;
  const unshared = table.rows.filter((row) => row.oldCode !== '' && row.newCode !== '' && row.share === null);
  const shares = new Set(unshared.map((row) => row.oldCode)).size;
  if (open + shares === 0) return;
  say(
    fill(cliTexts[lang].strictFailed, { open: formatNumber(lang, open), shares: formatNumber(lang, shares) }),
  );
  setExitCode(EXIT.failed);
}
