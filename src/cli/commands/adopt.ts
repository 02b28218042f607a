import type { Command } from 'commander';
import type { AdoptionSources } from '../../app/adopt-files.ts';
import type { AdoptionOrder } from '../../app/adoption-outputs.ts';
import { adoptCliTexts } from '../../words/adopt-cli.ts';
import { adoptionTexts } from '../../words/adoption.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { decideAtTerminal } from '../adopt-at-terminal.ts';
import { requireFormat } from '../adoption-ending.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { sayUsage, type UsageOptions, usageSources, withUsageOptions } from '../usage-asked.ts';
import { oneOf, usage } from '../usage-error.ts';
import { writeOutputs } from '../write-output.ts';

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
  readonly interactive?: boolean;
  readonly strict?: boolean;
  readonly mergeDriver?: readonly string[];
}

const LAYOUTS = ['local', 'national'] as const;

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
    .option('--interactive', texts.interactive)
    .option('--strict', texts.strict)
    .option('--merge-driver <names...>', texts.driver);
  withUsageOptions(command, texts.usage, context).action(async (options: AdoptOptions) => {
    if (options.mergeDriver === undefined) return adopt(options, context);
    const { mergeDriver } = await import('../merge-driver.ts');
    return mergeDriver(options.mergeDriver, context);
  });
}

async function adopt(options: AdoptOptions, context: Context): Promise<void> {
  const { lang, say } = context;
  const [sources, order, outputs] = [
    sourcesOf(options, context),
    orderOf(options, context),
    outputsOf(options),
  ];
  // Endings are told before maps are read.
  for (const { option, kind, output } of outputs) requireFormat(option, kind, output, context);
  const [{ adoptFiles }, { adoptionOutput }, { loadConfig }] = await Promise.all([
    import('../../app/adopt-files.ts'),
    import('../../app/adoption-outputs.ts'),
    import('../../app/load-config.ts'),
  ]);
  const { config } = await loadConfig(context.io.files, undefined);
  const decided = options.interactive ? await decideAtTerminal(sources, config, context) : sources;
  const result = await adoptFiles(context.io.files, decided, config);
  if (result.usage !== undefined) await sayUsage(result.usage, context);
  const { open, stale } = result.adoption;
  if (options.strict === true && open > 0) throw new ProcmapError('adopt-open', { open });
  const style = options.report === undefined ? { style: await context.style(), width: context.width } : {};
  const targets = [];
  for (const { kind, output } of outputs)
    targets.push({ output, data: await adoptionOutput(kind, output ?? '-', result, { ...order, ...style }) });
  await writeOutputs(context, targets, [
    sources.local,
    sources.national,
    sources.base,
    sources.decisions,
    ...options.usage,
  ]);
  for (const { output } of outputs)
    if (output !== undefined && output !== '-') say(fill(cliTexts[lang].wrote, { file: output }));
  if (open > 0 && options.review !== undefined)
    say(fill(adoptionTexts[lang].nextStep, { file: options.review }));
  if (open > 0 || stale.length > 0) context.setExitCode(EXIT.failed);
}

function sourcesOf(options: AdoptOptions, { lang }: Context): AdoptionSources {
  const { local, new: national, base, decisions } = options;
  const missing = (option: string) => usage(fill(adoptCliTexts[lang].missing, { option }));
  if (local === undefined) throw missing('--local');
  if (national === undefined) throw missing('--new');
  return { local, national, base, decisions, usage: usageSources(options) };
}

function orderOf({ layout }: AdoptOptions, { lang, toolVersion }: Context): AdoptionOrder {
  if (layout === undefined) return { lang, toolVersion };
  return { lang, toolVersion, layout: oneOf(lang, '--layout', layout, LAYOUTS) };
}

/** What is to be written: the report in any case, to standard output unless a file is named. */
function outputsOf({ report, output, review, crosswalk }: AdoptOptions) {
  const named = [
    { option: '-o', kind: 'map', output },
    { option: '--review', kind: 'review', output: review },
    { option: '--crosswalk', kind: 'crosswalk', output: crosswalk },
  ] as const;
  return [
    { option: '--report', kind: 'report', output: report } as const,
    ...named.filter((each) => each.output !== undefined),
  ];
}
