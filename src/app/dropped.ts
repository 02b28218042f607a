import type { Lang } from '../model/lang.ts';
import { dropCliTexts } from '../words/drop-cli.ts';
import { fill } from '../words/language.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { FileKind, Files } from './files.ts';
import type { TimesheetKind } from './open-timesheet.ts';
import type { Prompter } from './prompter.ts';
import { RECODED_ENDINGS, recodedName } from './recoded-names.ts';

/** What dropped files ask for. */
export interface Errand {
  /** The command line that does it. */
  readonly argv: readonly string[];
  /** What to show to the person afterwards: a report; `null` where all is said already. */
  readonly opens: string | null;
  /** What was taken for granted, because there was nobody to ask. */
  readonly assumed: string | null;
}

interface Asking {
  readonly files: Files;
  /** `null` where nobody can be asked. */
  readonly prompter: Prompter | null;
  readonly lang: Lang;
}

/**
 * Finds out what to do with files that somebody dropped on the program: two maps are compared, and their report opened; of
 * time-sheets the crosswalk is asked for. In which order two files were dropped nobody sees, so that is asked, too.
 *
 * @returns `null` when the person leaves a question
 * @throws ProcmapError when a file is not there, or time-sheets come without anybody to ask for the crosswalk
 */
export async function errandOf(paths: readonly string[], asking: Asking): Promise<Errand | null> {
  const kinds = await Promise.all(paths.map((path) => kindOf(path, asking.files)));
  const allFiles = kinds.every((kind) => kind !== 'folder');
  const [first = '', second = ''] = paths;
  if (allFiles && paths.length === 2) return errandOfTwo([first, second], asking);
  if (allFiles && paths.length === 1) return errandOfOne(first, asking);
  return recoding(paths, asking);
}

async function kindOf(path: string, files: Files): Promise<FileKind> {
  const kind = await files.kind(path);
  if (kind === null) throw new ProcmapError('file-not-found', { file: path });
  return kind;
}

async function errandOfTwo([a, b]: readonly [string, string], asking: Asking): Promise<Errand | null> {
  const { prompter, files, lang } = asking;
  const texts = dropCliTexts[lang];
  const named = (old: string, fresh: string) => ({ old: files.nameOf(old), fresh: files.nameOf(fresh) });
  if (prompter === null) return comparing([a, b], files, fill(texts.orderAssumed, named(a, b)));
  const answer = await prompter.choose(texts.whatAreTheseTwo, [
    { value: 'as-dropped', label: fill(texts.mapsInOrder, named(a, b)) },
    { value: 'turned', label: fill(texts.mapsInOrder, named(b, a)) },
    { value: 'timesheets', label: texts.timesheets },
  ]);
  if (answer === 'as-dropped') return comparing([a, b], files);
  if (answer === 'turned') return comparing([b, a], files);
  return answer === null ? null : recoding([a, b], asking);
}

async function errandOfOne(path: string, asking: Asking): Promise<Errand | null> {
  const { prompter, files, lang } = asking;
  const checking: Errand = { argv: ['check', path], opens: null, assumed: null };
  if (prompter === null) return checking;
  const texts = dropCliTexts[lang];
  const answer = await prompter.choose(fill(texts.whatIsThis, { name: files.nameOf(path) }), [
    { value: 'map', label: texts.oneMap },
    { value: 'timesheets', label: texts.timesheets },
  ]);
  if (answer === null) return null;
  return answer === 'map' ? checking : recoding([path], asking);
}

/** The report stands beside the new map, under both names. */
function comparing(
  [old, fresh]: readonly [string, string],
  files: Files,
  assumed: string | null = null,
): Errand {
  const name = `${stemOf(files.nameOf(old))} - ${stemOf(files.nameOf(fresh))}.html`;
  const report = files.inFolder(files.folderOf(fresh), name);
  return { argv: ['diff', old, fresh, '-o', report], opens: report, assumed };
}

async function recoding(paths: readonly string[], asking: Asking): Promise<Errand | null> {
  const { prompter, files, lang } = asking;
  const texts = dropCliTexts[lang];
  const [first = ''] = paths;
  if (prompter === null)
    throw new ProcmapError('usage', { message: fill(texts.crosswalkUnknown, { file: first }) });
  const crosswalk = await askCrosswalk(prompter, asking);
  if (crosswalk === null) return null;
  const output = files.inFolder(files.folderOf(first), await outputName(paths, asking));
  const argv = ['recode', ...paths, '--crosswalk', crosswalk, '-o', output];
  return { argv, opens: null, assumed: null };
}

/** A console that a file is dragged into gets its path typed, in quotation marks where it has blanks. */
async function askCrosswalk(prompter: Prompter, { files, lang }: Asking): Promise<string | null> {
  for (;;) {
    const typed = await prompter.ask(dropCliTexts[lang].whichCrosswalk, {});
    if (typed === null) return null;
    const path = typed.trim().replace(/^"(.*)"$/, '$1');
    const kind = path === '' ? null : await files.kind(path);
    if (kind === 'file') return path;
    prompter.show(fill(dropCliTexts[lang].noCrosswalk, { file: `"${path}"` }));
  }
}

/** Of one file a file, of a folder a folder, of several a folder beside the first. */
async function outputName(paths: readonly string[], { files, lang }: Asking): Promise<string> {
  const added = dropCliTexts[lang].recoded;
  const [first = ''] = paths;
  if (paths.length > 1) return added;
  const name = files.nameOf(first);
  if ((await files.kind(first)) === 'folder') return `${name}-${added}`;
  return recodedName(name, kindByEnding(name), added);
}

/** By its ending alone: what is in it is for the recoding to find out. */
function kindByEnding(name: string): TimesheetKind {
  const kinds = ['workbook', 'text'] as const;
  return (
    kinds.find((kind) => RECODED_ENDINGS[kind].some((each) => name.toLowerCase().endsWith(each))) ??
    'converted'
  );
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
