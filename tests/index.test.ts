import { expect, it } from 'vitest';
import * as api from '../src/index.ts';

it('is the public API, name by name', () => {
  expect(Object.keys(api).sort()).toEqual([
    'CHANGE_KINDS',
    'CROSSWALK_COLUMNS',
    'DECISION_COLUMNS',
    'ProcmapError',
    'REPORT_FORMATS',
    'ancestorsOf',
    'checkMap',
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
    'pathOf',
    'readCode',
    'readCodeAndLabel',
    'readMap',
    'renderCrosswalkCsv',
    'renderDecisionsCsv',
    'renderReport',
  ]);
});

it('compares two maps in four lines', async () => {
  const oldMap = await api.readMap('fixtures/massa-carrara-2021.csv');
  const newMap = await api.readMap('fixtures/unioncamere-rev2023.csv');
  const { report } = api.compareMaps(oldMap, newMap);
  expect(report.alarms.recycled).toBeGreaterThan(0);
});
