import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a run of procmap took, as a whole process. */
export interface MeasuredRun {
  readonly seconds: number;
  /** The most memory it held at a time. */
  readonly megabytes: number;
  readonly stdout: string;
}

const ROOT = join(import.meta.dirname, '../..');
const TELL_PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))';

/**
 * Runs the built command line in a process of its own.
 *
 * @throws when it ends with an exit code above 1
 */
export function measuredRun(args: readonly string[]): MeasuredRun {
  const start = performance.now();
  const child = spawnSync(process.execPath, ['--import', TELL_PEAK, 'bin/procmap.js', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const seconds = (performance.now() - start) / 1000;
  const peak = /peak (\d+)$/.exec(child.stderr);
  if (child.status === null || child.status > 1 || !peak) {
    throw new Error(`${args.join(' ')} exited ${child.status}: ${child.stderr}`);
  }
  return { seconds, megabytes: Number(peak[1]) / 1024, stdout: child.stdout };
}
