import { compareCodes, parentCode } from '../model/code.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import { codeOfText, rowsByOldCode } from '../model/crosswalk-rows.ts';
import type { CitationStatus, CitationTarget, CodeFate } from '../model/refs-report.ts';

/** A map that may know a code the crosswalk does not: label by code. */
export interface OtherMap {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** Of the entries below a branch, so many have to stay together for the branch to be the one that carries them. */
const MOST = 2 / 3;

/**
 * Makes the function that tells what has become of a code. The crosswalk lists the codes that hours are booked on; what
 * becomes of the branches above them (`C1.1`, `C2.7.2`) follows from where the entries below them go.
 */
export function codeFates(crosswalk: Crosswalk, others: readonly OtherMap[]): (code: string) => CodeFate {
  const old = sideOf(
    crosswalk.rows.map((row) => ({ code: row.oldCode, label: row.oldLabel, path: row.oldPath })),
  );
  const renewed = sideOf(
    crosswalk.rows.map((row) => ({ code: row.newCode, label: row.newLabel, path: row.newPath })),
  );
  const rows = rowsByOldCode(crosswalk);
  return (code) => {
    const knownIn = others.flatMap(({ name, labels }) => {
      const label = labels.get(code);
      return label === undefined ? [] : [{ map: name, label }];
    });
    const booked = rows.get(code);
    const below = old.below.get(code) ?? [];
    if (booked && below.length === 0) return bookedFate(booked, renewed, knownIn);
    if (below.length > 0) return branchFate(code, { below, rows, old, renewed, knownIn });
    return { ...UNKNOWN, code, knownIn };
  };
}

/** The codes that a crosswalk knows in its old revision: those of its rows, and those of the branches above them. */
export function oldCodes(crosswalk: Crosswalk): ReadonlySet<string> {
  const rows = crosswalk.rows.map((row) => ({ code: row.oldCode, label: row.oldLabel, path: row.oldPath }));
  return new Set(sideOf(rows).labels.keys());
}

const UNKNOWN = { label: '', status: 'unknown', targets: [], entries: null, recycledAs: null } as const;

/** One revision: labels of all its codes, and the booking codes below each branch. */
interface Side {
  readonly labels: ReadonlyMap<string, string>;
  readonly below: ReadonlyMap<string, readonly string[]>;
}

function sideOf(
  entries: readonly { readonly code: string; readonly label: string; readonly path: string }[],
): Side {
  const labels = new Map<string, string>();
  const below = new Map<string, Set<string>>();
  for (const { code, label, path } of entries) {
    if (code === '') continue;
    labels.set(code, label);
    const above = ancestors(code);
    const names = path.split(' > ');
    above.forEach((branch, i) => {
      const known = names.length === above.length ? (names[i] ?? '') : '';
      if (!labels.get(branch)) labels.set(branch, known);
      below.set(branch, (below.get(branch) ?? new Set()).add(code));
    });
  }
  return { labels, below: new Map([...below].map(([branch, codes]) => [branch, [...codes]])) };
}

/** The codes above a code, from the top. */
function ancestors(code: string): readonly string[] {
  const above: string[] = [];
  for (let at = parentCode(codeOfText(code)); at !== null; at = parentCode(at)) above.unshift(at.text);
  return above;
}

function bookedFate(rows: readonly CrosswalkRow[], renewed: Side, knownIn: CodeFate['knownIn']): CodeFate {
  const first = rows[0] as CrosswalkRow;
  const targets = rows.filter((row) => row.newCode !== '');
  return {
    code: first.oldCode,
    label: first.oldLabel,
    status: statusOf(first),
    targets: targets.map((row) => ({ code: row.newCode, label: row.newLabel, entries: null })),
    entries: null,
    recycledAs: first.alarms.includes('recycled') ? (renewed.labels.get(first.oldCode) ?? '') : null,
    knownIn,
  };
}

function statusOf({ change, tier, newCode }: CrosswalkRow): CitationStatus {
  if (newCode === '' && tier === 'open' && change !== 'possibly-lost') return 'open';
  return change === 'added' ? 'unknown' : change;
}

interface Branch {
  readonly below: readonly string[];
  readonly rows: ReadonlyMap<string, readonly CrosswalkRow[]>;
  readonly old: Side;
  readonly renewed: Side;
  readonly knownIn: CodeFate['knownIn'];
}

function branchFate(code: string, { below, rows, old, renewed, knownIn }: Branch): CodeFate {
  const own = below.flatMap((each) => rows.get(each) ?? []);
  const targets = branchTargets(code, own, renewed);
  const label = old.labels.get(code) ?? '';
  const isTarget = targets.some((target) => target.code === code);
  return {
    code,
    label,
    status: branchStatus({ code, label, targets, own, entries: below.length }),
    targets,
    entries: below.length,
    recycledAs:
      !isTarget && targets.length > 0 && renewed.below.has(code) ? (renewed.labels.get(code) ?? '') : null,
    knownIn,
  };
}

/** The branches of the same level that the entries below go to, the one with most of them first. */
function branchTargets(
  code: string,
  rows: readonly CrosswalkRow[],
  renewed: Side,
): readonly CitationTarget[] {
  const level = ancestors(code).length;
  const counts = new Map<string, Set<string>>();
  for (const row of rows) {
    const branch = row.newCode === '' ? undefined : ancestors(row.newCode)[level];
    if (branch !== undefined) counts.set(branch, (counts.get(branch) ?? new Set()).add(row.oldCode));
  }
  return [...counts]
    .map(([branch, entries]) => ({
      code: branch,
      label: renewed.labels.get(branch) ?? '',
      entries: entries.size,
    }))
    .sort((a, b) => b.entries - a.entries || compareCodes(codeOfText(a.code), codeOfText(b.code)));
}

function branchStatus(branch: {
  readonly code: string;
  readonly label: string;
  readonly targets: readonly CitationTarget[];
  readonly own: readonly CrosswalkRow[];
  readonly entries: number;
}): CitationStatus {
  const { code, label, targets, own, entries } = branch;
  const [main] = targets;
  if (main === undefined) return statusWithoutTarget(own);
  if ((main.entries ?? 0) < entries * MOST) return targets.length > 1 ? 'split' : 'open';
  const renamed = main.label !== '' && label !== '' && main.label !== label;
  if (main.code === code) return renamed ? 'renamed' : 'unchanged';
  return renamed ? 'moved-and-renamed' : 'moved';
}

/** A branch is dropped or possibly lost when all below it is; with anything open below, it is open. */
function statusWithoutTarget(rows: readonly CrosswalkRow[]): CitationStatus {
  const statuses = new Set(rows.map(statusOf));
  if (statuses.size > 1) return statuses.has('open') ? 'open' : 'possibly-lost';
  return statuses.has('open') || statuses.has('possibly-lost') ? ([...statuses][0] ?? 'open') : 'dropped';
}
