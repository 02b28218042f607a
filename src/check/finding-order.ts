import type { Finding } from '../model/finding.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { rowAndColumn } from '../values/place.ts';
import { RULE_IDS } from './registry.ts';

/**
 * The one order of findings: by sheet, row and column, then by rule, code and what is said. Total, and independent of
 * locale and of the order in which rules run.
 */
export function findingOrder(map: ProcessMap): (a: Finding, b: Finding) => number {
  const sheets = new Map(map.source.sheets?.map((name, i) => [name, i]));
  const rules = new Map(RULE_IDS.map((id, i) => [id, i]));
  const keys = new WeakMap<Finding, readonly (number | string)[]>();
  const keyOf = (finding: Finding) => {
    const known = keys.get(finding);
    if (known) return known;
    const sheet = finding.place.sheet === undefined ? -1 : (sheets.get(finding.place.sheet) ?? sheets.size);
    const rule = rules.get(finding.ruleId) ?? rules.size;
    const text = [finding.place.sheet ?? '', finding.code ?? '', JSON.stringify(finding.args)];
    const {
      page = 0,
      table = 0,
      line = 0,
      column = 0,
    } = { ...finding.place, ...rowAndColumn(finding.place) };
    const key = [sheet, page, table, line, column, rule, ...text];
    keys.set(finding, key);
    return key;
  };
  return (a, b) => compareKeys(keyOf(a), keyOf(b));
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number | string, b[i] as number | string];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
