import type { Adoption, Side } from '../../model/adoption.ts';
import type { DecisionNote } from '../../model/decision.ts';
import type { Lang } from '../../model/lang.ts';
import type { PageFile } from './page-file.ts';

/** An adoption as decided so far. */
export interface Adopted {
  readonly adoption: Omit<Adoption, 'map' | 'marked' | 'stale'>;
  /** Decisions that no longer fit the maps. */
  readonly stale: number;
  /** What was decided, as the file of decisions that holds it; empty before anything is. */
  readonly decisionFile: string;
}

/** Carries the chamber's own map to the nation's new revision. What is decided later builds on it. */
export interface AdoptCall {
  readonly ask: {
    readonly local: PageFile;
    readonly national: PageFile;
    readonly base: PageFile | null;
    /** Conflicts that were decided earlier: a file of decisions, or a filled-in workbook. */
    readonly decisions: PageFile | null;
    /** Time-sheets on the local codes; empty for none. */
    readonly timesheets: readonly PageFile[];
  };
  readonly answer: Adopted;
}

/** Decides a conflict, or takes back what was said of it. */
export interface SettleCall {
  readonly ask: {
    readonly localCode: string;
    readonly nationalCode: string;
    readonly answer: { readonly side: Side; readonly note: DecisionNote } | null;
  };
  readonly answer: Adopted;
}

/** The new map, its crosswalk, the report and the conflicts, in the forms that people and programs take. */
export interface AdoptionFilesCall {
  readonly ask: { readonly lang: Lang };
  readonly answer: { readonly files: readonly PageFile[] };
}
