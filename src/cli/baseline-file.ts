import { resolve } from 'node:path';
import type { CheckReport } from '../model/check-report.ts';
import { checkCliTexts } from '../words/check-cli.ts';
import { fill } from '../words/language.ts';
import type { Context } from './context.ts';
import { readBytes } from './read-map.ts';
import { writeOutput } from './write-output.ts';

/** The name of the baseline where none is given. */
export const BASELINE_FILE = 'procmap.baseline.json';

/** Leaves out what the baseline accepts, and says how much of it is there no more. */
export async function withoutAccepted(
  context: Context,
  file: string,
  report: CheckReport,
): Promise<CheckReport> {
  const { applyBaseline, parseBaseline } = await import('../config/baseline.ts');
  const applied = applyBaseline(report, parseBaseline(file, await read(context, file)));
  const text = checkCliTexts[context.lang].baselineGone;
  if (applied.gone > 0) context.say(fill(text, { file, count: applied.gone }));
  return applied.report;
}

/** Accepts all findings of a report; what the file says of other maps stays. */
export async function writeBaseline(
  context: Context,
  file: string,
  report: CheckReport,
  inputs: readonly string[],
): Promise<void> {
  const { baselineOf, formatBaseline, parseBaseline } = await import('../config/baseline.ts');
  const exists = await context.io.exists(resolve(context.io.cwd, file));
  const earlier = exists ? parseBaseline(file, await read(context, file)) : undefined;
  await writeOutput(context, formatBaseline(baselineOf(report, earlier)), { output: file, inputs });
  const count = report.maps.reduce((sum, { findings }) => sum + findings.length, 0);
  context.say(fill(checkCliTexts[context.lang].wroteBaseline, { file, count }));
}

async function read({ io }: Context, file: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(io, file));
}
