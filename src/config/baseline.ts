import { z } from 'zod';
import type { KeyedFinding } from '../model/check-report.ts';
import { ProcmapError } from '../model/error.ts';
import { portablePath } from '../model/portable-path.ts';
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
  return parsed.value;
}

/** A baseline that accepts all findings of some files, and keeps what `earlier` says of others. */
export function baselineOf(
  maps: readonly { readonly name: string; readonly findings: readonly KeyedFinding[] }[],
  earlier?: Baseline,
): Baseline {
  const own = maps.map(({ name, findings }) => [portablePath(name), findings.map(({ key }) => key).sort()]);
  const files = { ...earlier?.files, ...Object.fromEntries(own) } as Baseline['files'];
  const names = Object.keys(files)
    .filter((name) => files[name]?.length)
    .sort();
  return { version: 1, files: Object.fromEntries(names.map((name) => [name, files[name] ?? []])) };
}

/** A baseline as text: one finding a line, sorted, so that its changes read well in a review. */
export function formatBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

/** Which findings of a file a baseline accepts, which are new, and how many accepted ones are there no more. */
export function applyBaseline(name: string, findings: readonly KeyedFinding[], baseline: Baseline) {
  const known = new Set(baseline.files[portablePath(name)]);
  const accepted = findings.filter(({ key }) => known.has(key));
  return {
    findings: findings.filter(({ key }) => !known.has(key)),
    accepted,
    gone: known.size - accepted.length,
  };
}
