import { memoryFiles } from '../../app/memory-files.ts';
import { type OpenComparison, openComparison } from '../../app/open-comparison.ts';
import { shareDone } from '../../app/share-done.ts';
import type { Compared } from '../calls/compare.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { Handler } from './handler.ts';

/** Compares two maps, and holds the comparison for the calls that follow. */
export const compare: Handler<'compare'> = async (asked, { held, progress, tell }) => {
  held.open = null;
  held.usage = null;
  const { files, paths } = placed(asked);
  held.open = await openComparison(
    files,
    { old: paths.old, new: paths.new },
    {
      decisions: paths.decisions ?? false,
      watch: (_, work) => work((step) => progress(shareDone(step))),
    },
    tell,
  );
  return comparedOf(held.open);
};

/** What the page is told of a comparison. */
export function comparedOf({ comparison, decisionFile }: OpenComparison): Compared {
  const { changes: _, structure: __, usage: ___, ...head } = comparison.report;
  return { head, decisionFile };
}

/** The files under their own names, as on a disk; two of one name in a folder each. */
function placed({ old, new: fresh, decisions }: Parameters<typeof compare>[0]) {
  const all = [old, fresh, ...(decisions ? [decisions] : [])];
  const isTwice = ({ name }: PageFile) => all.filter((each) => each.name === name).length > 1;
  const pathOf = (file: PageFile, folder: string) => (isTwice(file) ? `${folder}/${file.name}` : file.name);
  const paths = {
    old: pathOf(old, 'old'),
    new: pathOf(fresh, 'new'),
    decisions: decisions === null ? null : pathOf(decisions, 'decisions'),
  };
  const entries: (readonly [string, Uint8Array])[] = [
    [paths.old, old.bytes],
    [paths.new, fresh.bytes],
  ];
  if (decisions !== null && paths.decisions !== null) entries.push([paths.decisions, decisions.bytes]);
  return { files: memoryFiles(entries), paths };
}
