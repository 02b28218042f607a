import type { Command } from 'commander';
import type { Comparison } from '../../app/compare.ts';
import type { CrosswalkCheck } from '../../model/crosswalk-check.ts';
import type { CrosswalkDocument, CrosswalkFormat } from '../../render/crosswalk.ts';
import type { CrosswalkProfile } from '../../render/crosswalk-csv.ts';
import { isoDay } from '../../values/iso-date.ts';
import { cliTexts } from '../../words/cli.ts';
import { crosswalkCliTexts } from '../../words/crosswalk-cli.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { type CompareOptions, compareFiles, withCompareOptions } from '../compare-files.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { requireEnding } from '../output-ending.ts';
import { invalidValue, oneOf } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';

interface CrosswalkOptions extends CompareOptions {
  readonly output?: string;
  readonly format?: string;
  readonly profile: string;
  readonly allocate: string;
  readonly validFrom?: string;
  readonly strict?: boolean;
}

/** `procmap crosswalk`: the table that other programs apply. */
export function addCrosswalk(program: Command, context: Context): void {
  const texts = cliTexts[context.lang];
  const own = crosswalkCliTexts[context.lang];
  const formats = 'csv, xlsx, json, sssom, sql, decisions';
  const command = program
    .command('crosswalk')
    .description(texts.crosswalk)
    .argument('<old>', texts.oldArgument)
    .argument('<new>', texts.newArgument)
    .option('-o, --output <file>', texts.outputOption)
    .option('-f, --format <format>', fill(texts.formatOption, { formats }))
    .option('--profile <full|payroll>', own.profileOption, 'full')
    .option('--allocate <none|equal>', own.allocateOption, 'none')
    .option('--valid-from <day>', own.validFromOption)
    .option('--strict', texts.strictOption);
  withCompareOptions(command, context).action(
    (oldSource: string, newSource: string, options: CrosswalkOptions) =>
      crosswalk([oldSource, newSource], options, context),
  );
}

async function crosswalk(
  sources: readonly [string, string],
  options: CrosswalkOptions,
  context: Context,
): Promise<void> {
  const { format, profile, plan } = await readOptions(options, context);
  const { checkedCrosswalkOf, decisionsOf } = await import('../../app/compare.ts');
  const comparison = await compareFiles(...sources, options, context);
  const { crosswalk: table, check } = checkedCrosswalkOf(comparison, plan);
  const stale = comparison.report.decisions?.stale.length ?? 0;
  if (profile === 'payroll' && refuse(check, stale, 'payroll', context)) return;
  const { old, new: fresh } = comparison.report;
  const decisions = format === 'decisions' ? decisionsOf(comparison) : [];
  const document = { crosswalk: table, check, old, new: fresh, decisions, toolVersion: context.toolVersion };
  await write(document, { format, profile, sources, comparison, options }, context);
  sayWritten(document, options.output, context);
  if (options.strict) refuse(check, stale, 'strict', context);
}

async function readOptions(options: CrosswalkOptions, { lang }: Context) {
  const { CROSSWALK_ENDINGS, CROSSWALK_FORMATS, crosswalkFormatOf, profilesOf } = await import(
    '../../render/crosswalk.ts'
  );
  const { CROSSWALK_PROFILES } = await import('../../render/crosswalk-csv.ts');
  const { output, allocate, validFrom } = options;
  if (options.format === undefined) requireEnding(lang, '-o', { output, endings: CROSSWALK_ENDINGS });
  const format = oneOf(lang, '--format', options.format ?? crosswalkFormatOf(output), CROSSWALK_FORMATS);
  const profile = oneOf(lang, '--profile', options.profile, CROSSWALK_PROFILES);
  if (!profilesOf(format).includes(profile)) {
    const possible = CROSSWALK_FORMATS.filter((each) => profilesOf(each).includes(profile));
    throw invalidValue(lang, '--format', format, possible);
  }
  const validDay = validFrom === undefined ? undefined : isoDay(validFrom);
  if (validFrom !== undefined && validDay === null)
    throw invalidValue(lang, '--valid-from', validFrom, crosswalkCliTexts[lang].day);
  const equal = oneOf(lang, '--allocate', allocate, ['none', 'equal']) === 'equal';
  return {
    format,
    profile,
    plan: { allocateEqual: equal, ...(validDay ? { validFrom: validDay } : {}) },
  };
}

interface Writing {
  readonly format: CrosswalkFormat;
  readonly profile: CrosswalkProfile;
  readonly sources: readonly string[];
  readonly comparison: Comparison;
  readonly options: CrosswalkOptions;
}

/** What belongs beside the table is written first, so that the table never stands without it. */
async function write(
  document: CrosswalkDocument,
  { format, profile, sources, options }: Writing,
  context: Context,
): Promise<void> {
  const { renderCrosswalk } = await import('../../render/crosswalk.ts');
  const { data, beside } = await renderCrosswalk(format, document, profile);
  const inputs = [...sources, ...(typeof options.decisions === 'string' ? [options.decisions] : [])];
  const { output } = options;
  if (beside && output !== undefined && output !== '-') {
    const file = output.replace(/(\.[^./\\]*)?$/, beside.ending);
    await writeOutput(context, beside.data, { output: file, inputs: [...inputs, output] });
  }
  await writeOutput(context, data, { output, inputs });
}

function sayWritten(
  { crosswalk, check }: CrosswalkDocument,
  file: string | undefined,
  { lang, say }: Context,
): void {
  if (file === undefined || file === '-') return;
  const count = (tier: string) =>
    formatNumber(lang, crosswalk.rows.filter((row) => row.tier === tier).length);
  const rows = formatNumber(lang, crosswalk.rows.length);
  const tiers = { certain: count('certain'), probable: count('probable'), open: count('open') };
  say(fill(cliTexts[lang].crosswalkRows, { file, rows, ...tiers }));
  const { mapped, dropped, open } = check.old;
  const { reached, byRule, added } = check.new;
  const totals = { old: mapped + dropped + open, new: reached + added };
  const counts = { mapped, dropped, open, reached, byRule, added, ...totals };
  const shown = Object.fromEntries(
    Object.entries(counts).map(([name, each]) => [name, formatNumber(lang, each)]),
  );
  const texts = crosswalkCliTexts[lang];
  say(fill(byRule === 0 ? texts.complete : `${texts.complete}; ${texts.byRule}`, shown));
}

const EXAMPLES = 8;

/** Says what a person still has to decide before hours can be recoded, and fails the run. */
function refuse(check: CrosswalkCheck, stale: number, why: 'strict' | 'payroll', context: Context): boolean {
  const { lang, say, setExitCode } = context;
  const texts = crosswalkCliTexts[lang];
  const listed = (codes: readonly string[]) =>
    codes.slice(0, EXAMPLES).join(', ') + (codes.length > EXAMPLES ? ', …' : '');
  const lines = (['open', 'unshared', 'ambiguous'] as const)
    .filter((kind) => check[kind].length > 0)
    .map((kind) =>
      fill(texts[kind], { count: formatNumber(lang, check[kind].length), codes: listed(check[kind]) }),
    );
  if (stale > 0) lines.push(fill(texts.stale, { count: formatNumber(lang, stale) }));
  if (lines.length === 0) return false;
  say([texts[why], ...lines.map((line) => `  ${line}`)].join('\n'));
  setExitCode(EXIT.failed);
  return true;
}
