import { CHANGE_KINDS, type Change, type ChangeKind, hasTier } from '../model/change.ts';
import { TIERS, type Tier } from '../model/correspondence.ts';
import type { MigrationReport } from '../model/report.ts';

/** The numbers of a comparison: every output shows these, and none counts by itself. */
export type Counts = Pick<MigrationReport, 'summary' | 'tiers' | 'alarms'>;

/** As much of a change as is counted. */
export type Counted = Pick<Change, 'kind' | 'tier' | 'alarms'>;

/**
 * Counts what became of the entries. Every old entry is in one kind, and in one of *certain*, *probable*, *open*, dropped
 * and possibly lost: an entry that goes nowhere passes under no tier.
 */
export function countChanges(changes: readonly Counted[]): Counts {
  const summary = zeros<ChangeKind>(CHANGE_KINDS);
  const tiers = zeros<Tier>(TIERS);
  for (const { kind, tier } of changes) {
    summary[kind]++;
    if (hasTier(kind)) tiers[tier]++;
  }
  const withAlarm = (name: string) =>
    changes.filter(({ alarms }) => alarms.some(({ kind }) => kind === name)).length;
  return {
    summary,
    tiers,
    alarms: { recycled: withAlarm('recycled'), possiblyLost: withAlarm('possibly-lost') },
  };
}

function zeros<K extends string>(names: readonly K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
}
