import { type Code, compareCodes, freeCode, parseCode } from '../model/code.ts';
import type { MigrationReport, ReportChange, ReportEntry } from '../model/report.ts';

/** A top entry of a map, with all below it: a macro-process. */
export interface Area {
  readonly code: string;
  readonly label: string;
}

/** Where entries come from or go to: an area (its index), or one of the ends that are no area. */
export type FlowEnd = number | 'added' | 'dropped' | 'possibly-lost' | 'open';

/** What goes from one area to another. */
export interface Flow {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  /** Entries concerned; one that is split counts in each of its flows. */
  readonly entries: number;
  /** Width: entries, or hours where they are known; one that is split is divided among its flows. */
  readonly amount: number;
  /** Whether the area keeps its code. */
  readonly stays: boolean;
}

/** The migration between macro-processes. */
export interface FlowPicture {
  readonly oldAreas: readonly Area[];
  readonly newAreas: readonly Area[];
  readonly flows: readonly Flow[];
  /** Whether `amount` counts hours. */
  readonly byHours: boolean;
}

/** Which areas the entries of a change stand in, as indexes into the picture's areas. */
export interface ChangeEnds {
  readonly from: FlowEnd;
  readonly to: readonly FlowEnd[];
}

/** Adds up the changes to flows between areas; in the order of the old map, then of the new one. */
export function flowsOf(report: MigrationReport): FlowPicture {
  const areas = areasOf(report);
  const flows = new Map<string, { from: FlowEnd; to: FlowEnd; entries: number; amount: number }>();
  for (const change of report.changes) {
    const { from, to } = endsOf(change, areas);
    const whole = amountOf(change, report.usage);
    const shares = sharesOf(change, to.length);
    to.forEach((end, i) => {
      const key = `${from}>${end}`;
      const flow = flows.get(key) ?? { from, to: end, entries: 0, amount: 0 };
      flow.amount += whole * (shares[i] ?? 0);
      flow.entries += to.indexOf(end) === i ? 1 : 0;
      flows.set(key, flow);
    });
  }
  const stays = ({ from, to }: { from: FlowEnd; to: FlowEnd }) =>
    typeof from === 'number' && typeof to === 'number' && areas.old[from]?.code === areas.new[to]?.code;
  return {
    oldAreas: areas.old,
    newAreas: areas.new,
    flows: [...flows.values()].sort(inOrder).map((flow) => ({ ...flow, stays: stays(flow) })),
    byHours: report.usage !== undefined,
  };
}

/** The areas of both maps, in the order of their files, and where to find an entry's. */
export interface Areas {
  readonly old: readonly Area[];
  readonly new: readonly Area[];
  readonly indexOfOld: ReadonlyMap<string, number>;
  readonly indexOfNew: ReadonlyMap<string, number>;
}

/** Collects the areas of both maps. */
export function areasOf({ structure, changes }: MigrationReport): Areas {
  const all = [...structure, ...changes];
  const oldSide = collect(all.flatMap((change) => (change.old === null ? [] : [change.old])));
  const newSide = collect(all.flatMap((change) => change.new));
  return { old: oldSide.areas, new: newSide.areas, indexOfOld: oldSide.index, indexOfNew: newSide.index };
}

/** The areas that a change leaves and reaches. Targets in the order of the change, not made unique. */
export function endsOf(change: ReportChange, areas: Areas): ChangeEnds {
  const from = change.old === null ? 'added' : indexIn(areas.indexOfOld, change.old);
  if (change.kind === 'open' || change.kind === 'possibly-lost') return { from, to: [change.kind] };
  if (change.new.length === 0) return { from, to: ['dropped'] };
  return { from, to: change.new.map((target) => indexIn(areas.indexOfNew, target)) };
}

function collect(entries: readonly ReportEntry[]): { areas: Area[]; index: Map<string, number> } {
  const labels = new Map<string, string>();
  for (const entry of entries) {
    const code = areaCode(entry);
    const own = entry.above.length === 0;
    if (!labels.has(code) || (own && labels.get(code) === '')) labels.set(code, own ? entry.label : '');
  }
  const sorted = [...labels]
    .map(([code, label]) => ({ code, label }))
    .sort((a, b) => compareCodes(toCode(a.code), toCode(b.code)));
  return { areas: sorted, index: new Map(sorted.map(({ code }, i) => [code, i])) };
}

const toCode = (text: string): Code => parseCode(text) ?? freeCode(text);

function areaCode(entry: ReportEntry): string {
  return entry.above[0] ?? entry.code;
}

function indexIn(index: ReadonlyMap<string, number>, entry: ReportEntry): number {
  return index.get(areaCode(entry)) ?? 0;
}

function amountOf(change: ReportChange, usage: MigrationReport['usage']): number {
  if (usage === undefined) return 1;
  return change.old === null ? 0 : (usage[change.old.code] ?? 0);
}

/** Equal parts stand in for shares that nobody has decided yet: this is a picture, no hours move by it. */
function sharesOf(change: ReportChange, parts: number): readonly number[] {
  const shares = change.new.map((target) => (target.share === null ? Number.NaN : Number(target.share)));
  const known = shares.length === parts && shares.every((share) => share >= 0);
  return known && parts > 0 ? shares : new Array<number>(parts).fill(1 / parts);
}

const END_ORDER = { added: 1e6, dropped: 2e6, 'possibly-lost': 3e6, open: 4e6 } as const;

function inOrder(a: { from: FlowEnd; to: FlowEnd }, b: { from: FlowEnd; to: FlowEnd }): number {
  const rank = (end: FlowEnd) => (typeof end === 'number' ? end : END_ORDER[end]);
  return rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to);
}
