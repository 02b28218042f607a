import { ProcmapError } from '../../words/procmap-error.ts';

/** Files that a map may be in, when somebody has packed them. */
const READABLE = /(?:^|\/)(?!~\$|\.)[^/]+\.(?:xls[xmb]?|ods|fods|csv|tsv|txt|docx|pdf|html?|json)$/i;

/**
 * The error for an archive that is no workbook: what it holds that could be a map is named, so that it can be taken out.
 *
 * @param names of its members
 */
export function otherArchive(file: string, names: readonly string[]): ProcmapError {
  const [holds = ''] = names.filter((name) => READABLE.test(name));
  return new ProcmapError('archive-of-others', {
    file,
    members: names.filter((name) => !name.endsWith('/')).length,
    holds,
  });
}
