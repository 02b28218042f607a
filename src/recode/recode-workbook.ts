import type { Table } from '../values/table.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { RecodePlan } from './plan.ts';
import { type RecodeOptions, type RecodeResult, resultOf } from './recode-result.ts';
import { recodeTables } from './recode-tables.ts';
import { openRun, type Run } from './run.ts';
import { verifyTables, type WrittenSoFar, writtenSoFar } from './verify-tables.ts';
import { editWorkbook } from './workbook/edit-workbook.ts';
import { markOf, REVISION_PROPERTY } from './workbook/revision-mark.ts';

/** The parts of a workbook's file, by name. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A workbook: its sheets as tables with their facts, and the parts of its file. */
export interface WorkbookInput {
  readonly tables: readonly Table[];
  readonly parts: Parts;
}

/** The parts of the workbooks to write. */
export interface RecodedWorkbook {
  readonly recoded: Parts;
  /** `null` when nothing was rejected. */
  readonly rejected: Parts | null;
  readonly result: RecodeResult;
  readonly run: Run;
  /** What the files before this one came to, in a run of many. */
  readonly before: WrittenSoFar;
}

/**
 * Recodes the time-sheets in a workbook, balanced together. Only the cells that change are written; other sheets, columns,
 * formats, charts and pivot tables stay as they are in the file, and formulas follow the rows they mean.
 *
 * @throws ProcmapError when no sheet is a time-sheet, when one is marked as recoded, or when time-sheets have different
 *   headers and nobody said which is meant
 */
export function recodeWorkbook(
  { tables, parts }: WorkbookInput,
  plan: RecodePlan,
  options: RecodeOptions,
): RecodedWorkbook {
  if (!options.evenIfMarked && markOf(options.file, parts) === plan.revision)
    throw new ProcmapError('already-recoded', {
      file: options.file,
      evidence: 'marker',
      detail: REVISION_PROPERTY,
    });
  const run = options.run ?? openRun(plan, options);
  const before = writtenSoFar(run);
  const { recoded, rejected, columns, sheets } = recodeTables({ tables }, run, options);
  const editing = { file: options.file, isOldCode: (text: string) => changesMeaning(text, plan) };
  const property = { name: REVISION_PROPERTY, value: plan.revision };
  const written = editWorkbook(parts, recoded, { ...editing, property });
  const result = resultOf(run, columns, {
    sheets,
    continued: options.carried !== undefined,
    told: written.told,
  });
  return {
    recoded: written.parts,
    rejected: rejected === null ? null : editWorkbook(parts, rejected, editing).parts,
    result,
    run,
    before,
  };
}

function changesMeaning(text: string, { rules }: RecodePlan): boolean {
  const rule = rules.get(text);
  return (
    rule !== undefined &&
    !(rule.kind === 'map' && rule.targets.length === 1 && rule.targets[0]?.code === text)
  );
}

/** Reads a recoded workbook again, and adds it up. */
export function verifyWorkbook(
  tables: readonly Table[],
  { result, run, before }: RecodedWorkbook,
  options: RecodeOptions,
): void {
  const sheets = result.report.sheets.filter(({ counted }) => counted).map(({ name }) => name);
  verifyTables(
    { tables },
    { report: result.report, plan: run.plan, options: { ...options, sheets }, written: run, before },
  );
}
