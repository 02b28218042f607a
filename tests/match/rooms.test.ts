import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const MATCH = resolve(import.meta.dirname, '../../src/match');
/** The steps of the method, in their order; what all of them use comes first. */
const ROOMS = ['similarity', 'view', 'candidates', 'compare', 'infer', 'decide'];
const MAX_LINES = 250;

const files = ROOMS.flatMap((room) =>
  readdirSync(join(MATCH, room)).map((name) => ({ room, path: join(MATCH, room, name) })),
);

test('each step of the method knows only those before it', () => {
  const backwards = files.flatMap(({ room, path }) =>
    [...readFileSync(path, 'utf8').matchAll(/from '\.\.\/(\w+)\//g)]
      .map(([, other]) => ROOMS.indexOf(other as string))
      .filter((other) => other > ROOMS.indexOf(room))
      .map((other) => `${path} knows ${ROOMS[other]}`),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(backwards).toEqual([]);
});

test('no file of the method is longer than can be read at once', () => {
  const long = files.filter(({ path }) => readFileSync(path, 'utf8').split('\n').length > MAX_LINES);
  expect(long).toEqual([]);
});

test('numbers that were set by hand stand in one file', () => {
  const set = files.flatMap(({ path }) =>
    [...readFileSync(path, 'utf8').matchAll(/^(?:export )?const ([A-Z_]+)(?:: \w+)? = -?0?\.\d+;/gm)].map(
      ([, name]) => `${path}: ${name}`,
    ),
  );
  expect(set).toEqual([]);
});
