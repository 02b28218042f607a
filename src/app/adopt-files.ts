import type { Config } from '../config/schema.ts';
import { parseAdoptionDecisions } from '../decide/parse-adoption-decisions.ts';
import type { AdoptionDecision } from '../model/adoption.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { OnProgress } from '../model/progress.ts';
import { readTables } from '../read/read-tables.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { type Adopter, type AdoptResult, adopter } from './adopt.ts';
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

/** An adoption that is read: the maps compared, the decisions, the hours. */
export interface ReadAdoption {
  readonly adopt: Adopter;
  readonly decisions: readonly AdoptionDecision[];
  readonly usage: ReadUsage | null;
}

/**
 * Reads the maps of an adoption, the decisions on its conflicts and the hours booked, and carries the local map over.
 *
 * @throws ProcmapError when a file cannot be read, when two maps have too little in common, or `adopt-decisions`
 */
export async function adoptFiles(
  files: Files,
  sources: AdoptionSources,
  options: AdoptFilesOptions = {},
): Promise<AdoptedFiles> {
  const { adopt, decisions, usage } = await readAdoption(files, sources, options);
  return { ...adopt(decisions), ...(usage === null ? {} : { usage }) };
}

/** How the files of an adoption are read. */
export type AdoptFilesOptions = Pick<Config, 'columns' | 'lexicon'> & { readonly onProgress?: OnProgress };

/** The same without carrying the map over yet; throws likewise. */
export async function readAdoption(
  files: Files,
  sources: AdoptionSources,
  { columns, lexicon, onProgress }: AdoptFilesOptions = {},
): Promise<ReadAdoption> {
  const reading = columns ? { columns } : {};
  const local = await readMapFile(files, sources.local, reading);
  const national = await readMapFile(files, sources.national, reading);
  const base = sources.base === undefined ? null : await readMapFile(files, sources.base, reading);
  const decisions =
    sources.decisions === undefined ? [] : await readAdoptionDecisions(files, sources.decisions);
  const maps = { local, national, base };
  const usage = sources.usage === undefined ? null : await usageOf(files, sources.usage, local);
  const options = {
    lexicon,
    ...(onProgress ? { onProgress } : {}),
    ...(usage ? { usage: usage.byCode } : {}),
  };
  return { adopt: adopter(maps, options), decisions, usage };
}

async function usageOf(files: Files, sources: UsageSources, local: ProcessMap): Promise<ReadUsage> {
  const { readUsage } = await import('./read-usage.ts');
  return readUsage(files, sources, local);
}

/**
 * Reads a file of decisions on conflicts.
 *
 * @throws ProcmapError when it cannot be read, or `adopt-decisions`
 */
export async function readAdoptionDecisions(
  files: Files,
  file: string,
): Promise<readonly AdoptionDecision[]> {
  const { tables } = await readTables({ name: file, bytes: await readSource(files, file) });
  const { decisions, problems } = parseAdoptionDecisions(tables);
  if (problems.length > 0) throw new ProcmapError('adopt-decisions', { problems });
  return decisions;
}
