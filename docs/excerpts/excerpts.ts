import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { timesheetCsv } from '../../fixtures/generate/timesheet.ts';
import { yearOfName, yearOfTimesheets } from '../../fixtures/year.ts';
import { runCli, type Transcript } from '../../tests/support/run-cli.ts';

/** What a page shows of a program's output: `<!-- excerpt NAME -->` stands above its block of code. */
export interface Excerpt {
  readonly page: string;
  readonly name: string;
  /** One after the other in a folder of their own; the excerpt is from what the last one prints. */
  readonly commands: readonly string[];
  readonly stream?: 'stdout' | 'stderr';
  readonly lang: 'en' | 'it';
  readonly pieces: readonly Piece[];
}

/** Lines of the output up to the next blank one, or fewer; then `...` says that something is left out. */
interface Piece {
  readonly from: RegExp;
  /** So many entries at the most, with all that is said of each. */
  readonly entries?: number;
}

const MAPS = 'fixtures/massa-carrara-2021.xlsx fixtures/unioncamere-rev2023.xlsx';
const ADOPTION = ['local camera-2021', 'base nazionale-2021', 'new nazionale-2024']
  .map((each) => `--${each.replace(' ', ' fixtures/adoption/')}.csv`)
  .join(' ');
const YEAR = 'timesheets-2022.csv';
const DAYS = 'fixtures/foglio-ore-2022-giorni.csv';

export const EXCERPTS: readonly Excerpt[] = [
  {
    page: 'README.md',
    name: 'diff',
    lang: 'en',
    commands: [`procmap diff ${MAPS}`],
    pieces: [
      { from: /^Migration report/ },
      { from: /^What becomes of/ },
      { from: /^Alarms/, entries: 2 },
      { from: /^Moved and renamed \(/, entries: 2 },
    ],
  },
  {
    page: 'README.it.md',
    name: 'diff',
    lang: 'it',
    commands: [`procmap diff ${MAPS}`],
    pieces: [{ from: /^Che cosa diventano/ }, { from: /^Allarmi/, entries: 2 }],
  },
  {
    page: 'docs/guide.md',
    name: 'review',
    lang: 'en',
    stream: 'stderr',
    commands: [`make ${YEAR}`, `procmap review ${MAPS} --usage ${YEAR} -o review.xlsx`],
    pieces: [{ from: new RegExp(`^${YEAR}: `) }],
  },
  {
    page: 'docs/guida.md',
    name: 'check',
    lang: 'it',
    commands: ['procmap check fixtures/unioncamere-rev2023.xlsx'],
    pieces: [
      { from: /^Errori/, entries: 1 },
      { from: /^Avvisi/, entries: 2 },
    ],
  },
  {
    page: 'docs/guida.md',
    name: 'diff',
    lang: 'it',
    commands: [`procmap diff ${MAPS} --summary`],
    pieces: [{ from: /^Che cosa diventano/ }, { from: /^Allarmi/ }],
  },
  {
    page: 'docs/guida.md',
    name: 'recode',
    lang: 'it',
    commands: [
      `procmap review ${MAPS} -o revisione.xlsx`,
      `procmap crosswalk ${MAPS} --decisions revisione.xlsx -o raccordo.csv`,
      'procmap recode fixtures/foglio-ore-2022-gennaio.csv --crosswalk raccordo.csv -o ricodificato.csv',
    ],
    pieces: [{ from: /^Totali/ }],
  },
  {
    page: 'docs/guida.md',
    name: 'recode-wide',
    lang: 'it',
    commands: [
      `procmap crosswalk ${MAPS} -o raccordo.csv`,
      `procmap recode ${DAYS} --crosswalk raccordo.csv --keep FERIE --allocate equal -o giorni.csv`,
    ],
    pieces: [{ from: /^Ricodifica di/ }, { from: /^Totali/ }, { from: /^ {2}Allarme/ }, { from: /^Quote/ }],
  },
  {
    page: 'docs/guide.md',
    name: 'recode-wide',
    lang: 'en',
    commands: [
      `procmap crosswalk ${MAPS} -o crosswalk.csv`,
      `procmap recode ${DAYS} --crosswalk crosswalk.csv --keep FERIE --allocate equal -o days.csv`,
    ],
    pieces: [{ from: /^Recoding of/ }, { from: /^Totals/ }, { from: /^ {2}Alarm/ }, { from: /^Shares/ }],
  },
  {
    page: 'docs/guide.md',
    name: 'adopt',
    lang: 'en',
    commands: [`procmap adopt ${ADOPTION} -o camera-2024.xlsx`],
    pieces: [{ from: /^What became of it/ }, { from: /^To be decided/, entries: 2 }],
  },
  {
    page: 'docs/guide.md',
    name: 'groups',
    lang: 'en',
    commands: [
      `procmap crosswalk ${MAPS} -o crosswalk.csv`,
      'procmap groups crosswalk.csv --revisions 2021,2023',
    ],
    pieces: [{ from: /^Groups of codes/ }],
  },
  {
    page: 'docs/guida.md',
    name: 'adopt',
    lang: 'it',
    commands: [`procmap adopt ${ADOPTION} -o camera-2024.xlsx`],
    pieces: [{ from: /^Che cosa ne è stato/ }, { from: /^Da decidere/, entries: 2 }],
  },
  {
    page: 'docs/guida.md',
    name: 'groups',
    lang: 'it',
    commands: [
      `procmap crosswalk ${MAPS} -o raccordo.csv`,
      'procmap groups raccordo.csv --revisions 2021,2023',
    ],
    pieces: [{ from: /^Gruppi di codici/ }],
  },
  {
    page: 'docs/guide.md',
    name: 'restate',
    lang: 'en',
    commands: [
      `procmap crosswalk ${MAPS} -o crosswalk.csv`,
      `make ${YEAR}`,
      'make timesheets-2024.csv',
      `procmap restate 2022=${YEAR} 2024=timesheets-2024.csv --crosswalk crosswalk.csv`,
    ],
    pieces: [{ from: /^Hours by group/ }, { from: /^The groups with/ }],
  },
  {
    page: 'docs/guida.md',
    name: 'restate',
    lang: 'it',
    commands: [
      `procmap crosswalk ${MAPS} -o raccordo.csv`,
      `make ${YEAR}`,
      'make timesheets-2024.csv',
      `procmap restate 2022=${YEAR} 2024=timesheets-2024.csv --crosswalk raccordo.csv`,
    ],
    pieces: [{ from: /^Ore per gruppo/ }, { from: /^I gruppi con/ }],
  },
];

/** The excerpt as the program prints it today. */
export async function excerptText({ commands, lang, stream = 'stdout', pieces }: Excerpt): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'procmap-excerpt-'));
  symlinkSync(resolve('fixtures'), join(folder, 'fixtures'));
  try {
    let last: Transcript = { stdout: '', stderr: '', exitCode: 0 };
    for (const command of commands) last = await follow(command, folder, lang);
    return `${pieces.map((piece) => cut(last[stream].split('\n'), piece)).join('\n\n')}\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A page with the excerpt in its place. */
export function withExcerpt(page: string, name: string, text: string): string {
  const block = blockOf(name);
  if (!block.test(page)) throw new Error(`no "<!-- excerpt ${name} -->" above a block of code`);
  return page.replace(block, (_, before: string) => `${before}\`\`\`text\n${text}\`\`\``);
}

function blockOf(name: string): RegExp {
  return new RegExp(`(<!-- excerpt ${name} -->\\n\\n?)\`\`\`(?:text)?\\n[\\s\\S]*?\`\`\``);
}

async function follow(command: string, cwd: string, lang: Excerpt['lang']): Promise<Transcript> {
  const [program, ...argv] = command.split(' ');
  if (program === 'procmap') return runCli([...argv, '--lang', lang], { cwd });
  const [file = ''] = argv;
  writeFileSync(join(cwd, file), timesheetCsv(yearOfTimesheets(yearOfName(file))));
  return { stdout: '', stderr: '', exitCode: 0 };
}

function cut(output: readonly string[], { from, entries }: Piece): string {
  const start = output.findIndex((line) => from.test(line));
  if (start === -1) throw new Error(`nothing printed begins like ${from}`);
  const length = [...output.slice(start), ''].indexOf('');
  const block = output.slice(start, start + length);
  const shown = block.slice(0, entries === undefined ? length : endOf(block, entries));
  return [...shown, ...(shown.length < length ? ['...'] : [])].join('\n');
}

/** An entry begins with its code or its cell, and goes on with lines that stand further in. */
const ENTRY = /^ +(?:[A-Z]\d[\w.]*|\S.*![A-Z]+\d+)(?: |$)/;

function endOf(block: readonly string[], entries: number): number {
  const indent = (line = '') => line.search(/\S/);
  const first = block.findIndex((line) => ENTRY.test(line));
  const begins = block.flatMap((line, i) =>
    ENTRY.test(line) && indent(line) === indent(block[first]) ? [i] : [],
  );
  const last = begins[entries - 1] ?? block.length;
  const after = block.findIndex((line, i) => i > last && indent(line) <= indent(block[first]));
  return after === -1 ? block.length : after;
}
