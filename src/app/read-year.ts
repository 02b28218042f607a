import type { GroupReport } from '../model/code-groups.ts';
import type { OutsideReason, SeriesYear } from '../model/series.ts';
import type { RecodePlan } from '../recode/plan.ts';
import { openRun, type RejectedAmount, type Run } from '../recode/run.ts';
import { type BookedSums, isNothing, sumsOf } from '../recode/sums.ts';
import { unchangedRules } from '../recode/unchanged-rules.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Files } from './files.ts';
import { type BookingOptions, readBookings } from './read-bookings.ts';
import { readSource } from './read-source.ts';
import { rowsOfOtherYears } from './rows-of-other-years.ts';
import { timesheetSources } from './timesheet-sources.ts';

/** A year, and where its time-sheets are: a file, or a folder of them. */
export interface YearSource {
  readonly year: string;
  readonly path: string;
}

/** What the time-sheets of a year hold. */
export interface ReadYear
  extends Pick<SeriesYear, 'year' | 'revision' | 'files' | 'leftTotals' | 'otherDates'> {
  readonly sums: BookedSums;
  /** Where what could not be taken stands, by reason and code; the first of each. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

/** What all years have in common. */
export interface YearSetting {
  readonly groups: GroupReport;
  readonly options: BookingOptions;
  readonly keep: readonly string[];
  /** Digests of what was read so far, with the names: a file that is named twice would count twice. */
  readonly seen: Map<string, string>;
  /** How recode calls each revision that a crosswalk starts from; empty for the last. */
  readonly digests: readonly string[];
}

const EXAMPLES = 3;

/**
 * Reads the time-sheets of a year, which book on the codes of one revision.
 *
 * @throws ProcmapError when one cannot be read, was read already, has no bookings, or books on the codes of another revision
 */
export async function readYear(
  files: Files,
  { year, path }: YearSource,
  { revision, ...setting }: YearSetting & { readonly revision: number },
): Promise<ReadYear> {
  const plan = planOf(setting, revision);
  const run = openRun(plan, { keep: setting.keep, listsRejects: true });
  const places = new Map<string, string[]>();
  const names: string[] = [];
  let otherDates = 0;
  for (const source of await timesheetSources(files, [path])) {
    const input = { name: source.path, bytes: await readSource(files, source.path) };
    refuseTwice(files, input, setting.seen);
    await readBookings(input, run, setting.options);
    notePlaces(run, input.name, places);
    otherDates += await rowsOfOtherYears(input, year, { plan, options: setting.options });
    names.push(input.name);
  }
  const sums = sumsOf(run.books);
  if (sums.rows === 0)
    throw new ProcmapError('series', { problem: { kind: 'no-bookings', file: path, year } });
  if (setting.keep.length === 0 && !sums.kept.every(isNothing))
    throw new Error(`${path}: codes and persons do not come to the same total`);
  refuseOtherRevision(sums, { year, file: path, revision, groups: setting.groups });
  return { year, revision, files: names, sums, places, otherDates, leftTotals: run.notes.leftTotals };
}

/** Every code of the revision stays what it is; those that only other revisions have are told as such. */
function planOf({ groups, digests }: Omit<YearSetting, 'revision'>, revision: number): RecodePlan {
  const [own, others] = [
    codesOf(groups, (each) => each === revision),
    codesOf(groups, (each) => each !== revision),
  ];
  return {
    rules: unchangedRules([...own]),
    newCodes: others,
    validFrom: null,
    revision: digests[revision] ?? '',
  };
}

function codesOf({ groups }: GroupReport, isMeant: (revision: number) => boolean): ReadonlySet<string> {
  return new Set(
    groups
      .flatMap(({ entries }) => entries.filter((entry) => isMeant(entry.revision)))
      .map(({ code }) => code),
  );
}

function refuseTwice(
  files: Files,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  seen: Map<string, string>,
): void {
  const hash = files.sha256();
  hash.update(bytes);
  const digest = hash.hex();
  const first = seen.get(digest);
  if (first !== undefined)
    throw new ProcmapError('series', { problem: { kind: 'file-twice', file: name, first } });
  seen.set(digest, name);
}

function notePlaces({ rejects }: Run, file: string, places: Map<string, string[]>): void {
  for (const reject of rejects ?? []) {
    const key = outsideKey(reject.reason, reject.code);
    const own = places.get(key) ?? [];
    places.set(key, own);
    const place = placeText(file, reject);
    if (own.length < EXAMPLES && !own.includes(place)) own.push(place);
  }
  rejects?.splice(0);
}

/** How bookings that no group takes are kept apart. */
export function outsideKey(reason: OutsideReason, code: string): string {
  return `${reason}\t${code}`;
}

function placeText(file: string, { sheet, line }: RejectedAmount): string {
  return sheet === '' ? `${file}:${line}` : `${file} ${sheet}!${line}`;
}

/** Codes that only one revision has tell which one a file books on. */
function refuseOtherRevision(
  { codes }: BookedSums,
  at: {
    readonly year: string;
    readonly file: string;
    readonly revision: number;
    readonly groups: GroupReport;
  },
): void {
  const { revision, groups } = at;
  const elsewhere = codesOf(groups, (each) => each !== revision);
  const own = codes.filter(({ reason, code }) => reason === null && !elsewhere.has(code)).length;
  const foreign = codes.filter(({ reason }) => reason === 'new-code').map(({ code }) => code);
  if (foreign.length === 0 || foreign.length <= own) return;
  const other = groups.revisions.findIndex(
    (_, i) => i !== revision && codesOf(groups, (each) => each === i).has(foreign[0] ?? ''),
  );
  throw new ProcmapError('series', {
    problem: {
      ...{ kind: 'other-revision', file: at.file, year: at.year, codes: foreign.slice(0, EXAMPLES) },
      ...{ revision: groups.revisions[revision] ?? '', other: groups.revisions[other] ?? '' },
    },
  });
}
