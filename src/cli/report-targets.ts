import { REPORT_FORMATS, type ReportFormat } from '../model/report.ts';
import { REPORT_ENDINGS, reportFormatOf } from '../render/report-format.ts';
import { cliTexts } from '../words/cli.ts';
import type { Context } from './context.ts';
import { invalidValue, oneOf, usage } from './usage-error.ts';

/** A report to write: its format, and where it goes; standard output without a file. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly output: string | undefined;
}

/**
 * What to write where: the ending of a file tells its format, `--format` overrides it.
 *
 * @throws ProcmapError when an ending says nothing, when one format is asked for several files, or when a workbook
 * would go to a terminal
 */
export function reportTargets(
  outputs: readonly string[],
  format: string | undefined,
  { lang, io }: Context,
): readonly ReportTarget[] {
  const asked = format === undefined ? undefined : oneOf(lang, '--format', alias(format), REPORT_FORMATS);
  if (asked !== undefined && outputs.length > 1) throw usage(cliTexts[lang].formatOfSeveral);
  const places = outputs.length === 0 ? [undefined] : outputs;
  const targets = places.map((output) => ({
    output: output === '-' ? undefined : output,
    format: asked ?? formatOf(output, lang),
  }));
  if (io.stdout.isTTY && targets.some((target) => target.output === undefined && target.format === 'xlsx'))
    throw usage(cliTexts[lang].binaryToTerminal);
  return targets;
}

function alias(format: string): string {
  return format === 'md' ? 'markdown' : format;
}

function formatOf(output: string | undefined, lang: Context['lang']): ReportFormat {
  if (output === undefined || output === '-') return 'text';
  const format = reportFormatOf(output);
  if (format === null) throw invalidValue(lang, '-o', output, REPORT_ENDINGS);
  return format;
}
