import type { Config } from '../config/schema.ts';
import { type CheckReport, FAIL_ON } from '../model/check-report.ts';
import { checkCliTexts } from '../words/check-cli.ts';
import type { Context } from './context.ts';
import type { FailOptions } from './exit-code.ts';
import { readOptions } from './load-config.ts';
import { ruleIdOf } from './rule-id.ts';
import { invalidValue, oneOf } from './usage-error.ts';

/** Options that say what is checked. */
export interface CheckInput {
  readonly rule?: string;
  readonly layout?: string;
}

/** Options that say when a check fails. */
export interface LimitOptions {
  readonly failOn?: string;
  readonly maxWarnings?: string;
}

/** Reads and checks maps, with the rules that the options and the configuration ask for. */
export async function checkFiles(
  sources: readonly string[],
  options: CheckInput,
  config: Config,
  context: Context,
): Promise<CheckReport> {
  const { lang, io } = context;
  const reading = readOptions(context, config, { name: '--layout', value: options.layout });
  const [{ checkMaps, RULE_IDS }, { readMapFrom }] = await Promise.all([
    import('../app/compare.ts'),
    import('./read-map.ts'),
  ]);
  const only = options.rule?.split(',').map((id) => ruleIdOf(lang, '--rule', id.trim(), RULE_IDS));
  const maps = [];
  for (const source of sources) maps.push(await readMapFrom(io, source, reading));
  return checkMaps(maps, {
    ...(config.rules ? { severities: config.rules } : {}),
    ...(only ? { only } : {}),
  });
}

/** When the check fails: as the options say, else the configuration, else on errors. */
export function limitsOf(options: LimitOptions, config: Config, context: Context): FailOptions {
  const failOn = options.failOn ?? config.check?.failOn ?? 'error';
  return {
    failOn: oneOf(context.lang, '--fail-on', failOn, FAIL_ON),
    maxWarnings: wholeNumber(options.maxWarnings, context) ?? config.check?.maxWarnings,
  };
}

function wholeNumber(value: string | undefined, { lang }: Context): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value))
    throw invalidValue(lang, '--max-warnings', value, checkCliTexts[lang].wholeNumber);
  return Number(value);
}
