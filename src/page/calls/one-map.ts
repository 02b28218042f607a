import type { CheckReport } from '../../model/check-report.ts';
import type { Lang } from '../../model/lang.ts';
import type { Failure } from './failure.ts';
import type { PageFile } from './page-file.ts';

/** Looks for the defects of one map. */
export interface CheckCall {
  readonly ask: { readonly map: PageFile; readonly lang: Lang };
  readonly answer: {
    readonly report: CheckReport;
    /** The findings in the forms that people and programs take. */
    readonly files: readonly PageFile[];
  };
}

/** What becomes of a map in one form: a file, or why that form cannot hold it. */
export interface ConvertedMap {
  readonly name: string;
  readonly file: PageFile | null;
  readonly failure: Failure | null;
  /** What the form has no place for, in words; empty for nothing. */
  readonly leftOut: Readonly<Record<Lang, string>>;
}

/** Writes one map in every form. */
export interface ConvertCall {
  readonly ask: { readonly map: PageFile };
  readonly answer: { readonly entries: number; readonly forms: readonly ConvertedMap[] };
}
