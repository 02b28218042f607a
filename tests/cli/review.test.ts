import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readShares } from '../../src/values/read-shares.ts';
import { runCli } from '../support/run-cli.ts';
import { scripted } from '../support/scripted.ts';

const TREE = ['Macro-processo;Processo;Sotto-processo;Attività', 'A1 Uno;A1.1 Due;A1.1.1 Tre;'];
const OLD_LABELS = [
  'Relazione previsionale e programmatica',
  'Gestione magazzino e scorte',
  'Tenuta inventario dei beni mobili',
  'Rilascio carte tachigrafiche',
];
const NEW_LABELS = [
  'Relazione previsionale e programmatica',
  'Custodia autovetture di servizio',
  'Rilascio carte tachigrafiche',
  'Statistica dei prezzi',
];
let folder = '';
const at = (name: string) => join(folder, name);
const maps = () => [at('old.csv'), at('new.csv')];

function writeMap(name: string, labels: readonly string[]): void {
  const rows = labels.map((label, i) => `;;;A1.1.1.${i + 1} ${label}`);
  writeFileSync(at(name), [...TREE, ...rows, ''].join('\n'));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'procmap-'));
  writeMap('old.csv', OLD_LABELS);
  writeMap('new.csv', NEW_LABELS);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The rows of a decision file without their fingerprints. */
function decisionsIn(name: string): readonly string[] {
  const [, ...rows] = readFileSync(at(name), 'utf8').trimEnd().split('\r\n');
  return rows.map((row) => row.split(',').slice(0, 8).join(','));
}

/** The old entries of the little maps that are not certain, in the order they are asked for. */
async function undecided(): Promise<readonly string[]> {
  const { stdout } = await runCli(['crosswalk', ...maps(), '--format', 'json', '--no-decisions']);
  const rows = (JSON.parse(stdout) as { rows: { oldCode: string; tier: string }[] }).rows;
  const of = (tier: string) =>
    rows.filter((row) => row.tier === tier && row.oldCode !== '').map((row) => row.oldCode);
  return [...of('open'), ...of('probable')];
}

const DAY = { SOURCE_DATE_EPOCH: String(Date.UTC(2025, 2, 14) / 1000) };

describe('procmap review --interactive', () => {
  it('asks about what is open, then about what is probable, and saves every answer', async () => {
    const codes = await undecided();
    expect(codes.length).toBeGreaterThanOrEqual(2);
    const answers = ['Marta', 'yes', 'dropped', 'gone', 'dropped', '', null];
    const prompter = scripted(...answers);
    const { stderr, exitCode } = await runCli(['review', ...maps(), '--interactive'], { prompter, env: DAY });
    expect(exitCode).toBe(0);
    expect(decisionsIn('decisions.csv')).toEqual([
      `${codes[0]},,drop,,,Marta,2025-03-14,gone`,
      `${codes[1]},,drop,,,Marta,2025-03-14,`,
    ]);
    expect(stderr).toContain(`2 decided, ${codes.length - 2} left; saved in ${at('decisions.csv')}`);
  });

  it('keeps what was answered when it is left, and goes on from there', async () => {
    const codes = await undecided();
    const first = scripted('Marta', 'yes', 'dropped', '', null);
    await runCli(['review', ...maps(), '--interactive'], { prompter: first, env: DAY });
    expect(decisionsIn('decisions.csv')).toHaveLength(1);
    const second = scripted('<initial>', 'yes', 'dropped', 'later', null);
    await runCli(['review', ...maps(), '--interactive'], { prompter: second, env: DAY });
    expect(decisionsIn('decisions.csv').map((row) => row.split(',')[0])).toEqual(codes.slice(0, 2));
    expect(decisionsIn('decisions.csv')[1]).toContain('Marta,2025-03-14,later');
  });

  it('splits an entry, with shares', async () => {
    const [code] = await undecided();
    const prompter = scripted(
      'yes',
      'several',
      'A1.1.1.2',
      'A1.1.1.4',
      'no further',
      '60 40',
      'two offices',
      null,
    );
    const argv = ['review', ...maps(), '--interactive', '--by', 'Luca', '-o', at('mine.csv')];
    await runCli(argv, { prompter, env: DAY });
    expect(decisionsIn('mine.csv')).toEqual([
      `${code},A1.1.1.2,accept,0.6,,Luca,2025-03-14,two offices`,
      `${code},A1.1.1.4,accept,0.4,,Luca,2025-03-14,two offices`,
    ]);
  });

  it('changes nothing when the person only looks', async () => {
    const prompter = scripted('Marta', 'yes', 'skip', 'stop');
    await runCli(['review', ...maps(), '--interactive'], { prompter });
    expect(existsSync(at('decisions.csv'))).toBe(false);
  });

  it('needs a terminal', async () => {
    const { stderr, exitCode } = await runCli(['review', ...maps(), '--interactive']);
    expect(stderr).toMatch(/--interactive asks at a terminal/);
    expect(exitCode).toBe(2);
  });

  it('does not write over other decisions', async () => {
    writeFileSync(at('a.csv'), 'old_code,new_code,verdict\n');
    copyFileSync(at('a.csv'), at('b.csv'));
    const argv = ['review', ...maps(), '--interactive', '--decisions', at('a.csv'), '-o', at('b.csv')];
    const { stderr, exitCode } = await runCli(argv, { prompter: scripted('Marta') });
    expect(stderr).toMatch(/b\.csv: exists already/);
    expect(exitCode).toBe(2);
  });
});

describe('procmap review', () => {
  it('writes a workbook, and what is decided in one as a decision file', async () => {
    const written = await runCli(['review', ...maps(), '-o', at('review.xlsx')]);
    expect(written.stderr).toBe(`wrote ${at('review.xlsx')}\n`);
    const header =
      'old_code,new_code,verdict,share,is_default,decided_by,decided_on,reason,old_fingerprint,new_fingerprint,new_label';
    writeFileSync(at('by-hand.csv'), `${header}\na1.1.1.2,,sopprimi,,,Marta,,,,\n`);
    const argv = ['review', ...maps(), '--decisions', at('by-hand.csv')];
    await runCli([...argv, '-o', at('filled.xlsx')]);
    const back = ['review', ...maps(), '--decisions', at('filled.xlsx'), '-o', at('decisions.csv')];
    const { stderr } = await runCli(back);
    expect(stderr).toContain('decisions applied: 1, stale: 0');
    expect(decisionsIn('decisions.csv')).toEqual(['A1.1.1.2,,drop,,,Marta,,']);
    expect(readFileSync(at('decisions.csv'), 'utf8')).toMatch(/,[0-9a-f]{6}-[0-9a-f]{6}-[0-9a-f]{6},,\r\n$/);
  });

  it('does not write over decisions that people have filled in, unless told to', async () => {
    const [header, row] = ['old_code,new_code,verdict', 'A1.1.1.2,,drop'];
    writeFileSync(at('by-hand.csv'), `${header}\n${row}\n`);
    await runCli(['review', ...maps(), '--decisions', at('by-hand.csv'), '-o', at('filled.xlsx')]);
    const filled = readFileSync(at('filled.xlsx'));
    const again = ['review', ...maps(), '-o', at('filled.xlsx')];
    const refused = await runCli(again);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/filled\.xlsx: exists already and holds a decision, which would be lost/);
    expect(refused.stderr).toMatch(/--decisions .*filled\.xlsx and write to another name, or pass --force/);
    expect(readFileSync(at('filled.xlsx')).equals(filled)).toBe(true);
    const misspelt = `${header}\nA1.1.1.2,,dorp\n`;
    writeFileSync(at('flawed.csv'), misspelt);
    expect((await runCli(['review', ...maps(), '-o', at('flawed.csv')])).exitCode).toBe(2);
    expect(readFileSync(at('flawed.csv'), 'utf8')).toBe(misspelt);
    expect((await runCli([...again, '--force'])).exitCode).toBe(0);
  });

  it('replaces a workbook that nobody has filled in', async () => {
    const argv = ['review', ...maps(), '-o', at('review.xlsx')];
    expect((await runCli(argv)).exitCode).toBe(0);
    expect((await runCli(argv)).exitCode).toBe(0);
    writeFileSync(at('notes.csv'), 'some;notes\n');
    expect((await runCli(['review', ...maps(), '-o', at('notes.csv')])).exitCode).toBe(0);
  });

  it('shows the hours booked, and says what was booked on unknown codes', async () => {
    writeFileSync(at('ore.csv'), 'matricola;codice;ore\n1;A1.1.1.2;7,5\n1;Z9;1,25\n');
    const { stderr } = await runCli(['review', ...maps(), '--usage', at('ore.csv'), '-o', at('review.xlsx')]);
    expect(stderr).toContain('7.50 hours on 1 code of the old map');
    expect(stderr).toContain('1.25 hours on codes the old map does not have: Z9');
  });

  it('wants to know where to write', async () => {
    const { stderr, exitCode } = await runCli(['review', ...maps()]);
    expect(stderr).toMatch(/option --output is required/);
    expect(exitCode).toBe(2);
  });

  it('never writes over its inputs', async () => {
    const { stderr, exitCode } = await runCli(['review', ...maps(), '-o', at('old.csv')]);
    expect(stderr).toMatch(/is an input of this command/);
    expect(exitCode).toBe(2);
  });
});

describe('shares as a person types them', () => {
  it.each([
    ['60 40', ['0.6', '0.4']],
    ['0,6 0,4', ['0.6', '0.4']],
    ['60% 40%', ['0.6', '0.4']],
    ['33,3 66,7', ['0.333', '0.667']],
    ['60 50', null],
    ['1', null],
    ['60 40 0', null],
    ['all none', null],
  ])('%s', (text, shares) => {
    expect(readShares(text, 2)).toEqual(shares);
  });
});
