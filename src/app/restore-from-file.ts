import { inCodeOrder, restoreEntries } from '../decide/restore-entries.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { Files } from './files.ts';
import { parseDecisions } from './parse-decisions.ts';
import { readSource } from './read-source.ts';

/** A map with what its file had lost, and the entries that were put back. */
export interface RestoredFromFile {
  readonly map: ProcessMap;
  readonly entries: readonly MapNode[];
}

/**
 * Puts the entries back that a decision file or a review workbook restores, each where its code belongs.
 *
 * @throws ProcmapError when the file cannot be read, or `decisions-invalid`
 */
export async function restoreFromFile(
  files: Files,
  map: ProcessMap,
  file: string,
): Promise<RestoredFromFile> {
  const reading = await parseDecisions({ name: file, bytes: await readSource(files, file) });
  const { map: whole, problems } = restoreEntries(map, null, reading.decisions);
  const all = [...reading.problems, ...problems];
  if (all.length > 0) throw new ProcmapError('decisions-invalid', { problems: all });
  const ordered = inCodeOrder(whole);
  const entries = ordered.nodes.filter(({ restored }) => restored);
  return { map: { ...ordered, nodes: ordered.nodes.map(({ restored: _, ...node }) => node) }, entries };
}
