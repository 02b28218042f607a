import type { RekeyReport } from '../model/rekey-report.ts';
import type { Files } from './files.ts';
import type { ReadCrosswalk } from './read-crosswalk.ts';
import { readSource } from './read-source.ts';
import { type RekeyOptions, rekeyTable } from './rekey.ts';
import { writeFiles } from './write-files.ts';

/** A table to be carried over, and where the result goes. */
export interface RekeyJob {
  readonly table: string;
  readonly crosswalk: ReadCrosswalk;
  readonly options: RekeyOptions;
  /** `null`: only tell what would be done. */
  readonly output: string | null;
  /** Hears what kind of file is written, before it is; may refuse by throwing. */
  readonly accept: (kind: 'workbook' | 'text') => void;
}

/**
 * Carries a table that is keyed by code over to the new codes, from file to file.
 *
 * @throws ProcmapError when a file cannot be read or written, or when the table cannot be carried over
 */
export async function rekeyFile(
  files: Files,
  { table, crosswalk, options, output, accept }: RekeyJob,
): Promise<RekeyReport> {
  const read = await readSource(files, table);
  const { kind, bytes, report } = await rekeyTable(read, crosswalk.crosswalk, options);
  if (output === null) return report;
  accept(kind);
  await writeFiles(files, [{ path: output, data: bytes }], [table, crosswalk.file]);
  return report;
}
