import type { Command } from 'commander';
import { needsPerson } from '../../model/rekey-report.ts';
import { cliTexts } from '../../words/cli.ts';
import { fill } from '../../words/language.ts';
import { rekeyCliTexts } from '../../words/rekey-cli.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { requireEnding } from '../output-ending.ts';
import { oneOf, usage } from '../usage-error.ts';

const FORMATS = ['text', 'json'] as const;
const ENDINGS = { workbook: ['.xlsx', '.xlsm'], text: ['.csv', '.tsv', '.txt'] } as const;

interface Options {
  readonly crosswalk: string;
  readonly output?: string;
  readonly column?: string;
  readonly split: string;
  readonly repeat?: string;
  readonly amount?: string;
  readonly labels: boolean;
  readonly notRekeyed?: boolean;
  readonly dryRun?: boolean;
  readonly failOn: string;
  readonly format: string;
}

/** `procmap rekey`: a table without hours carried over to the new codes. */
export function addRekey(program: Command, context: Context): void {
  const texts = rekeyCliTexts[context.lang];
  program
    .command('rekey')
    .description(texts.rekey)
    .argument('<table>', texts.tableArgument)
    .requiredOption('--crosswalk <file>', texts.crosswalkOption)
    .option('-o, --output <file>', texts.outputOption)
    .option('--column <column>', texts.columnOption)
    .option('--split <how>', texts.splitOption, 'repeat')
    .option('--repeat <columns>', texts.repeatOption)
    .option('--amount <columns>', texts.amountOption)
    .option('--no-labels', texts.noLabelsOption)
    .option('--not-rekeyed', texts.notRekeyedOption)
    .option('--dry-run', texts.dryRunOption)
    .option('--fail-on <what>', texts.failOnOption, 'person')
    .option(
      '-f, --format <format>',
      fill(cliTexts[context.lang].formatOption, { formats: FORMATS.join(', ') }),
      'text',
    )
    .action((table: string, options: Options) => rekey(table, options, context));
}

async function rekey(table: string, options: Options, context: Context): Promise<void> {
  const { lang, io, width } = context;
  const format = oneOf(lang, '--format', options.format, FORMATS);
  const failOn = oneOf(lang, '--fail-on', options.failOn, ['person', 'never'] as const);
  const split = oneOf(lang, '--split', options.split, ['repeat', 'main'] as const);
  if (options.output === undefined && !options.dryRun) throw usage(rekeyCliTexts[lang].outputMissing);
  const output = options.dryRun ? null : (options.output ?? null);
  const [{ rekeyFile }, { readCrosswalk }, { renderRekeyText }, { sayNotice }] = await Promise.all([
    import('../../app/rekey-file.ts'),
    import('../../app/read-crosswalk.ts'),
    import('../../render/rekey-text.ts'),
    import('../say-notice.ts'),
  ]);
  const crosswalk = await readCrosswalk(io.files, options.crosswalk, sayNotice(context));
  const report = await rekeyFile(io.files, {
    table,
    crosswalk,
    output,
    options: {
      file: table,
      lang,
      split,
      column: options.column ?? null,
      numbers: { repeat: listed(options.repeat), amount: listed(options.amount) },
      labels: options.labels,
      evenIfRekeyed: options.notRekeyed === true,
    },
    accept: (kind) => requireEnding(lang, '-o', { output: options.output, endings: ENDINGS[kind] }),
  });
  const drawing = { lang, width, file: table, crosswalk: options.crosswalk, dryRun: output === null };
  io.stdout.write(
    format === 'json'
      ? `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`
      : renderRekeyText(report, { ...drawing, style: await context.style() }),
  );
  if (output !== null) context.say(fill(cliTexts[lang].wrote, { file: output }));
  if (failOn === 'person' && needsPerson(report)) context.setExitCode(EXIT.failed);
}

function listed(names: string | undefined): readonly string[] {
  return (names ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
