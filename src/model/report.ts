import type { Alarm, ChangeDetail, ChangeKind, GsimCode } from './change.ts';
import type { Evidence, NoLinkReason, Tier } from './correspondence.ts';
import type { DecisionNote, StaleDecision } from './decision.ts';
import type { Finding } from './finding.ts';
import type { LayoutName, NodeKind } from './process-map.ts';

/** One side of a comparison: what was read. Counts are of entries. */
export interface MapSummary {
  readonly name: string;
  readonly title: string | null;
  readonly layout: LayoutName;
  readonly sha256: string | null;
  readonly structure: number;
  readonly activities: number;
  readonly services: number;
  readonly bookable: number;
}

/** An entry as the reader of a report sees it. `code` is the booking code, or the entry's own on structure. */
export interface ReportEntry {
  /** Id in its map. */
  readonly id: number;
  readonly code: string;
  readonly label: string;
  readonly path: string;
  /** Codes of the entries above it, from the macro-process down; empty for a macro-process. */
  readonly above: readonly string[];
  readonly kind: NodeKind;
  /** Set on a service entry that stands in the new map by rule; its file does not list it. */
  readonly implied?: true;
  /** Set on an entry that the new file lost and a decision put back. */
  readonly restored?: true;
}

/** A target of a change, with what speaks for it. */
export interface ReportTarget extends ReportEntry {
  readonly share: string | null;
  /** Whether this target stands for the entry where only one can be named; `null` while that is not decided. */
  readonly isDefault: boolean | null;
  readonly confidence: number;
  readonly tier: Tier;
  readonly evidence: readonly Evidence[];
  readonly matcher: string;
  /** Who decided on this target, when and why; `null` when nobody did. */
  readonly decision: DecisionNote | null;
}

export interface ReportCandidate extends ReportEntry {
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** What became of one old entry, or an added new one (`old: null`). */
export interface ReportChange {
  readonly kind: ChangeKind;
  readonly details: readonly ChangeDetail[];
  readonly gsim: GsimCode | null;
  readonly old: ReportEntry | null;
  readonly new: readonly ReportTarget[];
  readonly tier: Tier;
  /** Whether its targets are all it goes to: `unknown` where something speaks for a further one; `null` without target. */
  readonly complete: 'yes' | 'unknown' | null;
  readonly alarms: readonly Alarm[];
  /** The other old entries that go to the same targets, for merged and transfer. */
  readonly mergedWith: readonly ReportEntry[];
  /** Code of the target that carries the entry on, or `null`. */
  readonly carriedBy: string | null;
  /** Ranked; empty when nothing came near. */
  readonly candidates: readonly ReportCandidate[];
  /** Why an old entry has no target. */
  readonly noLink: NoLinkReason | null;
  /** Who decided, when and why, where a decision settled the change; of several, the one on the first target. */
  readonly decision: DecisionNote | null;
}

export type ChangeCounts = Readonly<Record<ChangeKind, number>>;

/** The migration report: everything every renderer draws. Full detail; grouping is the renderers' view of it. */
export interface MigrationReport {
  readonly old: MapSummary;
  readonly new: MapSummary;
  readonly summary: ChangeCounts;
  readonly tiers: Readonly<Record<Tier, number>>;
  /** Of the certain ones, those that may also go elsewhere in part. */
  readonly incomplete: number;
  /** Whether many entries of these two maps were divided, so that one link is often not all. */
  readonly dividesMuch: boolean;
  readonly alarms: {
    readonly recycled: number;
    readonly possiblyLost: number;
    /** Identifiers that stand at another meaning now. */
    readonly reusedIds: number;
    /** Entries whose definition has changed under the same label. */
    readonly redefined: number;
  };
  /** Bookable entries: old ones in the order of the old map, then added ones in the order of the new. */
  readonly changes: readonly ReportChange[];
  /** Levels 1 to 3, likewise. */
  readonly structure: readonly ReportChange[];
  readonly findings: readonly { readonly side: 'old' | 'new'; readonly finding: Finding }[];
  /** How many decisions were applied, and which no longer fit the maps; `null` when there were none to apply. */
  readonly decisions: { readonly applied: number; readonly stale: readonly StaleDecision[] } | null;
  /** Hours booked by old booking code, where the time-sheets are known. Codes without hours may be left out. */
  readonly usage?: Readonly<Record<string, number>>;
}

/** Every format of the migration report: the choices of `--format`. */
export const REPORT_FORMATS = ['text', 'html', 'xlsx', 'markdown', 'csv', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
