import type { Lang } from '../../model/lang.ts';
import type { RecodeReport } from '../../model/recode-report.ts';
import type { PageFile } from './page-file.ts';

/** How time-sheets are recoded, as it stands in the fields of the page. An empty one is found out. */
export interface RecodeFields {
  readonly code: string;
  readonly amount: string;
  readonly repeat: string;
  readonly person: string;
  readonly date: string;
  readonly keep: string;
  readonly sheet: string;
  readonly decimalSign: '' | '.' | ',';
  readonly allocate: 'none' | 'equal' | 'default';
  /** Whose day it is from which the new codes hold: the table's, that of `day`, or none. */
  readonly validFrom: 'table' | 'day' | 'none';
  readonly day: string;
  readonly notRecoded: boolean;
}

/** Carries time-sheets over to the new codes. */
export interface RecodeCall {
  readonly ask: {
    /** Records of earlier runs may be among them. */
    readonly timesheets: readonly PageFile[];
    /** The table to apply; `null` for that of the comparison as decided so far. */
    readonly crosswalk: PageFile | null;
    readonly fields: RecodeFields;
    readonly lang: Lang;
    /** An ISO date. */
    readonly today: string;
  };
  readonly answer: {
    readonly report: RecodeReport;
    /** Names of the time-sheets and of the table, as the report says them. */
    readonly file: string;
    readonly crosswalk: string;
    readonly recoded: readonly PageFile[];
    readonly rejects: PageFile | null;
    readonly records: readonly PageFile[];
    /** All of them in one file, where there are many. */
    readonly archive: PageFile | null;
  };
}
