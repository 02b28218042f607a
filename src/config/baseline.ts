import * as z from 'zod';
import type { CheckReport } from '../model/check-report.ts';
import { ownRecord } from '../values/own-record.ts';
import { portablePath } from '../values/portable-path.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { parseJson } from './parse-json.ts';

/** Findings that are accepted: per file, what each is known by (see `findingKeys`). */
export interface Baseline {
  readonly version: 1;
  readonly files: Readonly<Record<string, readonly string[]>>;
}

const baselineSchema = z.strictObject({
  version: z.literal(1),
  files: z.record(z.string(), z.array(z.string())),
});

/**
 * Reads a baseline file.
 *
 * @throws ProcmapError when it is none
 */
export function parseBaseline(file: string, text: string): Baseline {
  const parsed = parseJson(text, baselineSchema);
  if ('problem' in parsed) throw new ProcmapError('baseline-invalid', { file, problem: parsed.problem });
  // The schema has judged the lists; of the names, it would leave out `__proto__`.
  const { files } = JSON.parse(text.replace(/^\ufeff/, '')) as Baseline;
  return { version: 1, files: ownRecord(Object.entries(files).filter(([, keys]) => isListOfTexts(keys))) };
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** A baseline that accepts all findings of a report, and keeps what `earlier` says of other files. */
export function baselineOf(report: CheckReport, earlier?: Baseline): Baseline {
  const files = new Map(Object.entries(earlier?.files ?? {}));
  for (const { map, findings } of report.maps) {
    files.set(portablePath(map.name), findings.map(({ key }) => key).sort());
  }
  const named = [...files].filter(([, keys]) => keys.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: 1, files: ownRecord(named) };
}

/** A baseline as text: one finding a line, sorted, so that its changes read well in a review. */
export function formatBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

/** A report without the findings that a baseline accepts, and how many it accepts that are there no more. */
export function applyBaseline(
  report: CheckReport,
  baseline: Baseline,
): { readonly report: CheckReport; readonly gone: number } {
  let gone = 0;
  const maps = report.maps.map(({ map, findings }) => {
    const known = new Set(baseline.files[portablePath(map.name)]);
    const accepted = findings.filter(({ key }) => known.has(key));
    gone += known.size - accepted.length;
    return { map, findings: findings.filter(({ key }) => !known.has(key)), accepted };
  });
  return { report: { ...report, maps }, gone };
}
