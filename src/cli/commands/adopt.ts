import type { Command } from 'commander';
import type { AdoptResult } from '../../app/adopt.ts';
import type { AdoptedFiles, AdoptionSources } from '../../app/adopt-files.ts';
import { plainStyle } from '../../render/style.ts';
import { adoptCliTexts } from '../../words/adopt-cli.ts';
import { adoptionTexts } from '../../words/adoption.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { sayUsage, type UsageOptions, usageSources, withUsageOptions } from '../usage-asked.ts';
import { invalidValue, oneOf } from '../usage-error.ts';
import { type OutputTarget, writeOutputs } from '../write-output.ts';

interface AdoptOptions extends UsageOptions {
  readonly local?: string;
  readonly new?: string;
  readonly base?: string;
  readonly output?: string;
  readonly layout?: string;
  readonly crosswalk?: string;
  readonly review?: string;
  readonly decisions?: string;
  readonly report?: string;
  readonly strict?: boolean;
  readonly mergeDriver?: readonly string[];
}

const LAYOUTS = ['local', 'national'] as const;
const MAP_ENDINGS = { csv: 'csv', json: 'json', xlsx: 'xlsx' } as const;
const REPORT_ENDINGS = { html: 'html', md: 'markdown', json: 'json', txt: 'text' } as const;
const REVIEW_ENDINGS = { xlsx: 'xlsx', csv: 'csv' } as const;
const CROSSWALK_ENDINGS = { csv: 'csv', xlsx: 'xlsx', json: 'json' } as const;

/** `procmap adopt`: the chamber's own map, carried to the new national revision. */
export function addAdopt(program: Command, context: Context): void {
  const texts = adoptCliTexts[context.lang];
  const command = program
    .command('adopt')
    .description(texts.adopt)
    .option('--local <map>', texts.local)
    .option('--new <map>', texts.national)
    .option('--base <map>', texts.base)
    .option('-o, --output <file>', texts.output)
    .option('--layout <name>', fill(texts.layout, { layouts: LAYOUTS.join(', ') }))
    .option('--crosswalk <file>', texts.crosswalk)
    .option('--review <file>', texts.review)
    .option('--decisions <file>', texts.decisions)
    .option('--report <file>', texts.report)
    .option('--strict', texts.strict)
    .option('--merge-driver <files...>', texts.driver);
  withUsageOptions(command, texts.usage, context).action((options: AdoptOptions) =>
    options.mergeDriver ? mergeDriver(options.mergeDriver, context) : adopt(options, context),
  );
}

async function adopt(options: AdoptOptions, context: Context): Promise<void> {
  const { lang, say, setExitCode } = context;
  const { local, new: national, base, decisions } = options;
  if (local === undefined) throw missing('--local', context);
  if (national === undefined) throw missing('--new', context);
  // Endings are told before maps are read.
  for (const [name, endings] of Object.entries({
    output: MAP_ENDINGS,
    report: REPORT_ENDINGS,
    review: REVIEW_ENDINGS,
    crosswalk: CROSSWALK_ENDINGS,
  } as const))
    byEnding(`--${name}`, options[name as 'output'], endings, context);
  const result = await adopted({ local, national, base, decisions, usage: usageSources(options) }, context);
  if (result.usage !== undefined) await sayUsage(result.usage, context);
  const { adoption } = result;
  if (options.strict === true && adoption.open > 0)
    throw new ProcmapError('adopt-open', { open: adoption.open });
  const targets = await outputsOf(result, options, context);
  await writeOutputs(context, targets, [local, national, base, decisions, ...options.usage]);
  for (const { output } of targets)
    if (output !== undefined) say(fill(cliTexts[lang].wrote, { file: output }));
  if (adoption.open > 0 && options.review !== undefined)
    say(fill(adoptionTexts[lang].nextStep, { file: options.review }));
  if (adoption.open > 0 || adoption.stale.length > 0) setExitCode(EXIT.failed);
}

async function adopted(sources: AdoptionSources, { io }: Context): Promise<AdoptedFiles> {
  const [{ adoptFiles }, { loadConfig }] = await Promise.all([
    import('../../app/adopt-files.ts'),
    import('../../app/load-config.ts'),
  ]);
  const { config } = await loadConfig(io.files, undefined);
  return adoptFiles(io.files, sources, config);
}

/** The new map, and what else was asked for; the report goes to standard output unless a file is named. */
async function outputsOf(
  { adoption, comparison }: AdoptResult,
  options: AdoptOptions,
  context: Context,
): Promise<readonly OutputTarget[]> {
  const { lang, toolVersion } = context;
  const { output, report, review, crosswalk } = options;
  const { renderAdoption } = await import('../../render/adoption/adoption.ts');
  const style = report === undefined ? await context.style() : plainStyle;
  const format = byEnding('--report', report, REPORT_ENDINGS, context) ?? 'text';
  const targets: OutputTarget[] = [
    { output: report, data: await renderAdoption(format, adoption, { lang, style, width: context.width }) },
  ];
  const mapFormat = byEnding('--output', output, MAP_ENDINGS, context);
  if (mapFormat !== undefined)
    targets.push({
      output,
      data: await mapFile(adoption, { output, format: mapFormat, layout: options.layout }, context),
    });
  const reviewFormat = byEnding('--review', review, REVIEW_ENDINGS, context);
  if (reviewFormat !== undefined) {
    const { renderAdoptionDecisionsCsv, renderAdoptionWorkbook } = await import(
      '../../render/adoption/adoption-decisions.ts'
    );
    const data =
      reviewFormat === 'csv'
        ? renderAdoptionDecisionsCsv(adoption)
        : await renderAdoptionWorkbook(adoption, { lang });
    targets.push({ output: review, data });
  }
  const tableFormat = byEnding('--crosswalk', crosswalk, CROSSWALK_ENDINGS, context);
  if (tableFormat !== undefined) {
    const { makeCrosswalk } = await import('../../app/make-crosswalk.ts');
    const order = { format: tableFormat, profile: 'full', plan: {}, toolVersion } as const;
    const { file } = await makeCrosswalk(comparison, order);
    if (file !== null) targets.push({ output: crosswalk, data: file.data });
  }
  return targets;
}

async function mapFile(
  { map }: AdoptResult['adoption'],
  target: {
    readonly output: string | undefined;
    readonly format: 'csv' | 'json' | 'xlsx';
    readonly layout: string | undefined;
  },
  { lang }: Context,
): Promise<Uint8Array> {
  const { convertMap } = await import('../../app/convert-map.ts');
  const own = map.source.layout === 'national' ? 'national' : 'local';
  const layout = oneOf(lang, '--layout', target.layout ?? own, LAYOUTS);
  const { bytes } = await convertMap(map, { format: target.format, layout, output: target.output ?? '-' });
  return bytes;
}

/**
 * Serves git: `%O` is the common ancestor, `%A` the current version, which the result replaces, `%B` the other one, `%P`
 * the name of the file in the repository. Exit 1 leaves the file marked as in conflict, as git wants it.
 */
async function mergeDriver(files: readonly string[], context: Context): Promise<void> {
  const { lang, say, setExitCode } = context;
  const [base, current, other, name] = files;
  if (base === undefined || current === undefined || other === undefined || name === undefined)
    throw new ProcmapError('usage', { message: adoptCliTexts[lang].driverNeeds });
  const { adoption } = await adopted({ base, local: current, national: other }, context);
  const format = byEnding('%P', name, MAP_ENDINGS, context) ?? 'csv';
  const data = await mapFile(adoption, { output: name, format, layout: undefined }, context);
  await writeOutputs(context, [{ output: current, data }], [], { grows: current });
  if (adoption.open === 0) return;
  say(`${name}: ${fill(adoptionTexts[lang].openConflicts, { open: adoption.open })}`);
  setExitCode(EXIT.failed);
}

/** The format that the ending of a file names; `undefined` without a file. */
function byEnding<T extends string>(
  option: string,
  file: string | undefined,
  endings: Readonly<Record<string, T>>,
  { lang }: Context,
): T | undefined {
  if (file === undefined) return undefined;
  const ending = file.toLowerCase().split('.').at(-1) ?? '';
  const format = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  if (format === undefined)
    throw invalidValue(
      lang,
      option,
      file,
      Object.keys(endings).map((each) => `.${each}`),
    );
  return format;
}

function missing(option: string, { lang }: Context): ProcmapError {
  return new ProcmapError('usage', { message: fill(adoptCliTexts[lang].missing, { option }) });
}
