import { dirname, join, relative, resolve } from 'node:path';
import type { Config } from '../config/schema.ts';
import type { Context } from './context.ts';
import { readBytes } from './read-map.ts';

/** A configuration, and the folder its paths start from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string;
}

/**
 * The configuration of this run: the file named by `--config`, or `procmap.config.json` in the working folder, or none.
 *
 * @throws ProcmapError when it cannot be read or is not valid
 */
export async function loadConfig({ io }: Context, named: string | undefined): Promise<LoadedConfig> {
  const { CONFIG_FILE, parseConfig } = await import('../config/schema.ts');
  const file = named ?? CONFIG_FILE;
  const path = resolve(io.cwd, file);
  if (named === undefined && !(await io.exists(path))) return { config: {}, folder: io.cwd };
  const text = new TextDecoder().decode(await readBytes(io, file));
  const { RULE_IDS } = await import('../pipeline.ts');
  return { config: parseConfig(file, text, RULE_IDS), folder: dirname(path) };
}

/** A path of the configuration as seen from the working folder. */
export function configuredPath(
  { io }: Context,
  folder: string,
  path: string | undefined,
): string | undefined {
  return path === undefined ? undefined : relative(io.cwd, join(folder, path)) || path;
}
