import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderMapFile } from '../../src/render/map-file.ts';
import { bundleCli } from '../support/bundle-cli.ts';
import { mapOf } from '../support/map-of.ts';

const LABELS = [
  'A1 Governo e pianificazione',
  'A1.1 Programmazione e controllo',
  'A1.1.1 Ciclo della performance',
  'A1.1.1.1 Relazione previsionale e programmatica',
  'A1.1.1.2 Bilancio preventivo e consuntivo',
  'A1.1.1.3 Rilevazione della soddisfazione degli utenti',
  'A1.1.1.4 Piano della comunicazione istituzionale',
];
const OTHER = 'Piano della comunicazione istituzionale e dei social media';
const root = mkdtempSync(join(tmpdir(), 'procmap-merge-'));
const program = join(root, 'cli.mjs');
let repository = '';

/** The map with some labels in other words, as a workbook or as the flat table. */
async function mapFile(name: string, changes: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const lines = LABELS.map((line) => {
    const [code = ''] = line.split(' ');
    return changes[code] === undefined ? line : `${code} ${changes[code]}`;
  });
  return renderMapFile(mapOf(lines.join('\n')), name.endsWith('.csv') ? 'csv' : 'xlsx', 'national');
}

function git(...argv: readonly string[]): number | null {
  const { status } = spawnSync('git', argv, {
    cwd: repository,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', LANG: 'C' },
  });
  return status;
}

/** Commits a state of the map on a branch that starts where the map began. */
async function branch(name: string, file: string, changes: Readonly<Record<string, string>>): Promise<void> {
  git('checkout', '-q', '-b', name, 'start');
  writeFileSync(join(repository, file), await mapFile(file, changes));
  git('commit', '-qam', name);
}

async function start(file: string): Promise<void> {
  writeFileSync(join(repository, file), await mapFile(file));
  writeFileSync(join(repository, '.gitattributes'), `${file} merge=procmap\n`);
  git('add', '.');
  git('commit', '-qm', 'start');
  git('tag', 'start');
}

const labelsOf = async (file: string): Promise<readonly string[]> => {
  const { nodes } = await parseMap({ name: file, bytes: readFileSync(join(repository, file)) });
  return nodes.filter(({ bookingCode }) => bookingCode !== null).map(({ label }) => label);
};

beforeAll(() => bundleCli(program), 120_000);
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  repository = mkdtempSync(join(root, 'repository-'));
  git('init', '-q');
  git('config', 'user.name', 'Camera');
  git('config', 'user.email', 'camera@example.org');
  git('config', 'merge.procmap.driver', `node "${program}" adopt --merge-driver %O %A %B %P`);
});

describe.each(['mappa.xlsx', 'mappa.csv'])('git merging %s with procmap', (file) => {
  test('joins what two branches changed in different entries', async () => {
    await start(file);
    await branch('nation', file, { 'A1.1.1.2': 'Bilancio preventivo, consuntivo e aggiornamenti' });
    await branch('chamber', file, { 'A1.1.1.3': 'Indagine di customer satisfaction' });
    expect(git('merge', '-q', '--no-edit', 'nation')).toBe(0);
    expect(await labelsOf(file)).toEqual([
      'Relazione previsionale e programmatica',
      'Bilancio preventivo, consuntivo e aggiornamenti',
      'Indagine di customer satisfaction',
      'Piano della comunicazione istituzionale',
    ]);
  });

  test('leaves a conflict where both changed one entry, with the map whole', async () => {
    await start(file);
    await branch('nation', file, { 'A1.1.1.4': OTHER });
    await branch('chamber', file, { 'A1.1.1.4': 'Piano della comunicazione istituzionale e ufficio stampa' });
    expect(git('merge', '-q', '--no-edit', 'nation')).toBe(1);
    expect(spawnSync('git', ['ls-files', '-u'], { cwd: repository, encoding: 'utf8' }).stdout).toContain(
      file,
    );
    expect(await labelsOf(file)).toHaveLength(4);
    expect(await labelsOf(file)).toContain(OTHER);
  });
});

test('a file that is no map stays as it was, in conflict', async () => {
  await start('mappa.csv');
  git('checkout', '-q', '-b', 'broken', 'start');
  writeFileSync(join(repository, 'mappa.csv'), 'nothing;of;the;kind\n1;2;3;4\n');
  git('commit', '-qam', 'broken');
  await branch('chamber', 'mappa.csv', { 'A1.1.1.3': 'Indagine di customer satisfaction' });
  const before = readFileSync(join(repository, 'mappa.csv'));
  expect(git('merge', '-q', '--no-edit', 'broken')).not.toBe(0);
  expect(readFileSync(join(repository, 'mappa.csv'))).toEqual(before);
});
