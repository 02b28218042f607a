import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PageFile } from '../../src/page/calls/page-file.ts';
import { pageCalls } from '../support/page-calls.ts';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'procmap-page-own-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const readPath = (path: string): PageFile => ({
  name: basename(path),
  bytes: new Uint8Array(readFileSync(path)),
});
const isSame = ({ name, bytes }: PageFile) => Buffer.from(bytes).equals(readFileSync(at(name)));

describe('one map, in the worker of the page', () => {
  const path = resolve('fixtures/unioncamere-rev2023.xlsx');

  it('is checked: what the command line finds, in its formats', async () => {
    const { report, files } = await pageCalls().ask('check', { map: readPath(path), lang: 'it' });
    const cwd = resolve('fixtures');
    const options = { cwd, env: { LANG: 'it_IT.UTF-8' } };
    expect(report.maps[0]?.findings.length).toBeGreaterThan(5);
    for (const file of files) {
      await runCli(['check', 'unioncamere-rev2023.xlsx', '-o', at(file.name)], options);
      expect([file.name, isSame(file)]).toEqual([file.name, true]);
    }
  }, 60_000);

  it('is converted to every form, byte for byte, and says what one leaves out', async () => {
    const { forms } = await pageCalls().ask('convert', { map: readPath(path) });
    expect(forms.map(({ name }) => name)).toEqual(
      ['csv', 'xlsx', 'json'].map((ending) => `unioncamere-rev2023.${ending}`),
    );
    for (const { file, failure } of forms) {
      expect(failure).toBeNull();
      await runCli(['convert', basename(path), '-o', at(file?.name ?? '')], { cwd: resolve('fixtures') });
      expect(file && isSame(file)).toBe(true);
    }
    expect(forms[0]?.leftOut.en).toContain('headings of macro-functions');
  }, 60_000);

  it('that a form cannot hold is written in the others, and that form says why', async () => {
    const bytes = new TextEncoder().encode('code,label\n01.11,Cereals\n01.11.1,Wheat\n01.11.2,Rye\n');
    const { forms } = await pageCalls().ask('convert', { map: { name: 'ateco.csv', bytes } });
    const [csv, xlsx, json] = forms;
    expect(csv?.file && json?.file).not.toBeNull();
    expect(xlsx).toMatchObject({ file: null, failure: { code: 'layout-cannot-hold' } });
  });
});

describe("the chamber's own map, in the worker of the page", () => {
  const triple = ['camera-2021', 'nazionale-2024', 'nazionale-2021'].map((name) =>
    resolve('fixtures/adoption', `${name}.csv`),
  ) as [string, string, string];
  const [local, national, base] = triple.map(readPath) as [PageFile, PageFile, PageFile];
  const asked = { local, national, base, decisions: null, timesheets: [] };
  const maps = ['--local', local.name, '--new', national.name, '--base', base.name];

  it('is carried over, decided and saved with the bytes of the command line', async () => {
    const { ask } = pageCalls();
    const first = await ask('adopt', asked);
    expect(first.adoption.open).toBeGreaterThan(1);
    expect(first.decisionFile).toBe('');
    let now = first;
    for (const [i, { localCode, nationalCode }] of first.adoption.conflicts.entries()) {
      const note = { by: 'Neri', on: '2026-01-31', reason: `=reason ${i}` };
      const answer = { side: i % 2 === 0 ? 'local' : 'national', note } as const;
      now = await ask('settle', { localCode, nationalCode, answer });
    }
    expect(now.adoption.open).toBe(0);
    const { files } = await ask('adoptionFiles', { lang: 'en' });
    const decided = files.find(({ name }) => name === 'conflicts.csv');
    expect(new TextDecoder().decode(decided?.bytes)).toBe(now.decisionFile);
    const options = { local: '-o', crosswalk: '--crosswalk', conflicts: '--review', adoption: '--report' };
    writeFileSync(at('decided.csv'), now.decisionFile);
    for (const file of files) {
      const [kind = ''] = file.name.replace('local-crosswalk', 'crosswalk').split(/[-.]/);
      const option = options[kind as keyof typeof options];
      const asked = ['adopt', ...maps, '--decisions', at('decided.csv'), option, at(file.name)];
      const { exitCode } = await runCli(asked, { cwd: resolve('fixtures/adoption') });
      expect([file.name, exitCode, isSame(file)]).toEqual([file.name, 0, true]);
    }
  }, 120_000);

  it('takes up what was decided before, and takes an answer back', async () => {
    const { ask } = pageCalls();
    const [conflict] = (await ask('adopt', asked)).adoption.conflicts;
    const { localCode = '', nationalCode = '' } = conflict ?? {};
    const note = { by: '', on: '2026-01-31', reason: '' };
    const decided = await ask('settle', { localCode, nationalCode, answer: { side: 'local', note } });
    const bytes = new TextEncoder().encode(decided.decisionFile);
    const again = await pageCalls().ask('adopt', { ...asked, decisions: { name: 'conflicts.csv', bytes } });
    expect(again).toEqual(decided);
    const back = await ask('settle', { localCode, nationalCode, answer: null });
    expect(back.adoption.open).toBe(decided.adoption.open + 1);
    expect(back.decisionFile).toBe('');
  }, 60_000);

  it('is refused where the maps have too little in common', async () => {
    const bytes = new TextEncoder().encode(
      'code,label\nA1,Pets\nA1.1,Dogs\nA1.1.1,Big dogs\nA1.1.1.1,Walk them\n',
    );
    const other = { name: 'pets.csv', bytes };
    await expect(pageCalls().ask('adopt', { ...asked, national: other })).rejects.toMatchObject({
      failure: { code: 'adopt-thin' },
    });
  }, 60_000);
});
