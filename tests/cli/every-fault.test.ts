import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/app/memory-files.ts';
import type { Prompter } from '../../src/app/prompter.ts';
import { sha256Hex } from '../../src/values/sha256.ts';
import { failingFiles } from '../support/failing-files.ts';
import { runCli, type Transcript } from '../support/run-cli.ts';
import { scripted } from '../support/scripted.ts';

const OLD = `code,label
A1,Governo
A1.1,Atti
A1.1.1,Protocollo
A1.1.1.1,Tenuta del protocollo informatico
A1.1.1.2,Conservazione degli atti a norma
A1.1.1.3,Spedizione della corrispondenza
`;
const NEW = `code,label
A1,Governo
A1.1,Atti
A1.1.1,Protocollo
A1.1.1.1,Conservazione degli atti a norma
A1.1.1.2,Tenuta del protocollo informatico
A1.1.1.4,Accesso agli atti amministrativi
`;
const CROSSWALK = `old_code,new_code,share
A1.1.1.1,A1.1.1.2,1
A1.1.1.2,A1.1.1.1,1
`;
const NEXT = `old_code,new_code,share
A1.1.1.1,A2.1.1.1,1
A1.1.1.2,A2.1.1.2,1
`;
const HOURS = 'Matricola;Codice;Ore\r\nM1;A1.1.1.1;3\r\nM2;X9;1\r\n';
const ADOPTION = ['camera-2021', 'nazionale-2021', 'nazionale-2024'];
const DAY = { SOURCE_DATE_EPOCH: '1767225600', LANG: 'en_GB.UTF-8' };

const encoded = (text: string) => new TextEncoder().encode(text);

function workbook(): Uint8Array {
  const book = utils.book_new();
  const rows = [
    ['Matricola', 'Codice', 'Ore'],
    ['M1', 'A1.1.1.2', 2],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Ore');
  return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array' }));
}

/** What stands there before each run; outputs are files that somebody needs. */
function initial(): ReadonlyMap<string, Uint8Array> {
  const texts: Readonly<Record<string, string>> = {
    'old.csv': OLD,
    'new.csv': NEW,
    'x.csv': CROSSWALK,
    'next.csv': NEXT,
    'hours.csv': HOURS,
    'clean.csv': 'Matricola;Codice;Ore\r\nM1;A1.1.1.1;3\r\n',
    'gone.rejects.csv': 'Codice;procmap_reason\r\nX9;of before\r\n',
    'done-before/procmap.rejects.csv': 'code;procmap_reason\r\nX9;of before\r\n',
    'many/a.csv': HOURS,
    'risks.csv': 'Codice;Rischio\r\nA1.1.1.1;alto\r\n',
    'plan.txt': 'Indicatore A1.1.1.1_02 e A1.1.1.2.\n',
    'decided.csv': 'old_code,new_code,verdict\nA1.1.1.3,,drop\n',
    ...Object.fromEntries(
      [
        'out.csv',
        'out.json',
        'out.html',
        'out.xlsx',
        'out.rejects.csv',
        'out.csv.recoded.json',
        'out.sql',
      ].map((name) => [name, `kept: ${name}`]),
    ),
  };
  const maps = ADOPTION.map(
    (name) =>
      [`${name}.csv`, new Uint8Array(readFileSync(resolve(`fixtures/adoption/${name}.csv`)))] as const,
  );
  return new Map([
    ...Object.entries(texts).map(([name, text]) => [name, encoded(text)] as const),
    ...maps,
    ['many/b.xlsx', workbook()],
  ]);
}

/** Every command that writes, in each of its ways. */
const COMMANDS: readonly (readonly [command: string, prompter: (() => Prompter) | null])[] = [
  ['diff old.csv new.csv -o out.html -o out.json', null],
  ['diff old.csv new.csv -o out.xlsx --usage hours.csv', null],
  ['check old.csv -o out.json -f json', null],
  ['check old.csv --write-baseline base.json', null],
  ['convert old.csv -o out.xlsx', null],
  ['convert new.csv --decisions decided.csv -o out.json', null],
  ['crosswalk old.csv new.csv --decisions decided.csv -o out.csv', null],
  ['crosswalk old.csv new.csv -o out.sql', null],
  ['crosswalk old.csv new.csv -o out.xlsx', null],
  ['review old.csv new.csv -o out.xlsx', null],
  ['review old.csv new.csv --interactive', () => scripted('Marta', 'dropped', 'gone', null)],
  ['recode hours.csv --crosswalk x.csv -o out.csv', null],
  ['recode clean.csv --crosswalk x.csv -o gone.csv', null],
  ['recode clean.csv many/b.xlsx --crosswalk x.csv -o done-before', null],
  ['recode many/b.xlsx --crosswalk x.csv -o out.xlsx', null],
  ['recode many hours.csv --crosswalk x.csv -o done', null],
  ['rekey risks.csv --crosswalk x.csv -o out.csv', null],
  ['rekey many/b.xlsx --crosswalk x.csv --repeat Ore -o out.xlsx', null],
  ['refs plan.txt --crosswalk x.csv -f json -o out.json', null],
  ['chain x.csv next.csv -o out.csv', null],
  ['groups x.csv -o out.csv', null],
  [
    'adopt --local camera-2021.csv --base nazionale-2021.csv --new nazionale-2024.csv -o out.xlsx --crosswalk out.csv --review review.xlsx --report out.html',
    null,
  ],
];

interface Outcome extends Transcript {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly calls: readonly string[];
}

async function outcomeOf(
  command: string,
  failAt: number,
  prompter: (() => Prompter) | null,
): Promise<Outcome> {
  const world = memoryFiles(initial());
  const { files, calls } = failingFiles(world, failAt);
  const options = prompter ? { prompter: prompter() } : {};
  const ran = await runCli(command.split(' '), { files, env: DAY, ...options });
  return { ...ran, contents: new Map(world.contents()), calls };
}

const digests = (contents: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries(
    [...contents].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]) => [name, sha256Hex(bytes)]),
  );

describe('a command whose disk fails at any one of its calls', () => {
  test.each(COMMANDS)('%s', async (command, prompter) => {
    const whole = await outcomeOf(command, 0, prompter);
    expect([0, 1], whole.stderr).toContain(whole.exitCode);
    const [before, after] = [digests(initial()), digests(whole.contents)];
    expect(after).not.toEqual(before);
    for (let failAt = 1; failAt <= whole.calls.length; failAt++) {
      const ran = await outcomeOf(command, failAt, prompter);
      const at = `${ran.calls[failAt - 1]} (call ${failAt} of ${whole.calls.length})`;
      const failed = ran.exitCode === 2;
      // It failed and all is as it was, or it could do without and all is as it would have been.
      expect({ at, contents: digests(ran.contents) }).toEqual({ at, contents: failed ? before : after });
      if (!failed) expect({ at, exitCode: ran.exitCode }).toEqual({ at, exitCode: whole.exitCode });
      else expect({ at, stderr: ran.stderr }).toEqual({ at, stderr: expect.stringMatching(ONE_ERROR) });
    }
  });
});

/** One line that says what, one that says what to do; what was said on the way comes before. */
const ONE_ERROR = /(?:^|\n)procmap: error: [^\n]*(?:space|full|ENOSPC)[^\n]*\n(?: {2}[^\n]*\n)?$/;
