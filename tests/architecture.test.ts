import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/**
 * What each room may import from, besides itself and `values`, which everybody may use: a room, or one file of it that
 * owns a truth others ask for. Data walks through the house in one direction.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  values: [],
  model: [],
  words: ['model'],
  language: ['model'],
  config: ['model', 'words'],
  read: ['model', 'words', 'language'],
  check: ['model', 'words', 'language'],
  match: ['model', 'words', 'language'],
  change: ['model', 'words', 'language'],
  decide: ['model', 'words', 'language'],
  crosswalk: ['model', 'words', 'language'],
  recode: ['model', 'words', 'language', 'crosswalk/applicable.ts'],
  merge: ['model', 'words', 'language'],
  series: ['model', 'words', 'language'],
  refs: ['model', 'words', 'language'],
  render: ['model', 'words', 'language', 'crosswalk/applicable.ts'],
  app: [
    ...['model', 'words', 'language', 'config', 'render'],
    ...['read', 'check', 'match', 'change', 'decide', 'crosswalk'],
    ...['recode', 'merge', 'series', 'refs'],
  ],
  page: ['model', 'words', 'app', 'render', 'read/pdf/read-pdf.ts', 'read/sheets/read-old-workbook.ts'],
  cli: ['model', 'words', 'app', 'render', 'config'],
  index: ['model', 'words', 'app', 'render', 'config', 'read', 'check'],
};

/** Lines of a file that is no table. */
const LONGEST = 300;

/** What only Node has, in comments too: whoever reads of it outside `cli` thinks that it is there. */
const NODE =
  /\bBuffer\b|\bnode:[a-z]|\bprocess\.(?:argv|cwd|env|exit|kill|on|pid|platform|std\w+|versions?)\b/;
const EFFECTS =
  /\bprocess\.(exit|stdout|stderr|env|argv|cwd)|\bconsole\.|['"](node:)?(fs|child_process|readline)(\/promises)?['"]|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/;

/** Sources; what is made from them is no part of the house. */
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.generated.ts'))
  .map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') }));

function roomOf(file: string): string {
  return (file.split(/[/\\]/)[0] ?? '').replace(/\.ts$/, '');
}

function importsOf({ file, text }: { file: string; text: string }): readonly string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers
    .map((specifier) => relative(SRC, resolve(SRC, dirname(file), specifier)))
    .filter((target) => !target.startsWith('..'));
}

/** Whether a file leads to another by what it imports. */
function reaches(needs: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const queue = [...(needs.get(from) ?? [])];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (file === to) return true;
    if (seen.has(file)) continue;
    seen.add(file);
    queue.push(...(needs.get(file) ?? []));
  }
  return false;
}

describe('the rooms of the house', () => {
  it('has source files to look at', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (room) => {
    const wrong = files
      .filter(({ file }) => roomOf(file) === room)
      .flatMap((each) => importsOf(each).map((target) => ({ from: each.file, target, room: roomOf(target) })))
      .filter((each) => ![room, 'values'].includes(each.room))
      .filter(({ target, room: other }) => !MAY_IMPORT[room]?.some((may) => may === other || may === target));
    expect(wrong).toEqual([]);
  });

  it('has no room that is not listed', () => {
    expect(
      [...new Set(files.map(({ file }) => roomOf(file)))].filter((room) => !(room in MAY_IMPORT)),
    ).toEqual([]);
  });

  it('has no files that need each other, not even for their types', () => {
    const needs = new Map(files.map((each) => [each.file, importsOf(each)]));
    expect([...needs.values()].flat().length).toBeGreaterThan(500);
    const circles = [...needs.keys()].filter((file) => reaches(needs, file, file));
    expect(circles).toEqual([]);
  });

  it('knows files, process, console and the clock only in cli, but for the one clock of the page', () => {
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const mayHave = (file: string) => roomOf(file) === 'cli' || file === join('page', 'client', 'today.ts');
    const wrong = files.filter(({ file, text }) => !mayHave(file) && EFFECTS.test(code(text)));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('knows what only Node has in cli alone', () => {
    const wrong = files.filter(({ file, text }) => roomOf(file) !== 'cli' && NODE.test(text));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('keeps files short, but for tables of words and weights', () => {
    const isTable = (file: string) => /^words[/\\]/.test(file);
    const long = files.filter(({ file, text }) => !isTable(file) && text.split('\n').length - 1 > LONGEST);
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  it('keeps the command line small: what others need too stands in app', () => {
    const linesOf = (some: typeof files) =>
      some.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
    const own = linesOf(files.filter(({ file }) => roomOf(file) === 'cli'));
    expect(own / linesOf(files)).toBeLessThan(0.06);
  });

  it('colours in one file', () => {
    expect(files.filter(({ text }) => /from 'chalk'/.test(text)).map(({ file }) => file)).toEqual([
      join('render', 'terminal-style.ts'),
    ]);
  });
});
