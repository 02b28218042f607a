import type { Lang } from '../../model/lang.ts';
import type { PageFile } from './page-file.ts';

/** The report, the decisions and the review workbook as files, as the command line writes them. */
export interface SaveCall {
  /** `today` is an ISO date: the report says when it was made. */
  readonly ask: { readonly lang: Lang; readonly today: string };
  readonly answer: { readonly files: readonly PageFile[] };
}
