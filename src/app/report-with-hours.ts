import type { MigrationReport } from '../model/report.ts';
import { type Decimal, formatDecimal } from '../values/decimal.ts';
import { ownRecord } from '../values/own-record.ts';

/** A report with the hours booked on each old entry. */
export function reportWithHours(
  report: MigrationReport,
  byCode: ReadonlyMap<string, Decimal>,
): MigrationReport {
  const hours = [...byCode].map(([code, amount]) => [code, Number(formatDecimal(amount))] as const);
  return { ...report, usage: ownRecord(hours) };
}
