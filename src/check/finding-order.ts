import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { ProcessMap } from '../model/process-map.ts';
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
    const key = [sheet, ...rowAndColumn(finding.place), rule, ...text];
    keys.set(finding, key);
    return key;
  };
  return (a, b) => compareKeys(keyOf(a), keyOf(b));
}

const CELL = /^([A-Z]+)(\d+)/;

function rowAndColumn({ cell, line, column }: Place): readonly [number, number] {
  const address = cell === undefined ? null : CELL.exec(cell);
  if (!address) return [line ?? 0, column ?? 0];
  let index = 0;
  for (const letter of address[1] as string) index = index * 26 + letter.charCodeAt(0) - 64;
  return [Number(address[2]), index];
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number | string, b[i] as number | string];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
