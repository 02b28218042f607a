import type { Command } from 'commander';
import type { ChainResult } from '../../app/chain.ts';
import { chainCliTexts } from '../../words/chain-cli.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { safeText } from '../../words/safe-text.ts';
import type { Context } from '../context.ts';
import { requireEnding } from '../output-ending.ts';
import { writeOutput } from '../write-output.ts';

const EXAMPLES = 5;

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
  const { lang, say } = context;
  if (files.length < 2) throw new ProcmapError('usage', { message: chainCliTexts[lang].two });
  requireEnding(lang, '-o', { output, endings: ['.csv'] });
  const [{ chainAll }, { readCrosswalk }, { renderCrosswalkCsv }] = await Promise.all([
    import('../../app/chain.ts'),
    import('../read-crosswalk.ts'),
    import('../../render/crosswalk-csv.ts'),
  ]);
  const read = [];
  for (const file of files) read.push((await readCrosswalk(context, file)).crosswalk);
  const result = chainAll(read);
  refuseStrangers(result, files);
  refuseUnfollowed(result, files);
  await writeOutput(context, renderCrosswalkCsv(result.crosswalk), { output, inputs: files });
  for (const line of remarks(result, files, context)) say(safeText(line));
  if (output !== undefined && output !== '-') say(fill(cliTexts[lang].wrote, { file: output }));
}

/** Crosswalks of which not one code joins are in the wrong order, or of other maps. */
function refuseStrangers({ joints }: ChainResult, files: readonly string[]): void {
  const apart = joints.findIndex(({ joined, unknown }) => joined === 0 && unknown.length > 0);
  if (apart === -1) return;
  throw new ProcmapError('chain-apart', { first: files[apart] ?? '', second: files[apart + 1] ?? '' });
}

/** A step that is applied twice, or two steps from the same revision. */
function refuseUnfollowed({ joints }: ChainResult, files: readonly string[]): void {
  joints.forEach(({ unfollowed }, i) => {
    if (unfollowed)
      throw new ProcmapError('chain-unfollowed', {
        first: files[i] ?? '',
        second: files[i + 1] ?? '',
        ...unfollowed,
      });
  });
}

function remarks(
  { joints, crosswalk }: ChainResult,
  files: readonly string[],
  { lang }: Context,
): readonly string[] {
  const texts = chainCliTexts[lang];
  const counted = (codes: readonly string[]) => ({
    count: formatNumber(lang, codes.length),
    codes: codes.slice(0, EXAMPLES).join(', ') + (codes.length > EXAMPLES ? ', …' : ''),
  });
  const unknown = joints.flatMap((joint, i) =>
    joint.unknown.length === 0
      ? []
      : [fill(texts.unknown, { file: files[i + 1] ?? '', ...counted(joint.unknown) })],
  );
  const partly = crosswalk.rows
    .filter((row) => row.newCode === '' && row.share !== null)
    .map((row) => row.oldCode);
  return partly.length === 0 ? unknown : [...unknown, fill(texts.partly, counted(partly))];
}
