import type { Config } from '../config/schema.ts';
import { parseAdoptionDecisions } from '../decide/parse-adoption-decisions.ts';
import type { AdoptionDecision } from '../model/adoption.ts';
import { isBookable, keyOf } from '../model/tree.ts';
import { readTables } from '../read/read-tables.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { type AdoptResult, adoptMaps } from './adopt.ts';
import type { Files } from './files.ts';
import { readMapFile } from './read-map-file.ts';
import { readSource } from './read-source.ts';

/** The files of an adoption. */
export interface AdoptionSources {
  readonly local: string;
  readonly national: string;
  readonly base?: string | undefined;
  readonly decisions?: string | undefined;
  /** Time-sheets on the local codes. */
  readonly usage?: string | undefined;
}

/**
 * Reads the maps of an adoption, the decisions on its conflicts and the hours booked, and carries the local map over.
 *
 * @throws ProcmapError when a file cannot be read, when two maps have too little in common, or `adopt-decisions`
 */
export async function adoptFiles(
  files: Files,
  sources: AdoptionSources,
  { columns, lexicon }: Pick<Config, 'columns' | 'lexicon'> = {},
): Promise<AdoptResult> {
  const reading = columns ? { columns } : {};
  const local = await readMapFile(files, sources.local, reading);
  const national = await readMapFile(files, sources.national, reading);
  const base = sources.base === undefined ? null : await readMapFile(files, sources.base, reading);
  const decisions =
    sources.decisions === undefined ? [] : await readAdoptionDecisions(files, sources.decisions);
  if (sources.usage === undefined) return adoptMaps({ local, national, base }, { decisions, lexicon });
  const { usageOf } = await import('../recode/usage-of.ts');
  const { tables } = await readTables({ name: sources.usage, bytes: await readSource(files, sources.usage) });
  const codes = local.nodes.filter(isBookable).map(keyOf);
  const { byCode } = usageOf(tables, { file: sources.usage, codes });
  return adoptMaps({ local, national, base }, { decisions, lexicon, usage: byCode });
}

async function readAdoptionDecisions(files: Files, file: string): Promise<readonly AdoptionDecision[]> {
  const { tables } = await readTables({ name: file, bytes: await readSource(files, file) });
  const { decisions, problems } = parseAdoptionDecisions(tables);
  if (problems.length > 0) throw new ProcmapError('adopt-decisions', { problems });
  return decisions;
}
