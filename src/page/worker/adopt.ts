import { type AdoptionOutput, adoptionOutput } from '../../app/adoption-outputs.ts';
import { CONFLICT_FILE, type OpenAdoption, openAdoption } from '../../app/open-adoption.ts';
import { shareDone } from '../../app/share-done.ts';
import type { OnProgress } from '../../model/progress.ts';
import { TOOL_VERSION } from '../../values/tool-version.ts';
import type { Adopted } from '../calls/adopt.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { CallContext, Handler, Held } from './handler.ts';
import { type FileToPlace, placed } from './placed.ts';

/** Carries the chamber's own map over, and holds it for the calls that follow. */
export const adopt: Handler<'adopt'> = async (asked, { held, progress }) => {
  held.adoption = null;
  const { local, national, base, decisions, timesheets } = asked;
  const own: readonly (FileToPlace | null)[] = [
    { file: local, folder: 'local' },
    { file: national, folder: 'national' },
    base && { file: base, folder: 'base' },
    decisions && { file: decisions, folder: 'decisions' },
    ...timesheets.map((file, i) => ({ file, folder: String(i + 1) })),
  ];
  const there = own.filter((each) => each !== null);
  const { files, paths } = placed(there);
  const pathOf = (at: number) => (own[at] ? paths[there.indexOf(own[at])] : undefined);
  const sources = {
    ...{ local: pathOf(0) ?? '', national: pathOf(1) ?? '', base: pathOf(2), decisions: pathOf(3) },
    ...(timesheets.length > 0 ? { usage: { timesheets: paths.slice(-timesheets.length) } } : {}),
  };
  const onProgress = overall(base === null ? 1 : 3, progress);
  held.adoption = await openAdoption(files, sources, { onProgress });
  return adoptedOf(held.adoption);
};

/** Decides a conflict. */
export const settle: Handler<'settle'> = async ({ localCode, nationalCode, answer }, { held }) => {
  held.adoption = await adoptionIn(held).decide({ localCode, nationalCode }, answer);
  return adoptedOf(held.adoption);
};

/** What is saved, and by which name: as the command line writes it under that name. */
const OUTPUTS: readonly (readonly [name: string, kind: AdoptionOutput])[] = [
  ['local-map.xlsx', 'map'],
  ['local-map.csv', 'map'],
  ['local-map.json', 'map'],
  ['local-crosswalk.csv', 'crosswalk'],
  ['local-crosswalk.xlsx', 'crosswalk'],
  [CONFLICT_FILE, 'review'],
  ['conflicts.xlsx', 'review'],
  ['adoption.html', 'report'],
  ['adoption.md', 'report'],
  ['adoption.json', 'report'],
];

/** Writes all that comes of an adoption. */
export const adoptionFiles: Handler<'adoptionFiles'> = async ({ lang }, { held, progress }) => {
  const { result } = adoptionIn(held);
  const files: PageFile[] = [];
  for (const [name, kind] of OUTPUTS) {
    const data = await adoptionOutput(kind, name, result, { lang, toolVersion: TOOL_VERSION });
    files.push({ name, bytes: typeof data === 'string' ? new TextEncoder().encode(data) : data });
    progress(files.length / OUTPUTS.length);
  }
  return { files };
};

function adoptedOf({ result, decisionFile }: OpenAdoption): Adopted {
  const { map: _, marked: __, stale, ...adoption } = result.adoption;
  return { adoption, stale: stale.length, decisionFile };
}

function adoptionIn({ adoption }: Held): OpenAdoption {
  if (adoption === null) throw new Error('nothing is carried over yet');
  return adoption;
}

/** Several comparisons one after the other as one way: each begins where the last has ended. */
function overall(comparisons: number, progress: CallContext['progress']): OnProgress {
  let done = 0;
  let last = 0;
  return (step) => {
    const share = shareDone(step);
    if (share < last) done++;
    last = share;
    progress(Math.min(1, (done + share) / comparisons));
  };
}
