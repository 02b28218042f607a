import { expect, it } from 'vitest';
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
    'REPORT_FORMATS',
    'RULE_IDS',
    'ancestorsOf',
    'buildPlan',
    'chainAll',
    'checkMap',
    'checkMaps',
    'checkedCrosswalkOf',
    'childrenOf',
    'codeKind',
    'codeLevel',
    'compareCodes',
    'compareMaps',
    'crosswalkOf',
    'decisionsOf',
    'decisionsTaken',
    'explainEntry',
    'findEntries',
    'findReferences',
    'fingerprintOf',
    'freeCode',
    'isAncestorCode',
    'isBookable',
    'keyOf',
    'nodeAt',
    'parentCode',
    'parseCode',
    'parseDecisions',
    'parseMap',
    'parseUsage',
    'pathOf',
    'readCode',
    'readCodeAndLabel',
    'readCrosswalkFile',
    'readMap',
    'recodeTimesheet',
    'renderCrosswalk',
    'renderCrosswalkCsv',
    'renderDecisionsCsv',
    'renderFindings',
    'renderMapFile',
    'renderRecodeText',
    'renderRefsCsv',
    'renderRefsText',
    'renderReport',
    'renderReviewWorkbook',
    'reviewOf',
  ]);
});

it('compares two maps in four lines', async () => {
  const oldMap = await api.readMap('fixtures/massa-carrara-2021.csv');
  const newMap = await api.readMap('fixtures/unioncamere-rev2023.csv');
  const { report } = api.compareMaps(oldMap, newMap);
  expect(report.alarms.recycled).toBeGreaterThan(0);
});

it('recodes a time-sheet held in memory', async () => {
  const { crosswalk } = await api.readCrosswalkFile({
    name: 'x',
    bytes: Buffer.from('old_code,new_code,share\nA1,B1,1\n'),
  });
  const options = { columns: {}, audit: false, point: null, decimals: 0, evenIfMarked: false } as const;
  async function* sheet() {
    yield Buffer.from('codice;ore\nA1;7,5\n');
  }
  const run = api.recodeTimesheet(sheet(), api.buildPlan(crosswalk), { file: 'ore.csv', ...options });
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
