import type { CrosswalkObstacle } from '../../model/crosswalk-obstacle.ts';
import type { Lang } from '../../model/lang.ts';
import type { PageFile } from './page-file.ts';

/** The crosswalk of the comparison as decided so far, in the forms that programs and people take. */
export interface CrosswalkCall {
  readonly ask: { readonly lang: Lang };
  readonly answer: {
    readonly files: readonly PageFile[];
    /** What speaks against applying it to every hour; with any of it the payroll tables are not written. */
    readonly obstacles: readonly CrosswalkObstacle[];
    /** Codes that Excel makes numbers of. */
    readonly alike: { readonly count: number; readonly code: string } | null;
  };
}
