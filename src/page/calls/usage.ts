import type { ReadUsage } from '../../app/read-usage.ts';
import type { PageFile } from './page-file.ts';

/** Adds up the hours that time-sheets book on the old codes; the report and the questions then show them. */
export interface UsageCall {
  /** None: the hours are forgotten. */
  readonly ask: { readonly timesheets: readonly PageFile[] };
  readonly answer: { readonly files: ReadUsage['files'] };
}
