import { type CrosswalkReading, parseCrosswalk, parseCrosswalkSheet } from '../crosswalk/parse-crosswalk.ts';
import { detectContainer } from '../read/detect-container.ts';

/**
 * Reads a crosswalk from a CSV file or a workbook; of its sheets the first whose header has an `old_code`.
 *
 * @throws ProcmapError when the file is damaged, too large or of a format that is not read
 */
export async function readCrosswalkFile(input: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<CrosswalkReading> {
  const { kind } = detectContainer(input.bytes);
  if (kind === 'text' || kind === 'json') return parseCrosswalk(input);
  const { readTables } = await import('../read/read-tables.ts');
  const { tables } = await readTables(input);
  const isCrosswalk = tables.find((table) =>
    table.rows[0]?.cells.some((cell) => /^\s*old_code\s*$/i.test(cell)),
  );
  const table = isCrosswalk ?? tables[0] ?? { file: input.name, sheet: null, rows: [] };
  return parseCrosswalkSheet(table);
}
