import type { Command } from 'commander';
import { BASELINE_FILE } from '../../app/baseline.ts';
import { CONFIG_FILE } from '../../app/load-config.ts';
import type { Config } from '../../config/schema.ts';
import {
  CHECK_FORMATS,
  type CheckFormat,
  type CheckReport,
  countSeverities,
  findingsOf,
} from '../../model/check-report.ts';
import { LAYOUT_NAMES } from '../../model/process-map.ts';
import { checkFormatOf } from '../../render/check-format.ts';
import { plainStyle, type Style } from '../../render/style.ts';
import { checkCliTexts } from '../../words/check-cli.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import type { Context } from '../context.ts';
import { checkExitCode, type FailOptions } from '../exit-code.ts';
import { failOptions, type LimitOptions } from '../fail-options.ts';
import { readOptions } from '../read-options.ts';
import { ruleIdOf } from '../rule-id.ts';
import { sayNotice } from '../say-notice.ts';
import { oneOf } from '../usage-error.ts';
import { writeOutputs } from '../write-output.ts';

interface CheckOptions extends LimitOptions {
  readonly rule?: string;
  readonly layout?: string;
  readonly sheet?: string;
  readonly format?: string;
  readonly output?: string;
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
    .option('--sheet <name>', shared.sheetOption)
    .option('--config <file>', fill(texts.configOption, { file: CONFIG_FILE }))
    .option('--baseline <file>', texts.baselineOption)
    .option('--write-baseline [file]', fill(texts.writeBaselineOption, { file: BASELINE_FILE }))
    .action((sources: readonly string[], options: CheckOptions) => check(sources, options, context));
}

async function check(sources: readonly string[], options: CheckOptions, context: Context): Promise<void> {
  const { lang, say, io } = context;
  const format = oneOf(lang, '--format', options.format ?? checkFormatOf(options.output), CHECK_FORMATS);
  const [{ loadConfig }, baselines] = await Promise.all([
    import('../../app/load-config.ts'),
    import('../../app/baseline.ts'),
  ]);
  const { config, baseline: configured } = await loadConfig(io.files, options.config);
  const limits = failOptions(options, config, context);
  const found = await findingsIn(sources, options, config, context);
  const baseline = options.baseline ?? configured;
  if (options.writeBaseline !== undefined) {
    const file = options.writeBaseline === true ? (baseline ?? BASELINE_FILE) : options.writeBaseline;
    const count = await baselines.writeBaseline(io.files, file, found, sources);
    return say(fill(checkCliTexts[lang].wroteBaseline, { file, count }));
  }
  const { report, gone } =
    baseline === undefined
      ? { report: found, gone: 0 }
      : await baselines.withoutAccepted(io.files, baseline, found);
  if (gone > 0) say(fill(checkCliTexts[lang].baselineGone, { file: baseline ?? '', count: gone }));
  const style = options.output === undefined ? await context.style() : plainStyle;
  const data = await render(format, report, { ...limits, style }, context);
  await writeOutputs(context, [{ output: options.output, data }], sources);
  judge(report, limits, context);
}

/** The findings of the rules that the options and the configuration ask for. */
async function findingsIn(
  sources: readonly string[],
  options: CheckOptions,
  config: Config,
  context: Context,
): Promise<CheckReport> {
  const reading = readOptions(context, config, { value: options.layout, sheet: options.sheet });
  const [{ checkFiles }, { ruleList }] = await Promise.all([
    import('../../app/check-files.ts'),
    import('../../app/rule-list.ts'),
  ]);
  const ids = ruleList().map(({ id }) => id);
  const only = options.rule?.split(',').map((id) => ruleIdOf(context.lang, '--rule', id.trim(), ids));
  return checkFiles(context.io.files, sources, {
    reading,
    tell: sayNotice(context),
    ...(config.rules ? { severities: config.rules } : {}),
    ...(only ? { only } : {}),
  });
}

async function render(
  format: CheckFormat,
  report: CheckReport,
  { failOn, style }: FailOptions & { readonly style: Style },
  context: Context,
): Promise<string> {
  const { renderFindings } = await import('../../render/findings.ts');
  const { lang, width, toolVersion } = context;
  return renderFindings(format, report, { lang, width, toolVersion, failOn, style });
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
