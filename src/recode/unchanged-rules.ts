import type { Rule } from './plan.ts';

/** Rules by which every code stays what it is: for reading time-sheets without recoding them. */
export function unchangedRules(codes: readonly string[]): ReadonlyMap<string, Rule> {
  const about = {
    label: '',
    recycled: false,
    kind: 'map',
    change: 'unchanged',
    tier: 'certain',
    decided: true,
  } as const;
  return new Map(codes.map((code) => [code, { ...about, code, targets: [{ code, label: '', weight: 1n }] }]));
}
