import type { Config } from '../config/schema.ts';
import { type Files, fileExists } from './files.ts';
import { readSourceText } from './read-source.ts';

/** The name under which the configuration is found in the working folder. */
export const CONFIG_FILE = 'procmap.config.json';

/** A configuration, with its paths as seen from the working folder. */
export interface LoadedConfig {
  readonly config: Config;
  /** Path of the baseline that it names. */
  readonly baseline: string | undefined;
}

/**
 * The configuration of a run: the file that is named, or `procmap.config.json` in the working folder, or none.
 *
 * @throws ProcmapError when it cannot be read or is not valid
 */
export async function loadConfig(files: Files, named: string | undefined): Promise<LoadedConfig> {
  const file = named ?? CONFIG_FILE;
  if (named === undefined && !(await fileExists(files, file))) return { config: {}, baseline: undefined };
  const text = await readSourceText(files, file);
  const [{ parseConfig }, { RULE_IDS }] = await Promise.all([
    import('../config/schema.ts'),
    import('../check/registry.ts'),
  ]);
  const config = parseConfig(file, text, RULE_IDS);
  const baseline = config.check?.baseline;
  return {
    config,
    baseline: baseline === undefined ? undefined : files.inFolder(files.folderOf(file), baseline),
  };
}
