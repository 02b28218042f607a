import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import type { RecodeOptions, RecodePlan, RecodeResult } from '../app/recode.ts';
import { parseRecord, RECORD_SUFFIX, type RecodeRecord } from '../model/recode-record.ts';
import type { RecodeReport } from '../model/recode-report.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Context } from './context.ts';
import type { FileInMaking, Io } from './io.ts';
import { requireEnding } from './output-ending.ts';
import { showProgress } from './progress.ts';
import type { ReadCrosswalk } from './read-crosswalk.ts';
import { unreadable } from './read-map.ts';

/** A time-sheet to be recoded, and where the result goes. */
export interface RecodeJob {
  readonly timesheet: string;
  readonly crosswalk: ReadCrosswalk;
  readonly plan: RecodePlan;
  readonly options: RecodeOptions;
  /** `null`: only tell what would be done. */
  readonly output: string | null;
  readonly rejects: string;
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
export async function recodeTimesheet(context: Context, job: RecodeJob): Promise<RecodeOutcome> {
  const { io } = context;
  if (job.output === null) {
    const { result } = await run(context, job, null);
    return { report: result.report, written: [] };
  }
  await protectInputs(io, job, job.output);
  const recoded = await begin(io, job.output);
  const rejected = await begin(io, job.rejects);
  try {
    const { result, record } = await run(context, job, { recoded, rejected });
    await recoded.finish();
    await rejected.finish();
    return { report: result.report, written: await publish(context, { job, record, recoded, rejected }) };
  } finally {
    await recoded.discard();
    await rejected.discard();
  }
}

interface Sinks {
  readonly recoded: FileInMaking;
  readonly rejected: FileInMaking;
}

async function run(
  context: Context,
  job: RecodeJob,
  sinks: Sinks | null,
): Promise<{ readonly result: RecodeResult; readonly record: RecodeRecord }> {
  const { codesDigest, recodeTimesheetChunks, refuseByCodes, refuseRecorded } = await import(
    '../app/recode.ts'
  );
  const input = createHash('sha256');
  const output = createHash('sha256');
  const read = hashed(showProgress(context, resolve(context.io.cwd, job.timesheet)), input);
  const chunks = fitting(readable(read, job.timesheet), job, context);
  const recoding = recodeTimesheetChunks(chunks, job.plan, job.options);
  for (;;) {
    const next = await recoding.next();
    if (next.done !== true) {
      output.update(next.value.recoded);
      await sinks?.recoded.write(next.value.recoded);
      await sinks?.rejected.write(next.value.rejected);
      continue;
    }
    const result = next.value;
    const sheet = { ...result, file: job.timesheet, sha256: input.digest('hex') };
    if (!job.options.evenIfMarked) {
      refuseRecorded(sheet, job.plan, await recordsBeside(context.io, job));
      refuseByCodes(sheet, job.plan);
    }
    const from = {
      file: basename(job.timesheet),
      sha256: sheet.sha256,
      codes: codesDigest(result.codesRead),
    };
    const sha256 = output.digest('hex');
    const written = { file: basename(job.output ?? ''), sha256, codes: codesDigest(result.codesWritten) };
    return { result, record: recordOf(context, job, { report: result.report, read: from, written }) };
  }
}

const ENDINGS = {
  workbook: ['.xlsx', '.xlsm'],
  text: ['.csv', '.tsv', '.txt', '.tab', '.asc'],
} as const;

/** What is written is of the kind that is read, so the names of the files to write have to say so. */
async function* fitting(
  chunks: AsyncIterable<Uint8Array>,
  { output, rejects }: RecodeJob,
  { lang }: Context,
): AsyncGenerator<Uint8Array> {
  const { isWorkbook } = await import('../app/recode.ts');
  let checked = output === null;
  for await (const chunk of chunks) {
    const endings = ENDINGS[isWorkbook(chunk) ? 'workbook' : 'text'];
    if (!checked) {
      requireEnding(lang, '-o', { output: output ?? undefined, endings });
      requireEnding(lang, '--rejects', { output: rejects, endings });
    }
    checked = true;
    yield chunk;
  }
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
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
  { io }: Context,
  { crosswalk, plan, rejects }: RecodeJob,
  {
    report,
    read,
    written,
  }: { report: RecodeReport; read: RecodeRecord['input']; written: RecodeRecord['output'] },
): RecodeRecord {
  const { rows, balances, persons, validFrom } = report;
  return {
    format: 'procmap-recode-record',
    version: 1,
    recodedOn: io.now().toISOString().slice(0, 10),
    crosswalk: { file: basename(crosswalk.file), sha256: crosswalk.sha256, revision: plan.revision },
    validFrom,
    input: read,
    output: written,
    rejects: rows.rejected > 0 ? { file: basename(rejects), rows: rows.rejected } : null,
    rows,
    balances,
    persons,
  };
}

async function publish(
  { io }: Context,
  { job, record, recoded, rejected }: Sinks & { readonly job: RecodeJob; readonly record: RecodeRecord },
): Promise<readonly string[]> {
  const output = job.output ?? '';
  const proof = `${output}${RECORD_SUFFIX}`;
  if (record.rejects !== null) await rejected.publish();
  await io.writeFile(resolve(io.cwd, proof), `${JSON.stringify(record, null, 2)}\n`);
  await recoded.publish();
  return [output, ...(record.rejects === null ? [] : [job.rejects]), proof];
}

/** The records that stand beside the time-sheet, wherever its name has gone since. */
async function recordsBeside(
  io: Io,
  { timesheet }: RecodeJob,
): Promise<readonly { readonly name: string; readonly record: RecodeRecord }[]> {
  const folder = dirname(resolve(io.cwd, timesheet));
  const names = (await io.listFolder(folder)).filter((name) => name.endsWith(RECORD_SUFFIX)).sort();
  const found = [];
  for (const name of names) {
    const text = await io.readFile(join(folder, name)).catch(() => new Uint8Array());
    const record = parseRecord(new TextDecoder().decode(text));
    if (record) found.push({ name, record });
  }
  return found;
}

async function protectInputs(io: Io, job: RecodeJob, output: string): Promise<void> {
  const real = (file: string) => io.realPath(resolve(io.cwd, file));
  const inputs = await Promise.all([job.timesheet, job.crosswalk.file].map(real));
  for (const file of [output, job.rejects]) {
    if (inputs.includes(await real(file))) throw new ProcmapError('output-is-input', { file });
  }
  if ((await real(output)) === (await real(job.rejects)))
    throw new ProcmapError('output-is-input', { file: output });
}

function begin(io: Io, file: string): Promise<FileInMaking> {
  return io.createFile(resolve(io.cwd, file)).catch((error: NodeJS.ErrnoException) => {
    throw new ProcmapError(
      'file-unwritable',
      { file, reason: error.code ?? error.message },
      { cause: error },
    );
  });
}
