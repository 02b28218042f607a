import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHECK_FORMATS } from '../../src/model/check-report.ts';
import { runCli } from '../support/run-cli.ts';

const LOCAL = 'fixtures/massa-carrara-2021';
const NATIONAL = 'fixtures/unioncamere-rev2023';
let folder = '';
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Listed {
  readonly ruleId: string;
  readonly severity: string;
  readonly code: string;
}

async function findingsIn(file: string): Promise<readonly string[]> {
  const { stdout } = await runCli(['check', file, '--format', 'json']);
  const findings: readonly Listed[] = JSON.parse(stdout).findings;
  return findings.map(({ ruleId, severity, code }) => `${severity} ${ruleId} ${code}`);
}

const aboveInfo = (findings: readonly string[]) => findings.filter((each) => !each.startsWith('info')).sort();

describe('the real maps: every known defect, and no false alarm above info', () => {
  it.each(['csv', 'xlsx'])('national, from %s', async (ending) => {
    expect(aboveInfo(await findingsIn(`${NATIONAL}.${ending}`))).toEqual([
      'error level-mismatch E1.3.0',
      'error orphan-code B2.1.1',
      'warning empty-branch D6.1.0',
      'warning empty-branch E1.1.0',
      'warning numbering-gap A1.1.4.1',
      'warning numbering-gap A1.3.1.1',
      'warning numbering-gap B2.1.1.1',
      'warning numbering-gap B2.2.1.1',
    ]);
  });

  it.each(['csv', 'xlsx'])('local, from %s', async (ending) => {
    const findings = await findingsIn(`${LOCAL}.${ending}`);
    expect(aboveInfo(findings)).toEqual([
      'warning coordination-code-mismatch E1.C',
      'warning missing-label A1.2.2',
    ]);
    expect(findings).toContain('info numbering-gap E1.1.3');
    expect(findings).toContain('info training-entry-missing E1.1');
    expect(findings.some((each) => each.includes('C1.1.7b'))).toBe(false);
  });
});

describe('a map with one defect more', () => {
  const utf8 = () => new TextDecoder('windows-1252').decode(readFileSync(`${LOCAL}.csv`));
  const newIn = async (bytes: string | Uint8Array) => {
    writeFileSync(at('map.csv'), bytes);
    const known = new Set(await findingsIn(`${LOCAL}.csv`));
    return (await findingsIn(at('map.csv'))).filter((each) => !known.has(each));
  };

  it('a row that has lost its codes', async () => {
    expect(await newIn(utf8().replaceAll('A1.1.1.3', ''))).toEqual([
      'error label-without-code null',
      'warning numbering-gap A1.1.1.3',
    ]);
  });

  it('a byte that is no text, even in the header', async () => {
    const bytes = Buffer.from(utf8());
    const header = bytes.indexOf(Buffer.from('à'));
    const damaged = Buffer.concat([bytes.subarray(0, header), Buffer.of(0xe0), bytes.subarray(header + 2)]);
    expect(await newIn(damaged)).toEqual(['warning encoding-damage null']);
  });

  it('text that was decoded wrongly before', async () => {
    const twice = new TextDecoder('windows-1252').decode(Buffer.from(utf8()));
    const rules = new Set((await newIn(twice)).map((each) => each.split(' ')[1]));
    expect([...rules]).toEqual(['encoding-damage']);
  });
});

describe('the extracts of the real documents', () => {
  const seed = (name: string) => findingsIn(`fixtures/seeds/${name}.extract.txt`);
  const count = (findings: readonly string[], start: string) =>
    findings.filter((each) => each.startsWith(start)).length;

  it('the national map has the same defects as its workbook', async () => {
    const [extract, workbook] = [await seed('unioncamere-rev2023'), await findingsIn(`${NATIONAL}.xlsx`)];
    expect(aboveInfo(extract)).toEqual(aboveInfo(workbook));
  });

  it('the local map: two shifted blocks, labels on other rows, the missing label, and nothing else', async () => {
    const findings = aboveInfo(await seed('massa-carrara-2021'));
    const elsewhere = 'warning label-without-code';
    expect(findings.filter((each) => !each.startsWith(elsewhere))).toEqual([
      'error shifted-labels A1.1.1.1',
      'error shifted-labels A1.2.1.1',
      'warning coordination-code-mismatch E1.C',
      'warning missing-label A1.2.2',
    ]);
    expect(count(findings, elsewhere)).toBe(21);
  });

  it('the level map: branches without actions, an action listed twice, a code with a blank before its dot', async () => {
    expect(aboveInfo(await seed('massa-carrara-liv'))).toEqual([
      'warning code-not-canonical A3.1.3',
      'warning duplicate-label B1.1.4#7',
      'warning empty-branch C1.1.1',
      'warning empty-branch C1.1.2',
      'warning empty-branch C1.1.3',
      'warning empty-branch C2.8.1',
    ]);
  });

  it('the register: codes as people write them, two labels for a code, one code without its letter', async () => {
    const findings = aboveInfo(await seed('torino-piao-2022'));
    expect(findings.filter((each) => each.startsWith('error'))).toEqual([
      'error code-syntax 2.4',
      'error conflicting-label B3.2.1.6',
      'error conflicting-label C1.1.7.1',
    ]);
    expect(count(findings, 'warning code-not-canonical')).toBe(20);
    expect(findings.some((each) => /numbering-gap|orphan-code|out-of-order/.test(each))).toBe(false);
  });
});

describe('exit code', () => {
  it.each(CHECK_FORMATS)('is the same in format %s', async (format) => {
    const codes = [];
    for (const args of [[], ['--fail-on', 'never'], ['--max-warnings', '1']]) {
      codes.push((await runCli(['check', `${LOCAL}.csv`, '--format', format, ...args])).exitCode);
    }
    expect(codes).toEqual([0, 0, 1]);
    expect((await runCli(['check', `${NATIONAL}.csv`, '--format', format])).exitCode).toBe(1);
  });

  it('is 2 when one of the files cannot be read, and nothing is printed', async () => {
    const { exitCode, stdout, stderr } = await runCli(['check', `${LOCAL}.csv`, at('none.csv')]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/none\.csv: no such file/);
  });
});

describe('options', () => {
  it('-o picks the format by the ending', async () => {
    await runCli(['check', `${LOCAL}.csv`, '-o', at('report.sarif')]);
    expect(JSON.parse(readFileSync(at('report.sarif'), 'utf8')).version).toBe('2.1.0');
    await runCli(['check', `${LOCAL}.csv`, '-o', at('report.xml')]);
    expect(readFileSync(at('report.xml'), 'utf8')).toMatch(/<testsuites /);
  });

  it('colours a terminal, and never a file', async () => {
    const options = { terminal: 80, env: { TERM: 'xterm' } };
    const colour = `${String.fromCharCode(27)}[`;
    expect((await runCli(['check', `${NATIONAL}.csv`], options)).stdout).toContain(colour);
    await runCli(['check', `${NATIONAL}.csv`, '-o', at('report.txt')], options);
    expect(readFileSync(at('report.txt'), 'utf8')).not.toContain(colour);
  });

  it('checks several maps, and standard input', async () => {
    const stdin = readFileSync(`${NATIONAL}.csv`);
    const { stdout } = await runCli(['check', `${LOCAL}.csv`, '-', '--format', 'json'], { stdin });
    const report = JSON.parse(stdout);
    expect(report.maps.map((map: { name: string }) => map.name)).toEqual([`${LOCAL}.csv`, '-']);
    expect(report.summary).toMatchObject({ error: 2, warning: 8 });
  });

  it.each([
    [['--rule', 'numbering-gaps'], /"numbering-gaps" is not possible for --rule, expected "numbering-gap"/],
    [['--max-warnings', '-1'], /expected a whole number/],
    [['--fail-on', 'fatal'], /"fatal" is not possible for --fail-on/],
    [['--layout', 'register'], /has no header of the layout "register"/],
    [['--config', 'none.json'], /none\.json: no such file/],
  ])('%j is refused', async (args, message) => {
    const { stderr, exitCode } = await runCli(['check', `${LOCAL}.csv`, ...args]);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });
});

describe('configuration and baseline', () => {
  beforeEach(() => copyFileSync(`${LOCAL}.csv`, at('map.csv')));
  const inFolder = (...args: readonly string[]) => runCli(['check', 'map.csv', ...args], { cwd: folder });

  it('procmap.config.json in the working folder weighs and silences rules', async () => {
    const rules = { 'missing-label': 'error', 'coordination-code-mismatch': 'off' };
    writeFileSync(at('procmap.config.json'), JSON.stringify({ rules }));
    const { stdout, exitCode } = await inFolder('--format', 'json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).summary).toMatchObject({ error: 1, warning: 0 });
  });

  it('it names the columns of a map whose header is none that is known', async () => {
    const rows = 'Proc. 1;Proc. 2;Proc. 3;Cosa;Sigla\nA1 Alfa;A1.1 Beta;A1.1.1 Gamma;Delta;A1.1.1.1\n';
    writeFileSync(at('map.csv'), rows);
    expect((await inFolder()).exitCode).toBe(2);
    const columns = {
      'macro-process': 'Proc. 1',
      process: 'Proc. 2',
      'sub-process': 'Proc. 3',
      activity: 'cosa',
      code: 'Sigla',
    };
    writeFileSync(at('procmap.config.json'), JSON.stringify({ columns }));
    expect(await inFolder()).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/nothing found/) });
    const shown = await runCli(['show', 'map.csv'], { cwd: folder });
    expect(shown.stdout).toMatch(/A1\.1\.1\.1 +Delta/);
  });

  it('a fault in it ends the run', async () => {
    writeFileSync(at('procmap.config.json'), '{"rules": {"missing-label": "loud"}}');
    const { stderr, exitCode } = await inFolder();
    expect(stderr).toMatch(/procmap\.config\.json: is not a valid configuration: rules\.missing-label: /);
    expect(exitCode).toBe(2);
  });

  it('--write-baseline accepts the findings of today; new ones fail', async () => {
    const written = await inFolder('--write-baseline');
    expect(written).toMatchObject({ exitCode: 0, stdout: '' });
    expect(written.stderr).toBe('procmap.baseline.json: 15 findings accepted\n');
    const clean = await inFolder('--baseline', 'procmap.baseline.json', '--fail-on', 'info');
    expect(clean.exitCode).toBe(0);
    expect(clean.stdout).toMatch(/15 findings accepted by the baseline/);
    const text = readFileSync(at('map.csv'), 'latin1');
    writeFileSync(at('map.csv'), text.replace(';A1.1.1.3;', ';A1.1.1.2;'), 'latin1');
    const broken = await inFolder('--baseline', 'procmap.baseline.json', '--format', 'json');
    expect(broken.exitCode).toBe(1);
    const rules = JSON.parse(broken.stdout).findings.map(({ ruleId, code }: Listed) => `${ruleId} ${code}`);
    expect(rules).toContain('conflicting-label A1.1.1.2');
    expect(rules).not.toContain('missing-label A1.2.2');
  });

  it('never takes a map for a baseline to write', async () => {
    const before = readFileSync(at('map.csv'));
    copyFileSync(at('map.csv'), at('other.csv'));
    const { exitCode, stderr } = await inFolder('--write-baseline', 'other.csv');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/other\.csv: is not a baseline of procmap/);
    expect(readFileSync(at('other.csv')).equals(before)).toBe(true);
  });
});

describe('rules and explain-rule', () => {
  it('list and explain every rule, in both languages', async () => {
    const { rules } = JSON.parse((await runCli(['rules', '--format', 'json'])).stdout);
    for (const { id } of rules) {
      expect((await runCli(['explain-rule', id])).stdout).toBe(readFileSync(`docs/rules/${id}.md`, 'utf8'));
      const italian = await runCli(['explain-rule', id], { env: { LANG: 'it_IT.UTF-8' } });
      expect(italian.stdout).toBe(readFileSync(`docs/rules/it/${id}.md`, 'utf8'));
    }
  });

  it('a rule there is not', async () => {
    const { stderr, exitCode } = await runCli(['explain-rule', 'orphan']);
    expect(stderr).toMatch(/"orphan" is not possible for <id>/);
    expect(exitCode).toBe(2);
  });
});
