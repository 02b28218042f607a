import { expect, it } from 'vitest';
import { nearestCode } from '../../src/model/nearest-code.ts';

it.each([
  ['B2.1.1.1', ['A2.1.1.1', 'B2.1.1.2'], 'B2.1.1.2'],
  ['B2.1.1.1', ['A2.1.1.1'], ''],
  ['B2.1.1.1', ['B2.9.9.9'], ''],
  ['a1.1.1.9', ['A1.1.1.8'], 'A1.1.1.8'],
  ['AC-2', ['AC-3'], ''],
])('the code near %s among %j is "%s"', (code, known, near) => {
  expect(nearestCode(code, known)).toBe(near);
});
