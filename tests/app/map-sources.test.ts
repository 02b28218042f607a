import { describe, expect, it } from 'vitest';
import { mapSources } from '../../src/app/map-sources.ts';
import { memoryFiles } from '../../src/app/memory-files.ts';

const files = memoryFiles(
  [
    'maps/local.csv',
    'maps/~$local.xlsx',
    'maps/read me.md',
    'maps/older/2019.xlsx',
    'maps/.git/x.csv',
    'maps/node_modules/y.csv',
    'notes/a.md',
    'odd[1].csv',
  ].map((path) => [path, new Uint8Array([65])] as const),
);

async function found(...sources: readonly string[]): Promise<readonly string[]> {
  return (await mapSources(files, sources)).map(({ source }) => source);
}

describe('what a list of maps means', () => {
  it.each([
    ['a file', ['maps/local.csv'], ['maps/local.csv']],
    ['a file that is not there', ['none.csv'], ['none.csv']],
    ['standard input and a revision of git', ['-', 'main:maps/local.csv'], ['-', 'main:maps/local.csv']],
    ['a folder, with those below it', ['maps'], ['maps/local.csv', 'maps/older/2019.xlsx']],
    ['a pattern', ['maps/*.csv'], ['maps/local.csv']],
    ['a pattern over folders', ['maps/**/*.{csv,xlsx}'], ['maps/local.csv', 'maps/older/2019.xlsx']],
    ['a pattern as it is typed on Windows', ['maps\\*.csv'], ['maps/local.csv']],
    ['a file whose name looks like a pattern', ['odd[1].csv'], ['odd[1].csv']],
  ])('%s', async (_, sources, expected) => {
    expect(await found(...sources)).toEqual(expected);
  });

  it.each([
    ['a folder without any', 'notes', { code: 'folder-without-map', args: { folder: 'notes' } }],
    [
      'a pattern that nothing matches',
      'maps/*.ods',
      { code: 'nothing-matches', args: { pattern: 'maps/*.ods' } },
    ],
  ])('%s is an error', async (_, source, error) => {
    await expect(found(source)).rejects.toMatchObject(error);
  });
});
