import { applicationOf } from '../../crosswalk/applicable.ts';
import type { Crosswalk, CrosswalkRow } from '../../model/crosswalk.ts';
import { rowsByOldCode } from '../../model/crosswalk-rows.ts';
import type { CodeFate } from '../../model/refs-report.ts';
import { CARRIED_FATES, type RowFate } from '../../model/rekey-report.ts';
import { parseDecimal, unitsAt, ZERO } from '../../values/decimal.ts';
import { type Key, readKey } from './read-key.ts';

/** Where a row goes. */
export interface KeyTarget {
  readonly code: string;
  readonly label: string;
}

/** What becomes of the rows on a code. */
export interface KeyFate {
  /** As the table has it, canonical where it is a code; empty where the cell holds nothing. */
  readonly code: string;
  readonly label: string;
  readonly fate: RowFate;
  /** Where it goes; of what is kept, where it may go. Several are carried to each of them. */
  readonly targets: readonly KeyTarget[];
  /** The parts of an amount, in the order of the targets; `null` where nobody has said how it divides. */
  readonly weights: readonly bigint[] | null;
  /** Further codes that go to the same place, by target. */
  readonly partners: readonly (readonly string[])[];
  /** Of a split that went to its main target alone, the other targets. */
  readonly others: readonly string[];
  /** The label that the code has in the new map where it stands for something else; `null` where it does not. */
  readonly recycledAs: string | null;
  readonly unconfirmed: boolean;
  /** How many codes of the crosswalk lie below it; 0 for a code of the crosswalk. */
  readonly below: number;
}

export interface FateOptions {
  readonly split: 'repeat' | 'main';
  /** What becomes of a code above those of the crosswalk, such as that of a process. */
  readonly branchFate: (code: string) => CodeFate;
  /** All codes of the old map, those of branches too. */
  readonly oldCodes: ReadonlySet<string>;
}

const NOTHING = {
  label: '',
  targets: [],
  weights: null,
  partners: [],
  others: [],
  recycledAs: null,
  unconfirmed: false,
  below: 0,
} as const;

export interface KeyFates {
  readonly of: (text: string) => KeyFate;
  readonly read: (text: string) => Key;
  /** Whether a text is a code of the old map that stands for something else now, or for nothing. */
  readonly isOldCode: (text: string) => boolean;
  /** Whether only one of the maps has a code. */
  readonly isOldOnly: (code: string) => boolean;
  readonly isNewOnly: (code: string) => boolean;
}

/** Makes a crosswalk ready to say what becomes of the cells of a column of codes. */
export function openKeyFates(crosswalk: Crosswalk, options: FateOptions): KeyFates {
  const rows = rowsByOldCode(crosswalk);
  const newLabels = new Map(crosswalk.rows.map((row) => [row.newCode, row.newLabel]));
  const sources = sourcesOf(crosswalk);
  const isOld = (code: string) => rows.has(code) || options.oldCodes.has(code);
  const isNew = (code: string) => code !== '' && newLabels.has(code);
  const keys = new Map<string, Key>();
  const read = (text: string) => {
    const key = keys.get(text) ?? readKey(text, (code) => isOld(code) || isNew(code));
    keys.set(text, key);
    return key;
  };
  const known = new Map<string, KeyFate>();
  const fateOf = (code: string): KeyFate => {
    const own = rows.get(code);
    const booked = own ? bookedFate(code, own, { options, sources, newLabels }) : null;
    const branch = isOld(code) ? branchOf(options.branchFate(code)) : null;
    if (booked && branch && branch.below > 0) return bothOf(booked, branch);
    if (booked ?? branch) return (booked ?? branch) as KeyFate;
    return { ...NOTHING, code, fate: 'new-code' };
  };
  const of = (text: string): KeyFate => {
    const key = read(text);
    const written = text.trim();
    if (key.kind === 'several') return { ...NOTHING, code: written, fate: 'several-codes' };
    if (key.kind === 'none') return { ...NOTHING, code: written, fate: 'no-code' };
    if (key.kind === 'unknown') return { ...NOTHING, code: key.code, fate: 'unknown' };
    const fate = known.get(key.code) ?? fateOf(key.code);
    known.set(key.code, fate);
    return fate;
  };
  return {
    of,
    read,
    isOldCode: (text) => isOld(codeIn(read(text))) && !staysItself(of(text)),
    isOldOnly: (code) => isOld(code) && !isNew(code),
    isNewOnly: (code) => isNew(code) && !isOld(code),
  };
}

/** Whether rows of a fate have a new code now. */
export function isCarried({ fate }: Pick<KeyFate, 'fate'>): boolean {
  return (CARRIED_FATES as readonly RowFate[]).includes(fate);
}

function codeIn(key: Key): string {
  return key.kind === 'code' ? key.code : '';
}

function staysItself(fate: KeyFate): boolean {
  return isCarried(fate) && fate.targets.length === 1 && fate.targets[0]?.code === fate.code;
}

function sourcesOf({ rows }: Crosswalk): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const { oldCode, newCode } of rows) {
    if (oldCode === '' || newCode === '') continue;
    const known = sources.get(newCode);
    if (known === undefined) sources.set(newCode, [oldCode]);
    else if (!known.includes(oldCode)) known.push(oldCode);
  }
  return sources;
}

interface Booked {
  readonly options: FateOptions;
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly newLabels: ReadonlyMap<string, string>;
}

function bookedFate(
  code: string,
  rows: readonly CrosswalkRow[],
  { options, sources, newLabels }: Booked,
): KeyFate {
  const first = rows[0] as CrosswalkRow;
  const targets = rows.flatMap(({ newCode, newLabel }) =>
    newCode === '' ? [] : [{ code: newCode, label: newLabel }],
  );
  // A slim crosswalk has no alarms; what it says of the codes is enough.
  const goesElsewhere = targets.length > 0 && newLabels.has(code) && !targets.some((to) => to.code === code);
  const isRecycled = goesElsewhere || first.alarms.includes('recycled');
  const about = {
    ...NOTHING,
    code,
    label: first.oldLabel,
    recycledAs: isRecycled ? (newLabels.get(code) ?? '') : null,
  };
  // Rows are carried, not hours: that a split has no shares yet stands in the way of its amounts alone.
  const whole = applicationOf(rows, 'equal');
  if (whole.obstacle !== null) {
    const obstacle = whole.obstacle === 'split-undecided' ? 'shares-undecided' : whole.obstacle;
    return { ...about, fate: obstacle, targets };
  }
  const fate = CARRIED_FATES.find((kind) => kind === first.change) ?? 'moved';
  const partnersOf = (target: string) => (sources.get(target) ?? []).filter((source) => source !== code);
  const carried = {
    ...about,
    fate,
    partners: targets.map((target) => partnersOf(target.code)),
    unconfirmed: rows.some(({ tier, decidedBy }) => tier === 'probable' && decidedBy === ''),
  };
  if (rows.length > 1 && options.split === 'main') {
    const main = mainOf(rows);
    if (main === null) return { ...carried, fate: 'no-main-target', targets };
    const others = targets.map((target) => target.code).filter((other) => other !== main.newCode);
    const target = { code: main.newCode, label: main.newLabel };
    return { ...carried, targets: [target], partners: [partnersOf(target.code)], others };
  }
  const divided = applicationOf(rows);
  const weights = divided.obstacle === null ? divided.weighted.map(({ weight }) => weight) : null;
  return { ...carried, targets, weights };
}

/** The target that somebody marked as the default, else the one with the largest share; `null` where there is none. */
function mainOf(rows: readonly CrosswalkRow[]): CrosswalkRow | null {
  const named = rows.filter(({ isDefault }) => isDefault === true);
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  const shares = rows.map(({ share }) => parseDecimal(share ?? '') ?? ZERO);
  const scale = Math.max(...shares.map((share) => share.scale));
  const units = shares.map((share) => unitsAt(share, scale));
  const most = units.reduce((a, b) => (a > b ? a : b));
  const largest = rows.filter((_, i) => units[i] === most);
  return most > 0n && largest.length === 1 ? (largest[0] ?? null) : null;
}

/** `A1` is the coordination of a macro-process, and the macro-process: nobody can tell which, unless both go one way. */
function bothOf(booked: KeyFate, branch: KeyFate): KeyFate {
  const codes = new Set([...booked.targets, ...branch.targets].map(({ code }) => code));
  if (isCarried(booked) && isCarried(branch) && codes.size === 1) return booked;
  return { ...booked, fate: 'ambiguous-code', targets: [...codes].map((code) => ({ code, label: '' })) };
}

/** A branch is carried where all that lies below it goes to one branch. */
function branchOf({ code, label, status, targets, entries, recycledAs }: CodeFate): KeyFate {
  const about = { ...NOTHING, code, label, recycledAs, below: entries ?? 0, targets };
  const [only, ...others] = targets;
  if (only && others.length === 0 && only.entries === entries)
    return { ...about, fate: CARRIED_FATES.find((kind) => kind === status) ?? 'moved', weights: [1n] };
  if (targets.length > 0) return { ...about, fate: 'branch-divided' };
  return { ...about, fate: status === 'dropped' || status === 'possibly-lost' ? status : 'open' };
}
