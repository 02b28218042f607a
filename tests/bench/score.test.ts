import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProcmap } from '../../bench/lib/procmap-method.ts';
import { type CrosswalkLink, scoreCrosswalk } from '../../bench/lib/score.ts';
import { type GoldLink, ownSets } from '../../bench/lib/sets.ts';

/** The parts of every line: `OLD -> NEW word mark`, with no `NEW` for a dropped entry, and perhaps no mark. */
function lines(text: string): { old: string; new: string; word: string; mark: string }[] {
  return [...text.matchAll(/^ *(\S+) ->(?: (\S+))? ([a-z]+)(?: (\S+))?$/gm)].map(
    ([, old = '', target = '', word = '', mark = '']) => ({ old, new: target, word, mark }),
  );
}

/** `OLD -> NEW tier alarm` */
function crosswalk(text: string): CrosswalkLink[] {
  return lines(text).map(({ word, mark, ...link }) => ({
    ...link,
    tier: word as CrosswalkLink['tier'],
    alarms: mark === '' ? [] : [mark],
  }));
}

/** `OLD -> NEW relation ?`, with `?` for an optional link. */
function gold(text: string): GoldLink[] {
  return lines(text).map(({ word, mark, ...link }) => ({ ...link, relation: word, optional: mark === '?' }));
}

const REFERENCE = gold(`
  a -> A same
  b -> B split
  b -> C split
  c -> D merged
  d -> D merged
  e -> dropped
  f -> F lost
  g -> G same
  g -> H split ?
  h -> I same
`);

const OWN = crosswalk(`
  a -> A certain
  b -> B certain
  b -> C probable
  c -> D certain
  d -> E certain
  e -> certain
  f -> certain possibly-lost=F
  g -> G probable
  g -> H certain
  h -> I open
  z -> Z certain
`);

describe('the score of a crosswalk', () => {
  const score = scoreCrosswalk(OWN, REFERENCE);

  it('counts required links, of judged old codes, that are not open', () => {
    expect(score).toMatchObject({ oldCodes: 8, links: 6, required: 7 });
    expect(score.precision).toBeCloseTo(5 / 6);
    expect(score.recall).toBeCloseTo(5 / 7);
    expect(score.f1).toBeCloseTo(10 / 13);
    expect(score.wrong).toEqual(['d -> E']);
    expect(score.missed).toEqual(['d -> D', 'h -> I']);
  });

  it('says of certain links how many are right, and of how many old codes every row is certain', () => {
    expect(score.certain).toMatchObject({ links: 4, precision: 3 / 4, wrong: ['d -> E'] });
    // a, c, d, e, f: b has a probable row, g too, h is open.
    expect(score.certain.coverage).toBeCloseTo(5 / 8);
  });

  it('compares kinds where every link counts', () => {
    // Judged a b c d e h; right a, b, e. c is alone because d went elsewhere, h is open.
    expect(score.kindAgreement).toBeCloseTo(3 / 6);
  });

  it('sees a lost row where the alarm names it and no other', () => {
    expect(score.lost).toEqual({ seen: 1, of: 1 });
    const other = crosswalk('f -> certain possibly-lost=F.1');
    expect(scoreCrosswalk(other, REFERENCE).lost).toEqual({ seen: 0, of: 1 });
  });

  it('finds nothing wrong with nothing, and nothing in it', () => {
    expect(scoreCrosswalk([], REFERENCE)).toMatchObject({ precision: 1, recall: 0, f1: 0 });
  });
});

const SCORER = resolve(import.meta.dirname, '../../../shared/bench/score.mjs');

describe.skipIf(!existsSync(SCORER))('the independent scorer beside the project', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'procmap-score-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function independent(rows: readonly CrosswalkLink[], links: readonly GoldLink[]) {
    const write = (name: string, lines: readonly string[]): string => {
      writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
      return join(folder, name);
    };
    const own = rows.map((row) => [row.old, row.new, row.tier, row.alarms.join('|')].join(','));
    const reference = links.map((link) =>
      [link.old, link.new, link.relation, link.optional ? 'optional' : 'required'].join(','),
    );
    const args = [
      write('crosswalk.csv', ['old_code,new_code,tier,alarms', ...own]),
      write('gold.csv', ['old_code,new_code,relation,required', ...reference]),
    ];
    return JSON.parse(execFileSync(process.execPath, [SCORER, ...args, '--json'], { encoding: 'utf8' }));
  }

  function rounded(rows: readonly CrosswalkLink[], links: readonly GoldLink[]) {
    const round = (value: number): number => Math.round(value * 1e4) / 1e4;
    const tabbed = (pairs: readonly string[]): string[] => pairs.map((pair) => pair.replace(' -> ', '\t'));
    const { certain, lost, ...score } = scoreCrosswalk(rows, links);
    return {
      ...score,
      precision: round(score.precision),
      recall: round(score.recall),
      f1: round(score.f1),
      kindAgreement: round(score.kindAgreement),
      wrong: tabbed(score.wrong),
      missed: tabbed(score.missed),
      certain: {
        links: certain.links,
        precision: round(certain.precision),
        coverage: round(certain.coverage),
        wrong: tabbed(certain.wrong),
      },
      lost: `${lost.seen}/${lost.of}`,
    };
  }

  it('gives the same figures on a small crosswalk', () => {
    expect(rounded(OWN, REFERENCE)).toMatchObject(independent(OWN, REFERENCE));
  });

  it.each(ownSets().map((set) => [set.name, set] as const))(
    'gives the same figures on the set %s',
    (_, set) => {
      const { crosswalk: rows } = runProcmap(set);
      expect(rounded(rows, set.gold)).toMatchObject(independent(rows, set.gold));
    },
  );
});
