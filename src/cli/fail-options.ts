import type { Config } from '../config/schema.ts';
import { FAIL_ON } from '../model/check-report.ts';
import { checkCliTexts } from '../words/check-cli.ts';
import type { Context } from './context.ts';
import type { FailOptions } from './exit-code.ts';
import { invalidValue, oneOf } from './usage-error.ts';

/** Options that say when a check fails. */
export interface LimitOptions {
  readonly failOn?: string;
  readonly maxWarnings?: string;
}

/** When the check fails: as the options say, else the configuration, else on errors. */
export function failOptions(options: LimitOptions, config: Config, context: Context): FailOptions {
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
