import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileFailure } from '../../src/app/files.ts';
import { nodeFiles } from '../../src/cli/node-files.ts';
import { runCli } from '../support/run-cli.ts';

const OLD = 'codice;descrizione\nD1;Turismo\nD1.1;Fiere\nD1.1.1;Mostre locali\nD1.1.2;Premi\n';
const NEW = 'codice;descrizione\nD1;Turismo\nD1.1;Fiere\nD1.1.1;Mostre locali\nD1.1.3;Premi\n';
const CROSSWALK = 'old_code,new_code,share,confidence\nD1.1.1,D1.1.1,1,certain\nD1.1.2,D1.1.3,1,certain\n';
const HOURS = 'matricola;codice;ore\n17;D1.1.2;4\n18;D9;2\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-outputs-'));
  write('old.csv', OLD);
  write('new.csv', NEW);
  write('links.csv', CROSSWALK);
  write('hours.csv', HOURS);
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const write = (name: string, text: string) => writeFileSync(at(name), text);
const text = (name: string) => readFileSync(at(name), 'utf8');
const mode = (name: string) => (statSync(at(name)).mode & 0o777).toString(8);
const cli = (line: string) => runCli(line.split(' '), { cwd: folder });
const all = () => Object.fromEntries(readdirSync(folder).map((name) => [name, text(name)]));

describe('what a run has read', () => {
  const configured = JSON.stringify({ check: { baseline: 'accepted.json' } });
  it.each([
    ['decisions found beside the old map', 'crosswalk old.csv new.csv -o decisions.csv'],
    ['a configuration that was found', 'check old.csv -o procmap.config.json'],
    ['the baseline that it names', 'check old.csv -o accepted.json'],
    ['a map found in a folder', 'check . -f json -o old.csv'],
    ['a crosswalk', 'recode hours.csv --crosswalk links.csv -o links.csv'],
    ['a map, by another way to it', 'diff old.csv new.csv -o ./../$/new.csv'],
  ])('is not overwritten: %s', async (_, line) => {
    write('procmap.config.json', configured);
    write('accepted.json', '{"version":1,"files":{}}');
    write('decisions.csv', 'old_code,new_code,verdict\n');
    const before = all();
    const { exitCode, stderr } = await cli(line.replace('$', folder.split('/').at(-1) ?? ''));
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^procmap: error: \S+: is an input of this command/m);
    expect(all()).toEqual(before);
  });

  it('may be an earlier baseline, which grows', async () => {
    await cli('check old.csv --write-baseline accepted.json');
    expect(await cli('check new.csv --baseline accepted.json --write-baseline')).toMatchObject({
      exitCode: 0,
    });
    expect(JSON.parse(text('accepted.json'))).toMatchObject({ version: 1 });
  });
});

describe('what stands under the name of an output', () => {
  it('is replaced where a link points, and the link stays', async () => {
    write('kept.json', 'before');
    symlinkSync('kept.json', at('link.json'));
    symlinkSync('fresh.json', at('dangling.json'));
    for (const name of ['link.json', 'dangling.json']) {
      expect(await cli(`check old.csv -o ${name}`)).toMatchObject({ stderr: '' });
      expect(lstatSync(at(name)).isSymbolicLink(), name).toBe(true);
    }
    expect(JSON.parse(text('kept.json'))).toEqual(JSON.parse(text('fresh.json')));
  });

  it('is not replaced when the link leads to an input', async () => {
    symlinkSync('old.csv', at('link.csv'));
    const { exitCode } = await cli('convert old.csv -o link.csv');
    expect({ exitCode, old: text('old.csv') }).toEqual({ exitCode: 2, old: OLD });
  });

  it('is written to when it is a pipe', async () => {
    execFileSync('mkfifo', [at('pipe.json')]);
    const reader = import('node:fs/promises').then(({ readFile }) => readFile(at('pipe.json'), 'utf8'));
    const { exitCode } = await cli('convert old.csv -o pipe.json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(await reader)).toMatchObject({ nodes: expect.anything() });
    expect(lstatSync(at('pipe.json')).isFIFO()).toBe(true);
  });

  it('keeps its mode, and what is made of private files is private', async () => {
    chmodSync(at('hours.csv'), 0o600);
    await cli('recode hours.csv --crosswalk links.csv -o out.csv');
    const outputs = ['out.csv', 'out.rejects.csv', 'out.csv.recoded.json'];
    expect(outputs.map(mode)).toEqual(['600', '600', '600']);
    chmodSync(at('out.csv'), 0o640);
    await cli('recode hours.csv --crosswalk links.csv -o out.csv');
    expect(outputs.map(mode)).toEqual(['640', '600', '600']);
    await cli('check old.csv -o open.json');
    expect(mode('open.json')).toBe((0o666 & ~process.umask()).toString(8));
  });

  it('may have a name as long as the system allows', async () => {
    const name = `${'ò'.repeat(125)}.json`;
    expect(await cli(`check old.csv -o ${name}`)).toMatchObject({ stderr: '' });
    expect(readdirSync(folder)).toContain(name);
    expect(readdirSync(folder).filter((each) => each.startsWith('.'))).toEqual([]);
  });
});

describe('an output that cannot be written', () => {
  it.each([
    ['a folder', ['check', 'old.csv', '-o', '.'], /^procmap: error: \.: is a folder/],
    ['no name', ['check', 'old.csv', '-f', 'json', '-o', ''], /the name of the file to write is empty/],
    ['a folder that is not there', ['check', 'old.csv', '-o', 'no/x.json'], /its folder does not exist/],
    ['a full disk', ['check', 'old.csv', '-o', '/dev/full'], /the disk is full/],
    ['a full disk beside a file', ['diff', 'old.csv', 'new.csv', '-o', 'a.md', '-o', '/dev/full'], /full/],
    ['no name to read', ['check', ''], /the name of a file to read is empty/],
  ])('is told: %s', async (_, argv, said) => {
    const before = all();
    const { exitCode, stderr } = await runCli(argv, { cwd: folder });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(said);
    expect(all()).toEqual(before);
  });

  it('is standard output, too', async () => {
    const closed = () => Promise.reject(fileFailure('closed', 'EPIPE'));
    const files = nodeFiles(folder, async () => new Uint8Array());
    const said: string[] = [];
    const { run } = await import('../../src/cli/main.ts');
    const stream = { write: () => {}, isTTY: false, columns: undefined, flushed: closed };
    const exitCode = await run(['--lang', 'en', 'check', 'old.csv'], {
      stdout: stream,
      stderr: { ...stream, write: (data) => void said.push(String(data)) },
      env: {},
      files,
      now: () => new Date(0),
      prompter: async () => null,
    });
    expect(exitCode).toBe(2);
    expect(said.join('')).toMatch(/^procmap: error: standard output: was closed before all was written/);
  });
});

describe('names that every object has', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('name maps: %s', async (name) => {
    write(name, `${OLD}D1.1.2;Premi ancora\n`);
    const found = await cli(`check ${name} --fail-on info`);
    expect(found.exitCode).toBe(1);
    await cli(`check ${name} --write-baseline b.json`);
    expect(await cli(`check ${name} --baseline b.json --fail-on info`)).toMatchObject({ exitCode: 0 });
    expect(await cli('check new.csv --baseline b.json')).toMatchObject({ exitCode: 0 });
  });

  it('name codes and columns', async () => {
    write(
      'a.csv',
      'codice;descrizione\nconstructor;Uno studio\n__proto__;Due archivi\ntoString;Tre mostre\n',
    );
    write('h.csv', 'matricola;codice;ore\n__proto__;toString;4\nconstructor;__proto__;2\n');
    const { stdout, exitCode } = await cli('diff a.csv a.csv --usage h.csv -f json');
    expect(exitCode).toBe(0);
    const { changes } = JSON.parse(stdout) as {
      changes: readonly { old: { code: string }; hours: number }[];
    };
    expect(changes.map(({ old, hours }) => [old.code, hours]).sort()).toEqual([
      ['__proto__', 2],
      ['constructor', 0],
      ['toString', 4],
    ]);
  });
});
