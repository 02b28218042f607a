import { dirname, join, relative, resolve } from 'node:path';
import type { ParseMapOptions } from '../app/compare.ts';
import type { Config } from '../config/schema.ts';
import { LAYOUT_NAMES } from '../model/process-map.ts';
import type { Context } from './context.ts';
import { readBytes } from './read-map.ts';
import { oneOf } from './usage-error.ts';

/** The name under which the configuration is found in the working folder. */
export const CONFIG_FILE = 'procmap.config.json';

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
  const file = named ?? CONFIG_FILE;
  const path = resolve(io.cwd, file);
  if (named === undefined && !(await io.exists(path))) return { config: {}, folder: io.cwd };
  const text = new TextDecoder().decode(await readBytes(io, file));
  const [{ parseConfig }, { RULE_IDS }] = await Promise.all([
    import('../config/schema.ts'),
    import('../app/compare.ts'),
  ]);
  return { config: parseConfig(file, text, RULE_IDS), folder: dirname(path) };
}

/** How a map is read: in the layout that an option names, else in the configured one, with the configured columns. */
export function readOptions(
  { lang }: Context,
  { layout, columns }: Config,
  option?: { readonly name: string; readonly value: string | undefined },
): ParseMapOptions {
  const wanted = option?.value === undefined ? layout : oneOf(lang, option.name, option.value, LAYOUT_NAMES);
  return { ...(wanted ? { layout: wanted } : {}), ...(columns ? { columns } : {}) };
}

/** A path of the configuration as seen from the working folder. */
export function configuredPath(
  { io }: Context,
  folder: string,
  path: string | undefined,
): string | undefined {
  return path === undefined ? undefined : relative(io.cwd, join(folder, path)) || path;
}
