import { describe, expect, it } from 'vitest';
import { runProcmap } from '../../bench/lib/procmap-method.ts';
import { scoreCrosswalk } from '../../bench/lib/score.ts';
import { allSets } from '../../bench/lib/sets.ts';

/**
 * What the links have to be worth on each reference set, at least; `docs/quality.md` has the figures themselves. A floor
 * stands a little below its figure, so that it tells of a loss and not of a rounding; certain links that are wrong have no
 * slack.
 */
const FLOORS = [
  { name: 'rest', f1: 0.97, wrongCertain: 0, coverage: 0.82 },
  { name: 'levels', f1: 0.83, wrongCertain: 0, coverage: 0.35 },
  { name: 'nist', f1: 0.96, wrongCertain: 0, coverage: 0.89 },
  { name: 'naics', f1: 0.985, wrongCertain: 0, coverage: 0.88 },
  { name: 'activities', f1: 0.98, wrongCertain: 0, coverage: 0.86 },
  { name: 'structure', f1: 0.97, wrongCertain: 0, coverage: 0.78 },
] as const;

const sets = new Map(allSets().map((set) => [set.name, set]));

describe('the quality of the links', () => {
  it.each(FLOORS.slice(0, 4))('measures $name, whose links are in the repository', ({ name }) => {
    expect(sets.get(name)?.gold.length).toBeGreaterThan(100);
  });

  for (const { name, f1, wrongCertain, coverage } of FLOORS) {
    const set = sets.get(name);
    const missing = set === undefined ? ' (skipped: its links are kept apart, in ../shared/data)' : '';
    it.skipIf(set === undefined)(`${name} stays above its floor${missing}`, { timeout: 60_000 }, () => {
      if (set === undefined) return;
      const { certain, ...score } = scoreCrosswalk(runProcmap(set).crosswalk, set.gold);
      expect(score.f1, 'F1 of the links').toBeGreaterThanOrEqual(f1);
      expect(certain.wrong.length, `wrong certain links: ${certain.wrong.join('; ')}`).toBeLessThanOrEqual(
        wrongCertain,
      );
      expect(certain.coverage, 'share of entries that certain links cover').toBeGreaterThanOrEqual(coverage);
    });
  }
});
