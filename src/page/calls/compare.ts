import type { MigrationReport } from '../../model/report.ts';
import type { PageFile } from './page-file.ts';

/** What a comparison shows before anybody looks at single entries. */
export type ReportHead = Omit<MigrationReport, 'changes' | 'structure' | 'usage'>;

/** A comparison as decided so far. */
export interface Compared {
  readonly head: ReportHead;
  /** What was decided, as the decision file that holds it; empty before anything is. */
  readonly decisionFile: string;
}

/** Compares two maps. What is decided later builds on it. */
export interface CompareCall {
  readonly ask: {
    readonly old: PageFile;
    readonly new: PageFile;
    /** A decision file or a filled-in review workbook. */
    readonly decisions: PageFile | null;
  };
  readonly answer: Compared;
}
