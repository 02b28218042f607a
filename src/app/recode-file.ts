import { parseRecord, RECORD_SUFFIX, type RecodeRecord } from '../model/recode-record.ts';
import type { RecodeReport } from '../model/recode-report.ts';
import { codesDigest, refuseByCodes, refuseRecorded } from '../recode/already-recoded.ts';
import type { RecodePlan } from '../recode/plan.ts';
import type { RecodeOptions, RecodeResult } from '../recode/recode-result.ts';
import type { Digest } from '../values/sha256.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { unreadable } from './file-errors.ts';
import type { Files } from './files.ts';
import { unnoted } from './note-inputs.ts';
import { isWorkbook, openTimesheet, type TimesheetKind } from './open-timesheet.ts';
import { openPublication, type PublishedFile } from './publication.ts';
import type { ReadCrosswalk } from './read-crosswalk.ts';
import { holdsRejects, REJECT_MARK, recodeOpen } from './recode-timesheet-chunks.ts';

/** A time-sheet to be recoded, and where the result goes. */
export interface RecodeJob {
  readonly timesheet: string;
  readonly crosswalk: ReadCrosswalk;
  readonly plan: RecodePlan;
  readonly options: RecodeOptions;
  /** `null`: only tell what would be done. */
  readonly output: string | null;
  readonly rejects: string;
  /** Today, as an ISO date. */
  readonly recodedOn: string;
  /** Hears what kind of file the time-sheet is, and so what is written, before anything is; may refuse by throwing. */
  readonly accept?: (kind: TimesheetKind) => void;
}

/** What a recoding came to, and the files it left. */
export interface RecodeOutcome {
  readonly report: RecodeReport;
  readonly written: readonly string[];
}

/**
 * Recodes a time-sheet from file to file. Nothing stands under its final name before all is written, verified and on the
 * disk; the output appears last, so that where it stands, its rejects and its record stand too.
 *
 * @throws ProcmapError when a file cannot be read or written, or when the time-sheet is recoded already
 */
export async function recodeFile(files: Files, job: RecodeJob): Promise<RecodeOutcome> {
  const { output } = job;
  if (output !== null && (await files.kind(output)) === 'folder')
    throw new ProcmapError('output-is-folder', { file: output });
  if (output === null) return { report: (await run(files, job, null)).result.report, written: [] };
  const publication = openPublication(files, [job.timesheet, job.crosswalk.file]);
  try {
    const recoded = await publication.begin(output);
    const rejected = await publication.begin(job.rejects);
    const proof = await publication.begin(`${output}${RECORD_SUFFIX}`);
    const { result, record } = await run(files, job, { recoded, rejected });
    if (record.rejects === null) {
      rejected.leaveOut();
      // They are of a time-sheet that has been mended since; left there, they would seem to be of this one.
      if (await rejectsOfBefore(files, job.rejects)) publication.takeAway(job.rejects);
    }
    await proof.write(new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`));
    const written = await publication.publish();
    return { report: result.report, written };
  } finally {
    await publication.discard();
  }
}

interface Sinks {
  readonly recoded: PublishedFile;
  readonly rejected: PublishedFile;
}

async function run(
  files: Files,
  job: RecodeJob,
  sinks: Sinks | null,
): Promise<{ readonly result: RecodeResult; readonly record: RecodeRecord }> {
  const [input, output] = [files.sha256(), files.sha256()];
  const chunks = readable(hashed(files.readChunks(job.timesheet), input), job.timesheet);
  const timesheet = await openTimesheet(job.timesheet, chunks);
  job.accept?.(timesheet.kind);
  const asCsv = /\.csv$/i.test(job.output ?? '');
  const recoding = recodeOpen(timesheet, job.plan, { ...job.options, asCsv });
  for (;;) {
    const next = await recoding.next();
    if (next.done !== true) {
      output.update(next.value.recoded);
      await sinks?.recoded.write(next.value.recoded);
      await sinks?.rejected.write(next.value.rejected);
      continue;
    }
    const result = next.value;
    const sheet = { ...result, file: job.timesheet, sha256: input.hex() };
    if (!job.options.evenIfMarked) {
      refuseRecorded(sheet, job.plan, await recordsBeside(files, job));
      refuseByCodes(sheet, job.plan);
    }
    const from = {
      file: files.nameOf(job.timesheet),
      sha256: sheet.sha256,
      codes: codesDigest(result.codesRead),
    };
    const written = {
      file: files.nameOf(job.output ?? ''),
      sha256: output.hex(),
      codes: codesDigest(result.codesWritten),
    };
    return { result, record: recordOf(files, job, { result, read: from, written }) };
  }
}

async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: Digest): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Reading errors come in the middle of the stream; they are told like any others. */
async function* readable(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw unreadable(file, error);
  }
}

function recordOf(
  files: Files,
  { crosswalk, plan, rejects, recodedOn }: RecodeJob,
  {
    result: { report, remainders },
    read,
    written,
  }: { result: RecodeResult; read: RecodeRecord['input']; written: RecodeRecord['output'] },
): RecodeRecord {
  const { rows, balances, persons, validFrom } = report;
  return {
    format: 'procmap-recode-record',
    version: 1,
    recodedOn,
    crosswalk: { file: files.nameOf(crosswalk.file), sha256: crosswalk.sha256, revision: plan.revision },
    validFrom,
    input: read,
    output: written,
    rejects: rows.rejected > 0 ? { file: files.nameOf(rejects), rows: rows.rejected } : null,
    rows,
    balances,
    persons,
    remainders,
  };
}

/** Whether rejects of an earlier run stand there; what somebody else wrote under that name is left alone. */
async function rejectsOfBefore(files: Files, path: string): Promise<boolean> {
  if ((await files.kind(path)) !== 'file') return false;
  const bytes = await unnoted(files)
    .read(path)
    .catch((error: unknown) => {
      throw unreadable(path, error);
    });
  if (isWorkbook(bytes)) return holdsRejects(path, bytes);
  return new TextDecoder().decode(bytes).includes(REJECT_MARK);
}

/** The records that stand beside the time-sheet, wherever its name has gone since. */
export async function recordsBeside(
  files: Files,
  { timesheet }: Pick<RecodeJob, 'timesheet'>,
): Promise<readonly { readonly name: string; readonly record: RecodeRecord }[]> {
  const folder = files.folderOf(timesheet);
  const all = await files.list(folder).catch(() => []);
  const found = [];
  for (const name of all.filter((each) => each.endsWith(RECORD_SUFFIX)).sort()) {
    const bytes = await unnoted(files)
      .read(files.inFolder(folder, name))
      .catch(() => new Uint8Array());
    const record = parseRecord(new TextDecoder().decode(bytes));
    if (record) found.push({ name, record });
  }
  return found;
}
