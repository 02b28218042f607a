import type { Config } from '../config/schema.ts';
import { parseAdoptionDecisions } from '../decide/parse-adoption-decisions.ts';
import type { AdoptionDecision } from '../model/adoption.ts';
import { readTables } from '../read/read-tables.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { type AdoptResult, adoptMaps } from './adopt.ts';
import type { Files } from './files.ts';
import { readMapFile } from './read-map-file.ts';
import { readSource } from './read-source.ts';
import type { ReadUsage, UsageSources } from './read-usage.ts';

/** The files of an adoption. */
export interface AdoptionSources {
  readonly local: string;
  readonly national: string;
  readonly base?: string | undefined;
  readonly decisions?: string | undefined;
  /** Time-sheets on the local codes, and folders of them; empty for none. */
  readonly usage?: UsageSources | undefined;
}

/** What came of an adoption, and what the time-sheets were found to hold. */
export interface AdoptedFiles extends AdoptResult {
  readonly usage?: ReadUsage;
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
): Promise<AdoptedFiles> {
  const reading = columns ? { columns } : {};
  const local = await readMapFile(files, sources.local, reading);
  const national = await readMapFile(files, sources.national, reading);
  const base = sources.base === undefined ? null : await readMapFile(files, sources.base, reading);
  const decisions =
    sources.decisions === undefined ? [] : await readAdoptionDecisions(files, sources.decisions);
  const maps = { local, national, base };
  if (sources.usage === undefined) return adoptMaps(maps, { decisions, lexicon });
  const { readUsage } = await import('./read-usage.ts');
  const usage = await readUsage(files, sources.usage, local);
  const adopted = adoptMaps(maps, { decisions, lexicon, usage: usage.byCode });
  return { ...adopted, usage };
}

async function readAdoptionDecisions(files: Files, file: string): Promise<readonly AdoptionDecision[]> {
  const { tables } = await readTables({ name: file, bytes: await readSource(files, file) });
  const { decisions, problems } = parseAdoptionDecisions(tables);
  if (problems.length > 0) throw new ProcmapError('adopt-decisions', { problems });
  return decisions;
}
