import type { Command } from 'commander';
import { cliTexts } from '../../words/cli.ts';
import type { Context } from '../context.ts';
import { loadConfig, readOptions } from '../load-config.ts';
import { unknownCode } from '../unknown-code.ts';

/** `procmap show`: a map, or a branch of it, as a tree. */
export function addShow(program: Command, context: Context): void {
  const texts = cliTexts[context.lang];
  program
    .command('show')
    .description(texts.show)
    .argument('<map>', texts.mapArgument)
    .argument('[code]', texts.codeArgument)
    .action((source: string, code: string | undefined) => show(source, code, context));
}

async function show(source: string, code: string | undefined, context: Context): Promise<void> {
  const [{ readMapFrom }, { renderTree }, { findEntries }] = await Promise.all([
    import('../read-map.ts'),
    import('../../render/tree-text.ts'),
    import('../../model/tree.ts'),
  ]);
  const { config } = await loadConfig(context, undefined);
  const map = await readMapFrom(context.io, source, readOptions(context, config));
  const branches = code === undefined ? [] : findEntries(map, code);
  if (code !== undefined && branches.length === 0) throw unknownCode(code, [map]);
  const { lang, width } = context;
  const style = await context.style();
  context.io.stdout.write(renderTree(map, { lang, style, width, branches: branches.map((node) => node.id) }));
}
