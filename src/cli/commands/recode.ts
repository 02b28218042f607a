import type { Command } from 'commander';
import type { TimesheetKind } from '../../app/open-timesheet.ts';
import type { RecodeOptions } from '../../app/recode.ts';
import type { RecodeJob, RecodeOutcome } from '../../app/recode-file.ts';
import { recodeOptions } from '../../app/recode-wish.ts';
import { RECODED_ENDINGS, rejectsName } from '../../app/recoded-names.ts';
import type { Remainder } from '../../model/recode-record.ts';
import { isoDay } from '../../values/iso-date.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { recodeCliTexts } from '../../words/recode-cli.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { requireEnding } from '../output-ending.ts';
import { fileProgress, shownReading } from '../progress.ts';
import { today } from '../provenance.ts';
import { invalidValue, oneOf } from '../usage-error.ts';

const FORMATS = ['text', 'json'] as const;

interface Options {
  readonly crosswalk: string;
  readonly output?: string;
  readonly rejects?: string;
  readonly code?: string;
  readonly amount?: string;
  readonly person?: string;
  readonly date?: string;
  readonly validFrom?: string;
  readonly decimalSign?: string;
  readonly decimals?: string;
  readonly allocate?: string;
  readonly repeat?: string;
  readonly keep?: string;
  readonly labels?: boolean;
  readonly continue?: string;
  readonly audit?: boolean;
  readonly dryRun?: boolean;
  readonly notRecoded?: boolean;
  readonly sheet: readonly string[];
  readonly failOn?: string;
  readonly format?: string;
}

/** `procmap recode`: a time-sheet carried over to the new codes. */
export function addRecode(program: Command, context: Context): void {
  const texts = recodeCliTexts[context.lang];
  program
    .command('recode')
    .description(texts.recode)
    .argument('<timesheet...>', texts.timesheetArgument)
    .requiredOption('--crosswalk <file>', texts.crosswalkOption)
    .option('-o, --output <file>', texts.outputOption)
    .option('--rejects <file>', texts.rejectsOption)
    .option('--sheet <name>', texts.sheetOption, (sheet, sheets: string[]) => [...sheets, sheet], [])
    .option('--code <column>', texts.codeOption)
    .option('--amount <columns>', texts.amountOption)
    .option('--repeat <columns>', texts.repeatOption)
    .option('--keep <codes>', texts.keepOption)
    .option('--no-labels', texts.noLabelsOption)
    .option('--continue <record>', texts.continueOption)
    .option('--person <column>', texts.personOption)
    .option('--date <column>', texts.dateOption)
    .option('--valid-from <day>', texts.validFromOption)
    .option('--decimal-sign <sign>', texts.decimalSignOption)
    .option('--decimals <n>', texts.decimalsOption)
    .option('--allocate <how>', texts.allocateOption)
    .option('--audit', texts.auditOption)
    .option('--dry-run', texts.dryRunOption)
    .option('--not-recoded', texts.notRecodedOption)
    .option('--fail-on <what>', texts.failOnOption)
    .option(
      '-f, --format <format>',
      fill(cliTexts[context.lang].formatOption, { formats: FORMATS.join(', ') }),
      'text',
    )
    .action((timesheets: readonly string[], options: Options) => recode(timesheets, options, context));
}

async function recode(timesheets: readonly string[], options: Options, context: Context): Promise<void> {
  const { lang, io, width } = context;
  const format = oneOf(lang, '--format', options.format ?? 'text', FORMATS);
  const failOn = oneOf(lang, '--fail-on', options.failOn ?? 'rejects', ['rejects', 'never']);
  const { renderRecodeText } = await import('../../render/recode-text.ts');
  const { report, written } = await outcomeOf(timesheets, options, context);
  const drawing = {
    ...{ lang, width, file: timesheets.join(', '), crosswalk: options.crosswalk },
    dryRun: options.dryRun === true,
  };
  io.stdout.write(
    format === 'json'
      ? `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`
      : renderRecodeText(report, { ...drawing, style: await context.style() }),
  );
  for (const file of written) context.say(fill(cliTexts[lang].wrote, { file }));
  if (report.rows.rejected > 0 && failOn === 'rejects') context.setExitCode(EXIT.failed);
}

/** One file goes to a file; several, or a folder, to a folder. */
async function outcomeOf(
  timesheets: readonly string[],
  options: Options,
  context: Context,
): Promise<RecodeOutcome> {
  const { files } = context.io;
  const [only = ''] = timesheets;
  const job = await jobOf(only, options, context);
  if (timesheets.length === 1 && (await files.kind(only)) !== 'folder') {
    const { recodeFile } = await import('../../app/recode-file.ts');
    return recodeFile(shownReading(context), job);
  }
  if (options.rejects !== undefined)
    throw new ProcmapError('usage', { message: recodeCliTexts[context.lang].rejectsOfMany });
  const { recodeFiles } = await import('../../app/recode-files.ts');
  const bar = fileProgress(context);
  return recodeFiles(context.io.files, { ...job, timesheets, onFile: bar.show }).finally(bar.clear);
}

async function jobOf(timesheet: string, options: Options, context: Context): Promise<RecodeJob> {
  const { lang } = context;
  if (options.output === undefined && !options.dryRun)
    throw new ProcmapError('usage', { message: recodeCliTexts[lang].outputMissing });
  const allocate = oneOf(lang, '--allocate', options.allocate ?? 'none', ['none', 'equal', 'default']);
  const validFrom = validFromOf(options, context);
  const carried = await carriedOf(options, context);
  const own = recodeOptionsOf(timesheet, options, context);
  const wanted = {
    ...own,
    keep: [...(await keptByConfig(context)), ...(own.keep ?? [])],
    ...(carried === null ? {} : { carried }),
  };
  const [{ buildPlan }, { readCrosswalk }, { sayNotice }] = await Promise.all([
    import('../../app/recode.ts'),
    import('../../app/read-crosswalk.ts'),
    import('../say-notice.ts'),
  ]);
  const crosswalk = await readCrosswalk(context.io.files, options.crosswalk, sayNotice(context));
  const output = options.dryRun ? null : (options.output ?? null);
  const rejects = options.rejects ?? rejectsName(options.output ?? timesheet);
  return {
    timesheet,
    crosswalk,
    plan: buildPlan(crosswalk.crosswalk, { allocate, ...validFrom }),
    options: wanted,
    output,
    rejects,
    recodedOn: today(context),
    ...(output === null ? {} : { accept: (kind) => requireEndings({ output, rejects }, kind, context) }),
  };
}

/** Codes that stay what they are in every time-sheet of the office. */
async function keptByConfig({ io }: Context): Promise<readonly string[]> {
  const { loadConfig } = await import('../../app/load-config.ts');
  const { config } = await loadConfig(io.files, undefined);
  return config.recode?.keep ?? [];
}

/** The names of the files to write have to say what kind of file they are. */
function requireEndings(
  { output, rejects }: { readonly output: string; readonly rejects: string },
  kind: TimesheetKind,
  { lang }: Context,
): void {
  const endings = RECODED_ENDINGS[kind];
  requireEnding(lang, '-o', { output, endings });
  requireEnding(lang, '--rejects', { output: rejects, endings });
}

function recodeOptionsOf(timesheet: string, options: Options, { lang }: Context): RecodeOptions {
  const { decimalSign, decimals = '0', sheet, code, amount, person, date, repeat, keep } = options;
  const wish = {
    ...{ code, amount, person, date, repeat, keep, sheets: sheet, labels: options.labels },
    ...{ audit: options.audit, notRecoded: options.notRecoded },
    point: decimalSign === undefined ? null : oneOf(lang, '--decimal-sign', decimalSign, ['.', ','] as const),
    decimals: Number(oneOf(lang, '--decimals', decimals, ['0', '1', '2', '4'])),
  };
  return recodeOptions(timesheet, wish, lang);
}

/** The remainders of an earlier run, from its record. */
async function carriedOf(
  { continue: file }: Options,
  { io, lang }: Context,
): Promise<readonly Remainder[] | null> {
  if (file === undefined) return null;
  const [{ readSourceText }, { parseRecord }] = await Promise.all([
    import('../../app/read-source.ts'),
    import('../../model/recode-record.ts'),
  ]);
  const record = parseRecord(await readSourceText(io.files, file));
  if (record?.remainders === undefined)
    throw invalidValue(lang, '--continue', file, recodeCliTexts[lang].continueUnread);
  return record.remainders;
}

function validFromOf({ validFrom }: Options, { lang }: Context): { readonly validFrom?: string | null } {
  if (validFrom === undefined) return {};
  if (validFrom === 'none') return { validFrom: null };
  const day = isoDay(validFrom);
  if (day === null) throw invalidValue(lang, '--valid-from', validFrom, recodeCliTexts[lang].isoDate);
  return { validFrom: day };
}
