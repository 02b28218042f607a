import { invertCrosswalk } from '../crosswalk/invert-crosswalk.ts';
import type { Inversion } from '../model/inversion.ts';
import type { Tell } from '../model/notice.ts';
import { openRun } from '../recode/run.ts';
import { sumsOf } from '../recode/sums.ts';
import { unchangedRules } from '../recode/unchanged-rules.ts';
import type { Decimal } from '../values/decimal.ts';
import { amountIn, chooseAmounts } from './choose-columns.ts';
import type { Files } from './files.ts';
import { readBookings } from './read-bookings.ts';
import { readCrosswalk } from './read-crosswalk.ts';
import { readSource } from './read-source.ts';
import type { UsageSources } from './read-usage.ts';
import { timesheetSources } from './timesheet-sources.ts';

/** What time-sheets book on the old codes of a crosswalk. */
export interface BookedOnOld {
  readonly files: readonly string[];
  readonly column: string;
  readonly codes: number;
  /** Codes that the crosswalk does not know, with bookings. */
  readonly unknown: readonly string[];
}

/** A crosswalk read backwards, and what was read for it. */
export interface InvertedFile extends Inversion {
  readonly usage: BookedOnOld | null;
}

/**
 * Reads a crosswalk backwards; with time-sheets, the amounts booked on the old codes divide what was merged.
 *
 * @throws ProcmapError when a file cannot be read, or when it is not plain which column of amounts is meant
 */
export async function invertFile(
  files: Files,
  { crosswalk, usage }: { readonly crosswalk: string; readonly usage: UsageSources | undefined },
  tell: Tell,
): Promise<InvertedFile> {
  const { crosswalk: read } = await readCrosswalk(files, crosswalk, tell);
  if (usage === undefined) return { ...invertCrosswalk(read, null), usage: null };
  const codes = new Set(read.rows.map(({ oldCode }) => oldCode).filter((code) => code !== ''));
  const { booked, about } = await bookedOn(files, usage, [...codes]);
  return { ...invertCrosswalk(read, booked), usage: about };
}

async function bookedOn(
  files: Files,
  { timesheets, amounts }: UsageSources,
  codes: readonly string[],
): Promise<{ readonly booked: ReadonlyMap<string, Decimal>; readonly about: BookedOnOld }> {
  const run = openRun({ rules: unchangedRules(codes), newCodes: new Set(), validFrom: null, revision: '' });
  const names: string[] = [];
  for (const { path } of await timesheetSources(files, timesheets)) {
    const columns = amounts === undefined ? {} : { amounts };
    await readBookings({ name: path, bytes: await readSource(files, path) }, run, { columns, point: null });
    names.push(path);
  }
  const sums = sumsOf(run.books);
  const chosen = chooseAmounts(sums, { file: names[0] ?? '', asked: amounts !== undefined });
  const unit = chosen.hasClocks ? 'clock' : 'number';
  const known = sums.codes.filter(({ reason }) => reason === null);
  return {
    booked: new Map(known.map(({ code, sums: own }) => [code, amountIn(own, chosen.columns, unit)])),
    about: {
      ...{ files: names, column: chosen.name, codes: known.length },
      unknown: sums.codes
        .filter(({ reason, code }) => reason !== null && code !== '')
        .map(({ code }) => code),
    },
  };
}
