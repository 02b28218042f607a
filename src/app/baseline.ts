import type { CheckReport } from '../model/check-report.ts';
import { type Files, fileExists } from './files.ts';
import { readSourceText } from './read-source.ts';
import { writeFiles } from './write-files.ts';

/** The name of the baseline where none is given. */
export const BASELINE_FILE = 'procmap.baseline.json';

/**
 * Leaves out what a baseline accepts.
 *
 * @returns the report, and how many accepted findings are there no more
 * @throws ProcmapError when the file cannot be read, or is no baseline
 */
export async function withoutAccepted(
  files: Files,
  file: string,
  report: CheckReport,
): Promise<{ readonly report: CheckReport; readonly gone: number }> {
  const { applyBaseline, parseBaseline } = await import('../config/baseline.ts');
  return applyBaseline(report, parseBaseline(file, await readSourceText(files, file)));
}

/**
 * Accepts all findings of a report; what the file says of other maps stays.
 *
 * @returns how many findings that is
 * @throws ProcmapError when the file cannot be written, or holds something else
 */
export async function writeBaseline(
  files: Files,
  file: string,
  report: CheckReport,
  inputs: readonly string[],
): Promise<number> {
  const { baselineOf, formatBaseline, parseBaseline } = await import('../config/baseline.ts');
  const earlier = (await fileExists(files, file))
    ? parseBaseline(file, await readSourceText(files, file))
    : undefined;
  await writeFiles(files, [{ path: file, data: formatBaseline(baselineOf(report, earlier)) }], inputs, {
    grows: file,
  });
  return report.maps.reduce((sum, { findings }) => sum + findings.length, 0);
}
