import type { ReportOptions } from '../../src/render/report-options.ts';
import { plainStyle } from '../../src/render/style.ts';

/** Options of a report in a test: English, plain, made on a day that never changes. */
export function reportOptions(options: Partial<ReportOptions> = {}): ReportOptions {
  return {
    lang: 'en',
    style: plainStyle,
    width: 80,
    only: [],
    provenance: { toolVersion: '0.0.0', generatedOn: '2024-05-18' },
    ...options,
  };
}
