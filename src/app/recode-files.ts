import { RECORD_SUFFIX, type RecodeRecord, type RecordedFile } from '../model/recode-record.ts';
import type { RecodeReport } from '../model/recode-report.ts';
import { codesDigest, refuseByCodes, refuseRecorded } from '../recode/already-recoded.ts';
import { codesRead, codesWritten, rowsAsked, rowsSince } from '../recode/books.ts';
import { type RecodeResult, resultOf } from '../recode/recode-result.ts';
import { openRun, type RejectedAmount, type Run } from '../recode/run.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { unreadable, unwritable } from './file-errors.ts';
import type { Files } from './files.ts';
import { openTimesheet, type TimesheetKind } from './open-timesheet.ts';
import { openPublication, type Publication, type PublishedFile } from './publication.ts';
import { type RecodeJob, type RecodeOutcome, recordsBeside } from './recode-file.ts';
import { recodeOpen } from './recode-timesheet-chunks.ts';
import { rejectList } from './reject-list.ts';
import { type TimesheetSource, timesheetSources } from './timesheet-sources.ts';

/** Time-sheets and folders of them, recoded together into a folder. */
export interface RecodeFilesJob extends RecodeJob {
  readonly timesheets: readonly string[];
  /** Hears how many of the files are done. */
  readonly onFile?: (done: number, all: number) => void;
}

/** The one list of what many files could not be recoded for. */
export const REJECTS_FILE = 'procmap.rejects.csv';
const RECORD_FILE = `procmap${RECORD_SUFFIX}`;

/**
 * Recodes many time-sheets as one: one balance over all, one list of rejects, all files or none. The person of one file is
 * that of the others.
 *
 * @throws ProcmapError when the output is no folder, is or holds what is read, or when a file cannot be recoded
 */
export async function recodeFiles(files: Files, job: RecodeFilesJob): Promise<RecodeOutcome> {
  const inputs = await timesheetSources(files, job.timesheets);
  const run = openRun(job.plan, { ...job.options, listsRejects: true });
  if (job.output === null) {
    const { report } = await recodeAll(files, job, { run, inputs, publication: null, made: [] });
    return { report, written: [] };
  }
  await protectFolder(files, job.output, inputs);
  const publication = openPublication(files, [...inputs.map(({ path }) => path), job.crosswalk.file]);
  const made: string[] = [];
  let done = false;
  try {
    await makeFolder(files, job.output, made);
    const { report } = await recodeAll(files, job, { run, inputs, publication, made });
    if (report.rows.rejected === 0) publication.takeAway(files.inFolder(job.output, REJECTS_FILE));
    const written = await publication.publish();
    done = true;
    return { report, written };
  } finally {
    await publication.discard();
    if (!done) for (const folder of made.reverse()) await files.removeEmptyFolder(folder);
  }
}

/** Makes a folder, and notes it when it was not there: with a run that fails it goes again. */
async function makeFolder(files: Files, folder: string, made: string[]): Promise<void> {
  const isNew = (await files.kind(folder)) === null;
  await files.makeFolder(folder).catch((error: unknown) => {
    throw unwritable(folder, error);
  });
  if (isNew) made.push(folder);
}

async function protectFolder(
  files: Files,
  output: string,
  inputs: readonly TimesheetSource[],
): Promise<void> {
  const kind = await files.kind(output);
  if (kind !== null && kind !== 'folder') throw new ProcmapError('output-not-folder', { file: output });
  const real = await files.realPath(output);
  for (const { path } of inputs) {
    for (let folder = files.folderOf(await files.realPath(path)); ; ) {
      if (folder === real) throw new ProcmapError('output-holds-input', { file: output, input: path });
      const above = files.folderOf(folder);
      if (above === folder || above === '') break;
      folder = above;
    }
  }
}

interface Together {
  readonly run: Run;
  readonly inputs: readonly TimesheetSource[];
  readonly publication: Publication | null;
  /** Folders that were not there. */
  readonly made: string[];
}

async function recodeAll(
  files: Files,
  job: RecodeFilesJob,
  { run, inputs, publication, made }: Together,
): Promise<{ readonly report: RecodeReport }> {
  const folder = job.output ?? '';
  const record = await publication?.begin(files.inFolder(folder, RECORD_FILE));
  const rejects = await publication?.begin(files.inFolder(folder, REJECTS_FILE));
  const listed: (RejectedAmount & { readonly file: string })[] = [];
  let columns: RecodeReport['columns'] | null = null;
  const told: RecodeReport['told'][number][] = [];
  const sheets: RecodeReport['sheets'][number][] = [];
  const taken = new Set<string>();
  for (const [i, input] of inputs.entries()) {
    job.onFile?.(i, inputs.length);
    const result = await recodeOne(files, job, { run, input, taken, publication, made });
    columns = columns === null ? result.report.columns : joined(columns, result.report.columns);
    told.push(
      ...result.report.told.map((note) => ({
        ...note,
        sheet: [input.name.join('/'), ...(note.sheet === null ? [] : [note.sheet])].join(': '),
      })),
    );
    sheets.push(
      ...result.report.sheets.map((sheet) => ({ ...sheet, name: `${input.name.join('/')}: ${sheet.name}` })),
    );
    listed.push(...(run.rejects ?? []).map((each) => ({ ...each, file: input.name.join('/') })));
    run.rejects?.splice(0);
  }
  const { report, remainders } = resultOf(run, columns as RecodeReport['columns'], {
    sheets,
    told,
    continued: job.options.carried !== undefined,
  });
  if (report.rows.rejected === 0) rejects?.leaveOut();
  else await rejects?.write(encoded(rejectList(listed, job.options.lang ?? 'en')));
  await record?.write(encoded(`${JSON.stringify(recordOf(files, job, { report, remainders }), null, 2)}\n`));
  return { report };
}

interface OneOfMany {
  readonly run: Run;
  readonly input: TimesheetSource;
  /** The names of outputs so far. */
  readonly taken: Set<string>;
  readonly publication: Publication | null;
  readonly made: string[];
}

async function recodeOne(
  files: Files,
  job: RecodeFilesJob,
  { run, input, taken, publication, made }: OneOfMany,
): Promise<RecodeResult> {
  const before = countsOf(run);
  const [read, wrote] = [files.sha256(), files.sha256()];
  const timesheet = await openTimesheet(input.path, hashed(files, input.path, read));
  const name = outputName(input, timesheet.kind);
  const output = await sinkFor(files, job, { name, taken, publication, made });
  const options = { ...job.options, file: input.path, run };
  const recoding = recodeOpen(timesheet, job.plan, options);
  for (;;) {
    const next = await recoding.next();
    if (next.done !== true) {
      wrote.update(next.value.recoded);
      await output?.recoded.write(next.value.recoded);
      continue;
    }
    const now = countsOf(run);
    const codes = rowsSince(now.read, before.read);
    const sha256 = read.hex();
    if (!job.options.evenIfMarked) {
      const asked = new Set(rowsSince(now.asked, before.asked).keys());
      const sheet = { file: input.path, sha256, codesRead: codes, codesAsked: asked };
      refuseRecorded(sheet, job.plan, await recordsBeside(files, { timesheet: input.path }));
      refuseByCodes(sheet, job.plan);
    }
    const from = { file: files.nameOf(input.path), sha256, codes: codesDigest(codes) };
    const written = {
      file: name.at(-1) ?? '',
      sha256: wrote.hex(),
      codes: codesDigest(rowsSince(now.written, before.written)),
    };
    await output?.record.write(
      encoded(`${JSON.stringify(fileRecord(files, job, { from, written }), null, 2)}\n`),
    );
    return next.value;
  }
}

function countsOf({ books }: Run) {
  return { read: codesRead(books), asked: rowsAsked(books), written: codesWritten(books) };
}

/** Outputs keep the names of their inputs; what was converted is another kind of file. */
function outputName({ name }: TimesheetSource, kind: TimesheetKind): readonly string[] {
  if (kind !== 'converted') return name;
  const own = name.at(-1) ?? '';
  return [...name.slice(0, -1), `${own.replace(/\.[a-z]{3,4}$/i, '')}.xlsx`];
}

async function sinkFor(
  files: Files,
  { output }: RecodeFilesJob,
  {
    name,
    taken,
    publication,
    made,
  }: Pick<OneOfMany, 'taken' | 'publication' | 'made'> & { readonly name: readonly string[] },
): Promise<{ readonly recoded: PublishedFile; readonly record: PublishedFile } | null> {
  const whole = name.join('/');
  if (taken.has(whole)) throw new ProcmapError('output-name-twice', { file: whole });
  taken.add(whole);
  if (publication === null || output === null) return null;
  const folders = name.slice(0, -1);
  let folder = output;
  for (const own of folders) {
    folder = files.inFolder(folder, own);
    await makeFolder(files, folder, made);
  }
  const path = files.inFolder(folder, name.at(-1) ?? '');
  return {
    recoded: await publication.begin(path),
    record: await publication.begin(`${path}${RECORD_SUFFIX}`),
  };
}

async function* hashed(
  files: Files,
  path: string,
  hash: ReturnType<Files['sha256']>,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of files.readChunks(path)) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ProcmapError) throw error;
    throw unreadable(path, error);
  }
}

/** Columns of files that are laid out otherwise, as one list. */
function joined(all: RecodeReport['columns'], own: RecodeReport['columns']): RecodeReport['columns'] {
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  const runs = [...all.runs, ...own.runs.filter(({ name }) => !all.runs.some((run) => run.name === name))];
  return {
    ...all,
    ...{ amounts: both(all.amounts, own.amounts), repeated: both(all.repeated, own.repeated), runs },
    ...{ totals: both(all.totals, own.totals), person: all.person ?? own.person, date: all.date ?? own.date },
  };
}

function recordOf(
  files: Files,
  job: RecodeFilesJob,
  { report, remainders }: { readonly report: RecodeReport; readonly remainders: RecodeRecord['remainders'] },
): RecodeRecord {
  const none = { file: '', sha256: '', codes: '' };
  const { rows, balances, persons } = report;
  return {
    ...fileRecord(files, job, { from: none, written: none }),
    ...{ rows, balances, persons, remainders: remainders ?? [] },
    rejects: rows.rejected > 0 ? { file: REJECTS_FILE, rows: rows.rejected } : null,
  };
}

/** The record of one of the files: what tells its output from a file that is still to be recoded. */
function fileRecord(
  files: Files,
  { crosswalk, plan, recodedOn }: RecodeFilesJob,
  { from, written }: { readonly from: RecordedFile; readonly written: RecordedFile },
): RecodeRecord {
  return {
    ...{ format: 'procmap-recode-record', version: 1, recodedOn },
    crosswalk: { file: files.nameOf(crosswalk.file), sha256: crosswalk.sha256, revision: plan.revision },
    validFrom: plan.validFrom,
    ...{ input: from, output: written, rejects: null, balances: [], persons: [] },
    rows: { read: 0, recoded: 0, split: 0, kept: 0, asTold: 0, rejected: 0, written: 0, totals: 0 },
  };
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
