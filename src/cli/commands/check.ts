import type { Command } from 'commander';
import type { Config } from '../../config/schema.ts';
import {
  CHECK_FORMATS,
  type CheckFormat,
  type CheckReport,
  countSeverities,
  FAIL_ON,
  findingsOf,
} from '../../model/check-report.ts';
import { LAYOUT_NAMES } from '../../model/process-map.ts';
import { checkCliTexts } from '../../render/texts/check-cli.ts';
import { cliTexts } from '../../render/texts/cli.ts';
import { fill } from '../../render/texts/language.ts';
import { BASELINE_FILE, withoutAccepted, writeBaseline } from '../baseline-file.ts';
import type { Context } from '../context.ts';
import { checkExitCode, type FailOptions } from '../exit-code.ts';
import { CONFIG_FILE, configuredPath, loadConfig, readOptions } from '../load-config.ts';
import { ruleIdOf } from '../rule-id.ts';
import { invalidValue, oneOf } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';

interface CheckOptions {
  readonly format?: string;
  readonly output?: string;
  readonly failOn?: string;
  readonly maxWarnings?: string;
  readonly rule?: string;
  readonly layout?: string;
  readonly config?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string | true;
}

/** `procmap check`: the findings in one map or more. */
export function addCheck(program: Command, context: Context): void {
  const texts = checkCliTexts[context.lang];
  const shared = cliTexts[context.lang];
  program
    .command('check')
    .description(texts.check)
    .argument('<maps...>', texts.mapsArgument)
    .option('-f, --format <format>', fill(shared.formatOption, { formats: CHECK_FORMATS.join(', ') }))
    .option('-o, --output <file>', shared.outputOption)
    .option('--fail-on <severity>', texts.failOnOption)
    .option('--max-warnings <n>', texts.maxWarningsOption)
    .option('--rule <ids>', texts.ruleOption)
    .option('--layout <name>', fill(texts.layoutOption, { layouts: LAYOUT_NAMES.join(', ') }))
    .option('--config <file>', fill(texts.configOption, { file: CONFIG_FILE }))
    .option('--baseline <file>', texts.baselineOption)
    .option('--write-baseline [file]', fill(texts.writeBaselineOption, { file: BASELINE_FILE }))
    .action((sources: readonly string[], options: CheckOptions) => check(sources, options, context));
}

async function check(sources: readonly string[], options: CheckOptions, context: Context): Promise<void> {
  const { lang } = context;
  const format = oneOf(lang, '--format', options.format ?? formatOf(options.output), CHECK_FORMATS);
  const { config, folder } = await loadConfig(context, options.config);
  const limits = limitsOf(options, config, context);
  const found = await checkFiles(sources, options, config, context);
  const baseline = options.baseline ?? configuredPath(context, folder, config.check?.baseline);
  if (options.writeBaseline !== undefined) {
    const file = options.writeBaseline === true ? (baseline ?? BASELINE_FILE) : options.writeBaseline;
    return writeBaseline(context, file, found, sources);
  }
  const report = baseline === undefined ? found : await withoutAccepted(context, baseline, found);
  const rendered = await render(format, report, limits, context);
  await writeOutput(context, rendered, { output: options.output, inputs: sources });
  judge(report, limits, context);
}

function limitsOf(options: CheckOptions, config: Config, context: Context): FailOptions {
  const failOn = options.failOn ?? config.check?.failOn ?? 'error';
  return {
    failOn: oneOf(context.lang, '--fail-on', failOn, FAIL_ON),
    maxWarnings: wholeNumber(options.maxWarnings, context) ?? config.check?.maxWarnings,
  };
}

async function checkFiles(
  sources: readonly string[],
  options: CheckOptions,
  config: Config,
  context: Context,
): Promise<CheckReport> {
  const { lang, io } = context;
  const reading = readOptions(context, config, { name: '--layout', value: options.layout });
  const [{ checkMaps, RULE_IDS }, { readMapFrom }] = await Promise.all([
    import('../../pipeline.ts'),
    import('../read-map.ts'),
  ]);
  const only = options.rule?.split(',').map((id) => ruleIdOf(lang, '--rule', id.trim(), RULE_IDS));
  const maps = [];
  for (const source of sources) maps.push(await readMapFrom(io, source, reading));
  return checkMaps(maps, {
    ...(config.rules ? { severities: config.rules } : {}),
    ...(only ? { only } : {}),
  });
}

async function render(
  format: CheckFormat,
  report: CheckReport,
  { failOn }: FailOptions,
  context: Context,
): Promise<string> {
  const { renderFindings } = await import('../../render/findings.ts');
  const { lang, width, toolVersion } = context;
  return renderFindings(format, report, { lang, width, toolVersion, failOn, style: await context.style() });
}

function judge(report: CheckReport, limits: FailOptions, context: Context): void {
  const counts = countSeverities(findingsOf(report));
  const limit = limits.maxWarnings;
  if (limit !== undefined && counts.warning > limit) {
    const text = checkCliTexts[context.lang].tooManyWarnings;
    context.say(fill(text, { count: counts.warning, limit }));
  }
  context.setExitCode(checkExitCode(counts, limits));
}

const ENDINGS: Readonly<Record<string, CheckFormat>> = {
  json: 'json',
  sarif: 'sarif',
  xml: 'junit',
  md: 'markdown',
};

function formatOf(output: string | undefined): CheckFormat {
  return ENDINGS[output?.toLowerCase().split('.').at(-1) ?? ''] ?? 'text';
}

function wholeNumber(value: string | undefined, { lang }: Context): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value))
    throw invalidValue(lang, '--max-warnings', value, checkCliTexts[lang].wholeNumber);
  return Number(value);
}
