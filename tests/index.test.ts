import { expect, it } from 'vitest';
import { readMap } from '../src/cli/node.ts';
import * as api from '../src/index.ts';

it('is the public API, name by name', () => {
  expect(Object.keys(api).sort()).toEqual([
    'CHANGE_KINDS',
    'CHECK_FORMATS',
    'CROSSWALK_COLUMNS',
    'CROSSWALK_FORMATS',
    'DECISION_COLUMNS',
    'MAP_FORMATS',
    'ProcmapError',
    'REFS_FORMATS',
    'REKEY_COLUMNS',
    'REPORT_FORMATS',
    'RULE_IDS',
    'ancestorsOf',
    'buildPlan',
    'chainAll',
    'checkMaps',
    'childrenOf',
    'codeKind',
    'codeLevel',
    'compareCodes',
    'compareMaps',
    'crosswalkOf',
    'decisionsOf',
    'explainEntry',
    'findEntries',
    'findReferences',
    'fingerprintOf',
    'freeCode',
    'isAncestorCode',
    'isBookable',
    'keyOf',
    'makeCrosswalk',
    'nodeAt',
    'parentCode',
    'parseCode',
    'parseCrosswalkFile',
    'parseDecisions',
    'parseMap',
    'parseUsage',
    'pathOf',
    'readCode',
    'readCodeAndLabel',
    'recodeTimesheet',
    'rekeyTable',
    'renderCrosswalkCsv',
    'renderDecisionsCsv',
    'renderFindings',
    'renderMapFile',
    'renderRecodeText',
    'renderRefs',
    'renderRekeyText',
    'renderReport',
    'renderReviewWorkbook',
    'reviewOf',
  ]);
});

it('compares two maps in four lines', async () => {
  const oldMap = await readMap('fixtures/massa-carrara-2021.csv');
  const newMap = await readMap('fixtures/unioncamere-rev2023.csv');
  const { report } = api.compareMaps(oldMap, newMap);
  expect(report.alarms.recycled).toBeGreaterThan(0);
});

it('draws with nothing but a format asked for', async () => {
  const maps = await Promise.all(
    ['massa-carrara-2021.csv', 'unioncamere-rev2023.csv'].map((name) => readMap(`fixtures/${name}`)),
  );
  const comparison = api.compareMaps(maps[0] as api.ProcessMap, maps[1] as api.ProcessMap);
  const page = String(await api.renderReport('html', comparison.report));
  expect(page).toContain('<html lang="en"');
  expect(page).toContain('procmap 0.1.0');
  expect(page).not.toContain('Made on');
  expect(await api.renderReport('text', comparison.report)).toContain('A1.1.1.7');
  expect(api.renderFindings('text', api.checkMaps(maps))).toContain('massa-carrara-2021.csv');
  const { file, obstacles } = await api.makeCrosswalk(comparison);
  expect(file?.data).toMatch(/^old_code,/);
  expect(obstacles.map(({ kind }) => kind)).toContain('open');
  expect((await api.makeCrosswalk(comparison, { profile: 'payroll' })).file).toBeNull();
});

it('recodes a time-sheet held in memory', async () => {
  const { crosswalk } = await api.parseCrosswalkFile({
    name: 'x',
    bytes: Buffer.from('old_code,new_code,share\nA1,B1,1\n'),
  });
  async function* sheet() {
    yield Buffer.from('codice;ore\nA1;7,5\n');
  }
  const run = api.recodeTimesheet(sheet(), api.buildPlan(crosswalk), { file: 'ore.csv' });
  let text = '';
  for (let next = await run.next(); ; next = await run.next()) {
    if (next.done) {
      expect(next.value.report.balances[0]).toMatchObject({ before: '7.5', after: '7.5' });
      break;
    }
    text += Buffer.from(next.value.recoded).toString();
  }
  expect(text).toBe('codice;ore\nB1;7,5\n');
});
