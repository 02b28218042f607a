import type { Lang } from '../../model/lang.ts';
import type { Point } from '../amount.ts';
import type { Run } from '../run.ts';
import type { RunningTotals } from '../running-totals.ts';
import type { SheetDraft } from './sheet-draft.ts';

/** What going through the tables of a sheet needs to know, and where it writes. */
export interface TableSetting {
  readonly run: Run;
  readonly file: string;
  readonly lang: Lang;
  /** The decimal sign that the user gave. */
  readonly point: Point | null;
  readonly labels: boolean;
  readonly audit: boolean;
  readonly isWorkbook: boolean;
  readonly draft: SheetDraft;
  /** The sums of the columns of the sheet, by column. */
  readonly totals: RunningTotals;
  /** The first column behind all cells of the sheet, where columns are added. */
  readonly width: number;
}
