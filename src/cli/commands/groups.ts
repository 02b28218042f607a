import type { Command } from 'commander';
import { GROUPS_FORMATS, renderGroups } from '../../render/series/groups.ts';
import { cliTexts } from '../../words/cli.ts';
import { groupsCliTexts } from '../../words/groups-cli.ts';
import { fill } from '../../words/language.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { reportFileFormat, writeReportFile } from '../report-file.ts';
import { invalidValue } from '../usage-error.ts';

interface Options {
  readonly output?: string;
  readonly format?: string;
  readonly revisions?: string;
  readonly strict?: boolean;
}

/** `procmap groups`: the codes that can be compared over the revisions. */
export function addGroups(program: Command, context: Context): void {
  const texts = groupsCliTexts[context.lang];
  const shared = cliTexts[context.lang];
  program
    .command('groups')
    .description(texts.groups)
    .argument('<crosswalks...>', texts.crosswalksArgument)
    .option('--revisions <names>', texts.revisionsOption)
    .option('--strict', texts.strictOption)
    .option('-f, --format <format>', fill(shared.formatOption, { formats: GROUPS_FORMATS.join(', ') }))
    .option('-o, --output <file>', shared.outputOption)
    .action((crosswalks: readonly string[], options: Options) => groups(crosswalks, options, context));
}

async function groups(crosswalks: readonly string[], options: Options, context: Context): Promise<void> {
  const { lang, io } = context;
  const format = reportFileFormat(options, GROUPS_FORMATS, context);
  const revisions = revisionNames(options.revisions, crosswalks.length, context);
  const [{ groupFiles }, { sayNotice }] = await Promise.all([
    import('../../app/group-files.ts'),
    import('../say-notice.ts'),
  ]);
  const report = await groupFiles(io.files, { crosswalks, revisions }, sayNotice(context));
  await writeReportFile(
    { output: options.output, format },
    (as, style) => renderGroups(as, report, { lang, style, width: context.width }),
    { context, inputs: crosswalks },
  );
  if (options.strict === true && report.open.length > 0) context.setExitCode(EXIT.failed);
}

function revisionNames(given: string | undefined, crosswalks: number, { lang }: Context): readonly string[] {
  const expected = crosswalks + 1;
  if (given === undefined) return Array.from({ length: expected }, (_, i) => String(i + 1));
  const names = given.split(',').map((name) => name.trim());
  if (names.length === expected && new Set(names).size === expected && !names.includes('')) return names;
  const words = fill(groupsCliTexts[lang].revisions, { expected, crosswalks });
  throw invalidValue(lang, '--revisions', given, words);
}
