import type { ByteCodec } from './byte-codec.ts';
import type { ColumnContext } from './column-types.ts';
import { readSample, separatorsIn } from './csv-layout.ts';
import { openCsvSheet, writeCsvRows } from './csv-sheet.ts';
import { isCodeOf } from './plan.ts';
import type { RecodedChunk, RecodeOptions, RecodeResult } from './recode-result.ts';
import { resultOf } from './recode-result.ts';
import { recodeTables } from './recode-tables.ts';
import { refuseStrays } from './refuse-strays.ts';
import type { Run } from './run.ts';
import { findTables } from './shapes/find-tables.ts';
import { sheetView } from './shapes/sheet-view.ts';
import { verifyTables, writtenSoFar } from './verify-tables.ts';

/** So much of the file tells what separates its cells. */
const SAMPLE_BYTES = 1 << 13;

interface WholeCsv {
  readonly run: Run;
  readonly options: RecodeOptions;
  readonly codec: ByteCodec;
}

/**
 * Whether a text has to be held whole to be recoded: its codes stand across, or its columns are days, weeks or months, or
 * it has several tables or totals in its rows. Long tables are streamed.
 *
 * @param text the beginning, in working bytes
 * @returns the separator of its cells, or `null` for a text that is streamed
 */
export function wholeSeparator(
  text: Uint8Array,
  final: boolean,
  { run, options, codec }: WholeCsv,
): number | null {
  const from = codec.mark.length;
  const { file } = options;
  const context: ColumnContext = {
    file,
    choice: options.columns,
    isCode: isCodeOf(run.plan),
    isKept: run.isKept,
    needsDate: false,
  };
  for (const separator of separatorsIn(codec.decode(text.subarray(from, from + SAMPLE_BYTES)))) {
    const { rows, marks } = readSample(text, { from, separator, final }, codec);
    const table = { file, sheet: null, rows: rows.map((cells, i) => ({ number: i + 1, cells })) };
    const lines = [1, ...marks.map(({ line }) => line)];
    const view = sheetView(table, lines);
    const { tables } = findTables(view, context);
    const [first] = tables;
    if (first === undefined) continue;
    const isLong =
      tables.length === 1 &&
      first.kind === 'rows' &&
      first.columns.totals.length === 0 &&
      first.columns.measures.every(({ run: own }) => own === null) &&
      (run.plan.validFrom === null || first.columns.date !== null || options.columns.date !== undefined);
    if (!isLong) return separator;
    refuseStrays(view, tables, { ...context, rejectsWider: true });
    return null;
  }
  return null;
}

/** Recodes a delimited text that is held whole. What is written is read again, and has to add up to the same. */
export function* recodeWholeCsv(
  text: Uint8Array,
  { run, options, codec, separator }: WholeCsv & { readonly separator: number },
): Generator<RecodedChunk, RecodeResult> {
  const { file } = options;
  const sheet = openCsvSheet(text, { file, separator, codec });
  const before = writtenSoFar(run);
  const { recoded, rejected, columns } = recodeTables(
    { tables: [sheet.table], lines: sheet.lines },
    run,
    options,
  );
  const write = (plan: (typeof recoded)[number] | undefined) =>
    plan === undefined ? new Uint8Array() : writeCsvRows(sheet, plan, { codec, file });
  const bytes = write(recoded[0]);
  const result = resultOf(run, columns, { continued: options.carried !== undefined });
  const again = openCsvSheet(codec.toWork(bytes), { file, separator, codec });
  verifyTables(
    { tables: [again.table], lines: again.lines },
    { report: result.report, plan: run.plan, options, written: run, before },
  );
  yield { recoded: bytes, rejected: rejected === null ? new Uint8Array() : write(rejected[0]) };
  return result;
}
