import type { Command } from 'commander';
import { CONFIG_FILE } from '../../app/load-config.ts';
import type { ProcessMap } from '../../model/process-map.ts';
import { checkCliTexts } from '../../words/check-cli.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { compareAsAsked } from '../compare-options.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { readOptions } from '../read-options.ts';
import { invalidValue, oneOf, usage } from '../usage-error.ts';
import { writeOutputs } from '../write-output.ts';

interface ConvertOptions {
  readonly output?: string;
  readonly format?: string;
  readonly layout?: string;
  readonly inputLayout?: string;
  readonly sheet?: string;
  readonly config?: string;
  readonly fix?: boolean;
  readonly decisions?: string;
  readonly mintIds?: boolean;
  readonly from?: string;
}

const FORMATS = ['csv', 'json', 'xlsx', 'ttl'] as const;
const LAYOUTS = ['local', 'national'] as const;

/** `procmap convert`: a map in another form, with nothing lost. */
export function addConvert(program: Command, context: Context): void {
  const texts = checkCliTexts[context.lang];
  program
    .command('convert')
    .description(texts.convert)
    .argument('<map>', cliTexts[context.lang].mapArgument)
    .option('-o, --output <file>', texts.convertOutputOption)
    .option(
      '-f, --format <format>',
      fill(cliTexts[context.lang].formatOption, { formats: FORMATS.join(', ') }),
    )
    .option('--layout <name>', fill(texts.convertLayoutOption, { layouts: LAYOUTS.join(', ') }))
    .option('--fix', texts.fixOption)
    .option('--decisions <file>', texts.restoreOption)
    .option('--mint-ids', texts.mintIdsOption)
    .option('--from <map>', texts.fromOption)
    .option('--input-layout <name>', texts.readLayoutOption)
    .option('--sheet <name>', cliTexts[context.lang].sheetOption)
    .option('--config <file>', fill(texts.configOption, { file: CONFIG_FILE }))
    .action((source: string, options: ConvertOptions) => convert(source, options, context));
}

async function convert(source: string, options: ConvertOptions, context: Context): Promise<void> {
  const { io, lang } = context;
  const format = oneOf(lang, '--format', formatOf(options, context), FORMATS);
  const [{ loadConfig }, { readMapFile }, { besideTurtle, convertMap, ownLayout }] = await Promise.all([
    import('../../app/load-config.ts'),
    import('../../app/read-map-file.ts'),
    import('../../app/convert-map.ts'),
  ]);
  if (options.from !== undefined && !options.mintIds) throw usage(checkCliTexts[lang].fromAlone);
  const { config } = await loadConfig(io.files, options.config);
  const input = readOptions(context, config, {
    name: '--input-layout',
    value: options.inputLayout,
    sheet: options.sheet,
  });
  const map = await readMapFile(io.files, source, input);
  const withIds = options.mintIds ? await minted(map, source, options, context) : map;
  const whole =
    options.decisions === undefined ? withIds : await restored(withIds, options.decisions, context);
  const wanted = options.fix ? await fix(whole, context) : whole;
  const layout = oneOf(lang, '--layout', options.layout ?? ownLayout(map), LAYOUTS);
  const { catalogue } = config;
  const target = { format, layout, output: options.output ?? '-', catalogue };
  const { bytes, leftOut } = await convertMap(wanted, target);
  const beside =
    format === 'ttl' && options.output !== undefined && options.output !== '-'
      ? await besideTurtle(wanted, options.output, catalogue)
      : [];
  await writeOutputs(
    context,
    [{ output: options.output, data: bytes }, ...beside],
    [source, options.decisions, options.from],
  );
  if (options.output !== undefined) {
    const count = formatNumber(lang, wanted.nodes.length);
    context.say(fill(checkCliTexts[lang].converted, { file: options.output, count }));
  }
  for (const { output } of beside) context.say(fill(cliTexts[lang].wrote, { file: output }));
  if (format === 'ttl' && catalogue === undefined) context.say(checkCliTexts[lang].noCatalogue);
  const missing = checkCliTexts[lang].leftOut(leftOut);
  if (missing !== '') context.say(missing);
}

/** Gives identifiers, those of the revision before where it is named; what nobody has decided is told. */
async function minted(
  map: ProcessMap,
  source: string,
  { from, decisions, sheet }: ConvertOptions,
  context: Context,
): Promise<ProcessMap> {
  const { mintIds } = await import('../../app/mint-ids.ts');
  const asked = {
    ...(decisions === undefined ? {} : { decisions }),
    ...(sheet === undefined ? {} : { newSheet: sheet }),
  };
  const comparison = from === undefined ? null : await compareAsAsked(from, source, asked, context);
  const { map: whole, undecided, ...counts } = mintIds(map, comparison);
  const texts = checkCliTexts[context.lang];
  context.say(fill(texts.minted, counts));
  if (undecided.length > 0) {
    context.say(fill(texts.mintedUndecided, { count: undecided.length, codes: undecided.join(', ') }));
    context.setExitCode(EXIT.failed);
  }
  return whole;
}

/** Puts the entries back that decisions restore, and says which. */
async function restored(map: ProcessMap, file: string, { io, lang, say }: Context): Promise<ProcessMap> {
  const { restoreFromFile } = await import('../../app/restore-from-file.ts');
  const { map: whole, entries } = await restoreFromFile(io.files, map, file);
  const texts = checkCliTexts[lang];
  const codes = entries.map(({ code }) => code.text).join(', ');
  say(entries.length === 0 ? texts.nothingToRestore : fill(texts.restored, { count: entries.length, codes }));
  return whole;
}

/** Puts codes in canonical form and lists what that changes. */
async function fix(map: ProcessMap, { lang, say }: Context): Promise<ProcessMap> {
  const [{ fixCodes }, { renderFixedCodes }] = await Promise.all([
    import('../../render/written-code.ts'),
    import('../../render/fixed-codes-text.ts'),
  ]);
  const { map: canonical, fixed } = fixCodes(map);
  for (const line of renderFixedCodes(fixed, lang)) say(line);
  return canonical;
}

/** The format asked for, or the one that the output's ending names. */
function formatOf({ format, output }: ConvertOptions, { lang }: Context): string {
  if (format !== undefined) return format;
  if (output === undefined) throw invalidValue(lang, '--output', '', checkCliTexts[lang].convertFormats);
  const ending = output.toLowerCase().split('.').at(-1) ?? '';
  if (!(FORMATS as readonly string[]).includes(ending))
    throw invalidValue(lang, '--output', output, checkCliTexts[lang].convertFormats);
  return ending;
}
