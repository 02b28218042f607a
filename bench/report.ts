// Measures the reports of a large migration: npm run bench:report
// Time as a ratio to `node -e 0` on the same machine in the same run, because seconds alone say little.
import { spawnSync } from 'node:child_process';
import { renderReport } from '../src/render/report.ts';
import { largeReport } from '../tests/support/large-report.ts';
import { reportOptions } from '../tests/support/report-options.ts';

const CHANGES = 10_000;
const FORMATS = ['text', 'html', 'xlsx', 'markdown', 'csv', 'json'] as const;

const start = best(5, () => spawnSync(process.execPath, ['-e', '0']));
const report = largeReport(CHANGES);
console.log(`${report.changes.length} changes; node -e 0 takes ${start.toFixed(0)} ms`);
for (const format of FORMATS) {
  const began = performance.now();
  const drawn = await renderReport(format, report, reportOptions({ lang: 'it' }));
  const ms = performance.now() - began;
  const megabytes = (Buffer.byteLength(drawn) / 1e6).toFixed(2);
  console.log(
    `${format.padEnd(9)} ${megabytes.padStart(6)} MB ${ms.toFixed(0).padStart(6)} ms ${(ms / start).toFixed(1).padStart(6)} x`,
  );
}

function best(times: number, work: () => unknown): number {
  const runs = Array.from({ length: times }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...runs);
}
