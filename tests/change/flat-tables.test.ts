import { expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { parseMap } from '../../src/read/parse-map.ts';

const table = (...rows: readonly string[]) =>
  parseMap({ name: 'v.csv', bytes: Buffer.from(['code;label', ...rows].join('\n')) });

const ABOVE = ['V1;Architecture', 'V1.1;Secure software development', 'V2;Authentication', 'V2.1;Passwords'];

it('an entry of a flat table is renumbered below the branch it was in, and relocated below another', async () => {
  const old = await table(...ABOVE, 'V1.1.1;Threat modelling', 'V2.1.1;Twelve characters at the least');
  const fresh = await table(...ABOVE, 'V1.1.2;Threat modelling', 'V1.1.3;Twelve characters at the least');
  const { changes } = compareMaps(old, fresh).report;
  const details = changes.map(({ old: from, details: how }) => `${from?.code}: ${how.join()}`);
  expect(details.slice(4)).toEqual(['V1.1.1: renumbered', 'V2.1.1: relocated']);
});
