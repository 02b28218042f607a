import { adoptFiles } from '../app/adopt-files.ts';
import { adoptionOutput } from '../app/adoption-outputs.ts';
import { loadConfig } from '../app/load-config.ts';
import { writeFiles } from '../app/write-files.ts';
import { adoptCliTexts } from '../words/adopt-cli.ts';
import { adoptionTexts } from '../words/adoption.ts';
import { fill } from '../words/language.ts';
import { safeText } from '../words/safe-text.ts';
import { requireFormat } from './adoption-ending.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-code.ts';
import { usage } from './usage-error.ts';

/**
 * Serves git: `%O` is the common ancestor, `%A` the current version, which the result replaces, `%B` the other one, `%P`
 * the name of the file in the repository, whose ending names the format. Exit 1 leaves the file marked as in conflict, as
 * git wants it.
 *
 * @param files the four names, in that order
 */
export async function mergeDriver(files: readonly string[], context: Context): Promise<void> {
  const { lang, toolVersion, io, say, setExitCode } = context;
  const [base, local, national, name] = files;
  if (base === undefined || local === undefined || national === undefined || name === undefined)
    throw usage(adoptCliTexts[lang].driverNeeds);
  requireFormat('%P', 'map', name, context);
  const { config } = await loadConfig(io.files, undefined);
  const result = await adoptFiles(io.files, { base, local, national }, config);
  const data = await adoptionOutput('map', name, result, { lang, toolVersion });
  await writeFiles(io.files, [{ path: local, data }], [], { grows: local });
  const { open } = result.adoption;
  if (open === 0) return;
  say(safeText(`${name}: ${fill(adoptionTexts[lang].openConflicts, { open })}`));
  setExitCode(EXIT.failed);
}
