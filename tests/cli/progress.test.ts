import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const DIFF = ['diff', 'fixtures/massa-carrara-2021.csv', 'fixtures/unioncamere-rev2023.csv', '--summary'];

describe('progress of a comparison', () => {
  it('shows on a terminal how far a long one has come, and takes it back at the end', async () => {
    const { stderr, exitCode } = await runCli(DIFF, { terminal: 100, now: clockThatAdvances(700) });
    const shown = [...stderr.matchAll(/(\d+) %/g)].map(([, percent]) => Number(percent));
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/comparing \d+ entries with \d+ \.\.\. █/);
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(stderr).toMatch(/\r +\r$/);
  });

  it('shows nothing when it is done in a moment', async () => {
    const { stderr } = await runCli(DIFF, { terminal: 100, now: clockThatAdvances(1) });
    expect(stderr).toBe('');
  });

  it('shows nothing in a pipe, and the report is the same', async () => {
    const piped = await runCli(DIFF, { now: clockThatAdvances(700) });
    const quick = await runCli(DIFF);
    expect(piped.stderr).toBe('');
    expect(piped.stdout).toBe(quick.stdout);
  });
});

/** A clock that goes on by so many milliseconds whenever it is looked at. */
function clockThatAdvances(milliseconds: number): () => Date {
  let time = Date.UTC(2024, 0, 1);
  return () => {
    time += milliseconds;
    return new Date(time);
  };
}
