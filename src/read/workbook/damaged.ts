import type { WorkbookDamage } from '../../model/error-args.ts';
import { ProcmapError } from '../../words/procmap-error.ts';

/** The error for a workbook that cannot be read. */
export function damaged(file: string, reason: WorkbookDamage, cause?: unknown): ProcmapError {
  return new ProcmapError('workbook-damaged', { file, reason }, { cause });
}
