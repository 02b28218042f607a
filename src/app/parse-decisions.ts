import type { DecisionReading } from '../decide/decision-reading.ts';
import { parseDecisions as decisionsIn } from '../decide/parse-decisions.ts';
import { type FileInput, readTables } from '../read/read-tables.ts';

/**
 * Reads a decision file or a review workbook. What is wrong in it is returned beside the decisions, for `compareMaps` to
 * report together with what only the maps can show.
 *
 * @throws ProcmapError when the file cannot be read
 */
export async function parseDecisions(input: FileInput): Promise<DecisionReading> {
  const { tables } = await readTables(input);
  return decisionsIn(tables);
}
