import { describe, expect, it } from 'vitest';
import { checkExitCode } from '../../src/cli/exit-code.ts';
import type { FailOn } from '../../src/model/check-report.ts';

const code = (counts: string, failOn: FailOn, maxWarnings?: number) => {
  const [error = 0, warning = 0, info = 0] = counts.split('/').map(Number);
  return checkExitCode({ error, warning, info }, { failOn, maxWarnings });
};

describe('checkExitCode, of errors/warnings/info', () => {
  it.each([
    ['0/0/0', 'info', 0],
    ['1/0/0', 'error', 1],
    ['0/9/9', 'error', 0],
    ['0/1/0', 'warning', 1],
    ['0/0/9', 'warning', 0],
    ['0/0/1', 'info', 1],
    ['9/9/9', 'never', 0],
  ] as const)('%s with --fail-on %s is %i', (counts, failOn, expected) => {
    expect(code(counts, failOn)).toBe(expected);
  });

  it.each([
    ['0/2/0', 2, 0],
    ['0/3/0', 2, 1],
    ['0/1/0', 0, 1],
    ['0/0/9', 0, 0],
  ] as const)('%s with --max-warnings %i is %i', (counts, maxWarnings, expected) => {
    expect(code(counts, 'error', maxWarnings)).toBe(expected);
    expect(code(counts, 'never', maxWarnings)).toBe(expected);
  });
});
