import type { Command } from 'commander';
import { cliTexts } from '../../words/cli.ts';
import type { Context } from '../context.ts';
import { readOptions } from '../read-options.ts';

/** `procmap show`: a map, or a branch of it, as a tree. */
export function addShow(program: Command, context: Context): void {
  const texts = cliTexts[context.lang];
  program
    .command('show')
    .description(texts.show)
    .argument('<map>', texts.mapArgument)
    .argument('[code]', texts.codeArgument)
    .option('--sheet <name>', texts.sheetOption)
    .action((source: string, code: string | undefined, options: ShowOptions) =>
      show([source, code], options, context),
    );
}

interface ShowOptions {
  readonly sheet?: string;
}

async function show(
  [source, code]: readonly [source: string, code: string | undefined],
  { sheet }: ShowOptions,
  context: Context,
): Promise<void> {
  const [{ loadConfig }, { readMapFile }, { unknownCode }, { renderTree }, { findEntries }] =
    await Promise.all([
      import('../../app/load-config.ts'),
      import('../../app/read-map-file.ts'),
      import('../../app/unknown-code.ts'),
      import('../../render/tree-text.ts'),
      import('../../model/tree.ts'),
    ]);
  const { files } = context.io;
  const { config } = await loadConfig(files, undefined);
  const map = await readMapFile(files, source, readOptions(context, config, { sheet }));
  const branches = code === undefined ? [] : findEntries(map, code);
  if (code !== undefined && branches.length === 0) throw unknownCode(code, [map]);
  const { lang, width } = context;
  const style = await context.style();
  context.io.stdout.write(renderTree(map, { lang, style, width, branches: branches.map((node) => node.id) }));
}
