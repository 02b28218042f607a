import { type CrosswalkReading, parseCrosswalk, parseCrosswalkSheet } from '../crosswalk/parse-crosswalk.ts';
import { detectContainer } from '../read/detect-container.ts';
import { guessEncoding } from '../values/text-encoding.ts';
import { ProcmapError } from '../words/procmap-error.ts';

const HEAD_BYTES = 1 << 16;

/**
 * Reads a crosswalk from a CSV file, from JSON or from a workbook; of its sheets the first whose header has an `old_code`.
 *
 * @throws ProcmapError when the file is damaged, too large or of a format that is not read
 */
export async function parseCrosswalkFile(input: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<CrosswalkReading> {
  const { kind } = detectContainer(input.bytes);
  if (kind === 'json') {
    const { parseCrosswalkJson } = await import('../crosswalk/parse-crosswalk-json.ts');
    return parseCrosswalkJson(input);
  }
  if (kind === 'text') {
    refuseBinary(input);
    return parseCrosswalk(input);
  }
  const { readTables } = await import('../read/read-tables.ts');
  const { tables } = await readTables(input);
  const isCrosswalk = tables.find((table) =>
    table.rows[0]?.cells.some((cell) => /^\s*old_code\s*$/i.test(cell)),
  );
  const table = isCrosswalk ?? tables[0] ?? { file: input.name, sheet: null, rows: [] };
  return parseCrosswalkSheet(table);
}

/** Bytes that are no text are not to reach a message. */
function refuseBinary({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): void {
  const { encoding } = guessEncoding(bytes.subarray(0, HEAD_BYTES));
  if (!encoding.startsWith('utf-16') && bytes.includes(0)) throw new ProcmapError('not-text', { file: name });
}
