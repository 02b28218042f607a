import type { Decimal } from '../values/decimal.ts';
import type { SheetTaken } from './recode-report.ts';

/** How much was booked on each code, and on codes that nobody knows. Exact; hours where the cells are times of day. */
export interface TimesheetUsage {
  readonly byCode: ReadonlyMap<string, Decimal>;
  readonly unknown: ReadonlyMap<string, Decimal>;
  /** The sheets of a workbook that were taken for time-sheets; none for a text file. */
  readonly sheets: readonly SheetTaken[];
  /** Sheets that hold bookings below another header, which are left out. */
  readonly leftOut: readonly string[];
  /** The column that was added up, and whether it holds hours. */
  readonly measured: { readonly column: string; readonly isHours: boolean };
}
