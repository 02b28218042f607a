import { type Alarm, CHANGE_KINDS, type Change, type ChangeKind, hasTier } from '../model/change.ts';
import { TIERS, type Tier } from '../model/correspondence.ts';
import type { MigrationReport, ReportChange } from '../model/report.ts';

/** The numbers of a comparison: every output shows these, and none counts by itself. */
export type Counts = Pick<MigrationReport, 'summary' | 'tiers' | 'incomplete' | 'alarms'>;

/** As much of a change as is counted. */
export type Counted = Pick<Change, 'kind' | 'tier' | 'alarms'> & {
  readonly complete?: ReportChange['complete'];
};

/**
 * Counts what became of the entries. Every old entry is in one kind, and in one of *certain*, *probable*, *open*, dropped
 * and possibly lost: an entry that goes nowhere passes under no tier.
 */
export function countChanges(changes: readonly Counted[]): Counts {
  const summary = zeros<ChangeKind>(CHANGE_KINDS);
  const tiers = zeros<Tier>(TIERS);
  let incomplete = 0;
  for (const { kind, tier, complete } of changes) {
    summary[kind]++;
    if (!hasTier(kind)) continue;
    tiers[tier]++;
    if (tier === 'certain' && complete === 'unknown') incomplete++;
  }
  const withAlarm = (name: Alarm['kind']) =>
    changes.filter(({ alarms }) => alarms.some(({ kind }) => kind === name)).length;
  return {
    summary,
    tiers,
    incomplete,
    alarms: {
      recycled: withAlarm('recycled'),
      possiblyLost: withAlarm('possibly-lost'),
      reusedIds: withAlarm('reused-id'),
      redefined: withAlarm('redefined'),
    },
  };
}

function zeros<K extends string>(names: readonly K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
}
