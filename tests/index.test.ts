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
    'readMap',
    'renderCrosswalk',
    'renderCrosswalkCsv',
    'renderDecisionsCsv',
    'renderFindings',
    'renderMapFile',
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
