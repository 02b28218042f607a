import type { Command } from 'commander';
import { CITATION_STATUSES, type CodeFate } from '../../model/refs-report.ts';
import { REFS_FORMATS, refsFormatOf, renderRefs } from '../../render/refs.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { refsCliTexts } from '../../words/refs-cli.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { requireEnding } from '../output-ending.ts';
import { oneOf } from '../usage-error.ts';
import { writeOutputs } from '../write-output.ts';

const FAIL_ON = ['never', 'changed', 'recycled', ...CITATION_STATUSES] as const;

interface Options {
  readonly crosswalk: string;
  readonly map?: readonly string[];
  readonly failOn?: string;
  readonly format?: string;
  readonly output?: string;
}

/** `procmap refs`: the codes that documents cite, and what has become of them. */
export function addRefs(program: Command, context: Context): void {
  const texts = refsCliTexts[context.lang];
  const shared = cliTexts[context.lang];
  program
    .command('refs')
    .description(texts.refs)
    .argument('<documents...>', texts.documentsArgument)
    .requiredOption('--crosswalk <file>', texts.crosswalkOption)
    .option('--map <file>', texts.mapOption, (file: string, files: readonly string[] = []) => [
      ...files,
      file,
    ])
    .option('--fail-on <what>', texts.failOnOption)
    .option('-f, --format <format>', fill(shared.formatOption, { formats: REFS_FORMATS.join(', ') }))
    .option('-o, --output <file>', shared.outputOption)
    .action((documents: readonly string[], options: Options) => refs(documents, options, context));
}

async function refs(documents: readonly string[], options: Options, context: Context): Promise<void> {
  const { lang, io } = context;
  if (options.format === undefined)
    requireEnding(lang, '-o', { output: options.output, endings: ['.txt', '.csv', '.json'] });
  const format = oneOf(lang, '--format', options.format ?? refsFormatOf(options.output), REFS_FORMATS);
  const failOn = (options.failOn ?? 'never')
    .split(',')
    .map((what) => oneOf(lang, '--fail-on', what.trim(), FAIL_ON));
  const [{ referencesInFiles }, { sayNotice }] = await Promise.all([
    import('../../app/references-in-files.ts'),
    import('../say-notice.ts'),
  ]);
  const sources = { documents, crosswalk: options.crosswalk, maps: options.map ?? [] };
  const report = await referencesInFiles(io.files, sources, sayNotice(context));
  const inputs = [...documents, options.crosswalk, ...(options.map ?? [])];
  const drawing = { lang, width: context.width, style: await context.style(), crosswalk: options.crosswalk };
  const data = await renderRefs(format, report, drawing);
  await writeOutputs(context, [{ output: options.output, data }], inputs);
  if (report.codes.some((fate) => failOn.some((what) => isOne(fate, what)))) context.setExitCode(EXIT.failed);
}

function isOne(fate: CodeFate, what: (typeof FAIL_ON)[number]): boolean {
  if (what === 'changed') return fate.status !== 'unchanged' || fate.recycledAs !== null;
  return what === 'recycled' ? fate.recycledAs !== null : what === fate.status;
}
