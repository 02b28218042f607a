import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { checkMap } from '../../src/check/check-map.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { textRow, workbook } from '../read/workbook-helpers.ts';

const HEADER = ['Codice', 'Descrizione'];
const sheet = (name: string, rows: readonly (readonly string[])[], state?: 'hidden') => ({
  name,
  ...(state ? { state } : {}),
  rows: [HEADER, ...rows].map((cells, i) => textRow(i + 1, cells)).join(''),
});

const OLD = [
  ['B1.1.1.1', 'Gare'],
  ['B1.1.1.2', 'Collaudi'],
  ['B1.1.1.3', 'Albo'],
];
const NEW = [
  ['B1.1.1.1', 'Gare'],
  ['B1.1.1.2', 'Albo'],
  ['B1.1.1.3', 'Contratti'],
];

describe('a workbook with two revisions', () => {
  const bytes = workbook([sheet('Rev. 2021', OLD, 'hidden'), sheet('Rev. 2023', NEW)]);

  it('is told, once', async () => {
    const findings = checkMap(await parseMap({ name: 'a.xlsx', bytes }));
    expect(findings.map(({ ruleId }) => ruleId)).toContain('other-revision');
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain('conflicting-label');
  });

  it.each([
    ['Rev. 2021', 'Collaudi'],
    ['rev. 2023 ', 'Albo'],
  ])('is read sheet by sheet: %s', async (name, label) => {
    const map = await parseMap({ name: 'a.xlsx', bytes }, { sheet: name });
    expect(map.nodes.map((node) => node.label)).toContain(label);
    expect(checkMap(map).map(({ ruleId }) => ruleId)).not.toContain('other-revision');
  });

  it('has no other sheets', async () => {
    await expect(parseMap({ name: 'a.xlsx', bytes }, { sheet: 'Rev. 2019' })).rejects.toMatchObject({
      code: 'sheet-not-found',
      args: { found: 'Rev. 2021, Rev. 2023' },
    });
  });
});

describe('codes that lack their noughts in one revision', () => {
  const map = (codes: string) => {
    const lines = codes.split(' ').map((code, i) => `${code};Voce ${'abcdefghij'.charAt(i)}`);
    return parseMap({
      name: 'a.csv',
      bytes: new TextEncoder().encode(['Codice;Descrizione', ...lines].join('\n')),
    });
  };
  const told = async (old: string, fresh: string) =>
    compareMaps(await map(old), await map(fresh)).report.findings.flatMap(({ side, finding }) =>
      finding.ruleId === 'spreadsheet-code'
        ? [[side, finding.args.value, finding.args.expected, finding.args.count]]
        : [],
    );

  it('are told by the other', async () => {
    expect(await told('1 1.1 1.11 10 10.1', '01 01.1 01.11 10 10.1')).toEqual([['old', '1', '01', 3]]);
    expect(await told('01 01.1 10', '1 1.1 10')).toEqual([['new', '1', '01', 2]]);
  });

  it('are not where the other has both, or only one differs', async () => {
    expect(await told('1 1.1 10', '1 1.1 01 01.1')).toEqual([]);
    expect(await told('1 2 3', '01 2 3')).toEqual([]);
  });
});
