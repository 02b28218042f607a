import type { Command } from 'commander';
import type { Comparison } from '../../app/comparison.ts';
import type { Crosswalk } from '../../model/crosswalk.ts';
import type { CrosswalkFile } from '../../render/crosswalk-document.ts';
import { isoDay } from '../../values/iso-date.ts';
import { cliTexts } from '../../words/cli.ts';
import { crosswalkCliTexts } from '../../words/crosswalk-cli.ts';
import { fill } from '../../words/language.ts';
import { safeText } from '../../words/safe-text.ts';
import { type CompareOptions, compareAsAsked, withCompareOptions } from '../compare-options.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { requireEnding } from '../output-ending.ts';
import { invalidValue, oneOf, usage } from '../usage-error.ts';
import { type OutputTarget, writeOutputs } from '../write-output.ts';

interface CrosswalkOptions extends CompareOptions {
  readonly output?: string;
  readonly format?: string;
  readonly profile: string;
  readonly csv: string;
  readonly dialect: string;
  readonly allocate: string;
  readonly validFrom?: string;
  readonly strict?: string;
  readonly import?: string;
  readonly oldColumn?: string;
  readonly newColumn?: string;
}

/** What a strict run asks for. */
const STRICT = ['decided', 'complete'] as const;

/** `--strict` alone asks for what is decided: spelled out, so that the map after it is not taken for its value. */
export function spellOutStrict(argv: readonly string[]): readonly string[] {
  if (argv.find((argument) => !argument.startsWith('-')) !== 'crosswalk') return argv;
  return argv.flatMap((argument, i) => {
    if (argument === 'complete' && argv[i - 1] === '--strict') return [];
    if (argument !== '--strict') return [argument];
    return [`--strict=${argv[i + 1] === 'complete' ? 'complete' : 'decided'}`];
  });
}

/** `procmap crosswalk`: the table that other programs apply. */
export function addCrosswalk(program: Command, context: Context): void {
  const texts = cliTexts[context.lang];
  const own = crosswalkCliTexts[context.lang];
  const formats = 'csv, xlsx, json, sssom, sql, ttl, decisions';
  const command = program
    .command('crosswalk')
    .description(texts.crosswalk)
    .argument('[old]', texts.oldArgument)
    .argument('[new]', texts.newArgument)
    .option('-o, --output <file>', texts.outputOption)
    .option('-f, --format <format>', fill(texts.formatOption, { formats }))
    .option('--profile <full|payroll>', own.profileOption, 'full')
    .option('--allocate <none|equal>', own.allocateOption, 'none')
    .option('--valid-from <day>', own.validFromOption)
    .option('--csv <dialect>', own.csvOption, 'standard')
    .option('--dialect <engine>', own.dialectOption, 'standard')
    .option('--strict [complete]', texts.strictOption)
    .option('--import <file>', own.importOption)
    .option('--old-column <name>', own.oldColumnOption)
    .option('--new-column <name>', own.newColumnOption);
  withCompareOptions(command, context).action(
    (oldSource: string | undefined, newSource: string | undefined, options: CrosswalkOptions) =>
      crosswalk([oldSource, newSource], options, context),
  );
}

async function crosswalk(
  sources: readonly [string | undefined, string | undefined],
  options: CrosswalkOptions,
  context: Context,
): Promise<void> {
  const { lang, say, setExitCode, toolVersion } = context;
  const { output } = options;
  const order = await readOptions(options, context);
  const [{ makeCrosswalk }, { renderCrosswalkSummary, renderObstacles }] = await Promise.all([
    import('../../app/make-crosswalk.ts'),
    import('../../render/crosswalk-text.ts'),
  ]);
  const comparison = await comparisonOf(sources, options, context);
  const { document, file, obstacles } = await makeCrosswalk(comparison, { ...order, toolVersion });
  if (file !== null) {
    const inputs = [...sources, options.import, options.decisions];
    await writeOutputs(context, outputsOf(file, output), inputs);
    if (output !== undefined && output !== '-')
      for (const line of renderCrosswalkSummary(document, output, lang)) say(line);
  }
  if (order.style.csv === 'excel-it') await warnOfNumbers(document.crosswalk, context);
  if (obstacles.length === 0 || (file !== null && options.strict === undefined)) return;
  say(renderObstacles(obstacles, file === null ? 'payroll' : 'strict', lang).join('\n'));
  setExitCode(EXIT.failed);
}

/** Excel makes numbers and days of codes that look like them. */
async function warnOfNumbers(crosswalk: Crosswalk, { lang, say }: Context): Promise<void> {
  const { codesLikeNumbers } = await import('../../app/codes-like-numbers.ts');
  const alike = codesLikeNumbers(crosswalk);
  if (alike !== null) say(safeText(fill(crosswalkCliTexts[lang].codesLikeNumbers, alike)));
}

/** Of two maps, or of a correspondence that somebody has published. */
async function comparisonOf(
  [old, fresh]: readonly [string | undefined, string | undefined],
  options: CrosswalkOptions,
  context: Context,
): Promise<Comparison> {
  const { lang, io, say } = context;
  const texts = crosswalkCliTexts[lang];
  const { import: published, oldColumn, newColumn } = options;
  if (published === undefined) {
    if (old === undefined || fresh === undefined) throw usage(texts.twoMaps);
    return compareAsAsked(old, fresh, options, context);
  }
  if (old !== undefined) throw usage(texts.importAlone);
  const [{ readSource }, { importCorrespondence }] = await Promise.all([
    import('../../app/read-source.ts'),
    import('../../app/import-correspondence.ts'),
  ]);
  const bytes = await readSource(io.files, published);
  const hints = {
    ...(oldColumn ? { oldCode: oldColumn } : {}),
    ...(newColumn ? { newCode: newColumn } : {}),
  };
  const { comparison, columns } = await importCorrespondence({ name: published, bytes }, hints);
  say(safeText(fill(texts.imported, { file: published, ...columns })));
  return comparison;
}

/** The table, and what belongs beside it where it goes to a file. */
function outputsOf({ data, beside }: CrosswalkFile, output: string | undefined): readonly OutputTarget[] {
  const table = { output, data };
  if (!beside || output === undefined || output === '-') return [table];
  return [table, { output: output.replace(/(\.[^./\\]*)?$/, beside.ending), data: beside.data }];
}

/** How the maps are published, as the configuration says. */
async function catalogueOf(files: Context['io']['files']) {
  const { loadConfig } = await import('../../app/load-config.ts');
  return (await loadConfig(files, undefined)).config.catalogue;
}

async function readOptions(options: CrosswalkOptions, { lang, io }: Context) {
  const { CROSSWALK_ENDINGS, CROSSWALK_FORMATS, crosswalkFormatOf, profilesOf } = await import(
    '../../render/crosswalk.ts'
  );
  const { CROSSWALK_PROFILES } = await import('../../render/crosswalk-csv.ts');
  const { CSV_DIALECTS } = await import('../../render/csv.ts');
  const { SQL_DIALECT_NAMES } = await import('../../render/sql-dialects.ts');
  const { output, allocate, validFrom, strict } = options;
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
  const csv = oneOf(lang, '--csv', options.csv, CSV_DIALECTS);
  if (csv !== 'standard' && format !== 'csv') throw invalidValue(lang, '--format', format, ['csv']);
  const sql = oneOf(lang, '--dialect', options.dialect, SQL_DIALECT_NAMES);
  if (sql !== 'standard' && format !== 'sql') throw invalidValue(lang, '--format', format, ['sql']);
  const equal = oneOf(lang, '--allocate', allocate, ['none', 'equal']) === 'equal';
  return {
    format,
    profile,
    style: { csv, sql, lang, catalogue: format === 'ttl' ? await catalogueOf(io.files) : undefined },
    wanted: strict === undefined ? STRICT[0] : oneOf(lang, '--strict', strict, STRICT),
    plan: { allocateEqual: equal, ...(validDay ? { validFrom: validDay } : {}) },
  };
}
