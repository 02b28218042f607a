import type { Command } from 'commander';
import {
  CHECK_FORMATS,
  type CheckFormat,
  type CheckReport,
  countSeverities,
  findingsOf,
} from '../../model/check-report.ts';
import { LAYOUT_NAMES } from '../../model/process-map.ts';
import { plainStyle, type Style } from '../../render/style.ts';
import { checkCliTexts } from '../../words/check-cli.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { BASELINE_FILE, withoutAccepted, writeBaseline } from '../baseline-file.ts';
import { type CheckInput, checkFiles, type LimitOptions, limitsOf } from '../check-files.ts';
import type { Context } from '../context.ts';
import { checkExitCode, type FailOptions } from '../exit-code.ts';
import { CONFIG_FILE, configuredPath, loadConfig } from '../load-config.ts';
import { oneOf } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';

interface CheckOptions extends CheckInput, LimitOptions {
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
  const style = options.output === undefined ? await context.style() : plainStyle;
  const rendered = await render(format, report, { ...limits, style }, context);
  await writeOutput(context, rendered, { output: options.output, inputs: sources });
  judge(report, limits, context);
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

const ENDINGS: Readonly<Record<string, CheckFormat>> = {
  json: 'json',
  sarif: 'sarif',
  xml: 'junit',
  md: 'markdown',
};

function formatOf(output: string | undefined): CheckFormat {
  return ENDINGS[output?.toLowerCase().split('.').at(-1) ?? ''] ?? 'text';
}
