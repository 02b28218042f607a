import { makeCrosswalk } from '../../app/make-crosswalk.ts';
import type { MemoryFiles } from '../../app/memory-files.ts';
import { timesheetKind } from '../../app/open-timesheet.ts';
import { type ReadCrosswalk, readCrosswalk } from '../../app/read-crosswalk.ts';
import { buildPlan } from '../../app/recode.ts';
import { type RecodeJob, type RecodeOutcome, recodeFile } from '../../app/recode-file.ts';
import { REJECTS_FILE, recodeFiles } from '../../app/recode-files.ts';
import { recodeOptions } from '../../app/recode-wish.ts';
import { recodedName, rejectsName } from '../../app/recoded-names.ts';
import { RECORD_SUFFIX } from '../../model/recode-record.ts';
import { dropCliTexts } from '../../words/drop-cli.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { Answer, Ask } from '../calls/protocol.ts';
import { archiveOf } from './archive.ts';
import { type CallContext, type Handler, type Held, openIn } from './handler.ts';
import { placed } from './placed.ts';

/** Carries time-sheets over to the new codes: one to a file, several to a folder with one balance. */
export const recode: Handler<'recode'> = async (asked, context) => {
  const table = asked.crosswalk ?? (await ownCrosswalk(context.held));
  const sheets = asked.timesheets.map((file, i) => ({ file, folder: String(i + 1) }));
  const { files, paths } = placed([...sheets, { file: table, folder: 'crosswalk' }]);
  const crosswalk = await readCrosswalk(files, paths.at(-1) ?? '', context.tell);
  const sources = paths.slice(0, -1);
  const sheetsAlone = sources.filter((path) => !path.endsWith(RECORD_SUFFIX));
  const timesheets = sheetsAlone.length === 0 ? sources : sheetsAlone;
  const [only = ''] = timesheets;
  const job = await jobOf(asked, { files, crosswalk, timesheets });
  const outcome = await (timesheets.length > 1
    ? recodeFiles(files, { ...job, timesheets, onFile: (done, all) => context.progress(done / all) })
    : recodeFile(inPieces(files, context), { ...job, timesheet: only }));
  return answerOf(outcome, { files, job, timesheets });
};

/** The crosswalk of the comparison, byte for byte as it is saved. */
async function ownCrosswalk(held: Held): Promise<PageFile> {
  const { file } = await makeCrosswalk(openIn(held).comparison);
  if (file === null) throw new Error('the full crosswalk was refused');
  const { data } = file;
  return { name: 'crosswalk.csv', bytes: typeof data === 'string' ? new TextEncoder().encode(data) : data };
}

interface Given {
  readonly files: MemoryFiles;
  readonly crosswalk: ReadCrosswalk;
  readonly timesheets: readonly string[];
}

async function jobOf(
  { fields, lang, today }: Ask<'recode'>,
  { files, crosswalk, timesheets }: Given,
): Promise<RecodeJob> {
  const [timesheet = ''] = timesheets;
  const word = dropCliTexts[lang].recoded;
  const output =
    timesheets.length > 1
      ? word
      : recodedName(
          files.nameOf(timesheet),
          await timesheetKind(timesheet, await files.read(timesheet)),
          word,
        );
  const { sheet, decimalSign, allocate, validFrom, day } = fields;
  const from = validFrom === 'none' ? null : day;
  return {
    ...{ timesheet, crosswalk, output, rejects: rejectsName(output), recodedOn: today },
    plan: buildPlan(crosswalk.crosswalk, { allocate, ...(validFrom === 'table' ? {} : { validFrom: from }) }),
    options: recodeOptions(
      timesheet,
      { ...fields, sheets: sheet === '' ? [] : [sheet], point: decimalSign === '' ? null : decimalSign },
      lang,
    ),
  };
}

/** Bytes at a time; what is read in pieces shows how far it has come. */
const PIECE = 1 << 20;

function inPieces(files: MemoryFiles, { progress }: CallContext): MemoryFiles {
  return {
    ...files,
    async *readChunks(path) {
      const bytes = await files.read(path);
      for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
        yield bytes.subarray(at, at + PIECE);
        if (bytes.length > PIECE) progress(Math.min(1, (at + PIECE) / bytes.length));
      }
    },
  };
}

/** Names in the answer are those that the command line writes; of a folder, without it. */
async function answerOf(
  { report, written }: RecodeOutcome,
  { files, job, timesheets }: Pick<Given, 'files' | 'timesheets'> & { readonly job: RecodeJob },
): Promise<Answer<'recode'>> {
  const made: PageFile[] = [];
  for (const path of written) made.push({ name: files.nameOf(path), bytes: await files.read(path) });
  const isRecord = ({ name }: PageFile) => name.endsWith(RECORD_SUFFIX);
  const isRejects = ({ name }: PageFile) => name === REJECTS_FILE || name === job.rejects;
  return {
    report,
    file: timesheets.map((path) => files.nameOf(path)).join(', '),
    crosswalk: files.nameOf(job.crosswalk.file),
    recoded: made.filter((file) => !isRecord(file) && !isRejects(file)),
    rejects: made.find(isRejects) ?? null,
    records: made.filter(isRecord),
    archive: timesheets.length > 1 ? await archiveOf(`${job.output}.zip`, made) : null,
  };
}
