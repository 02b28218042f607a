import type { Command } from 'commander';
import { dropCliTexts } from '../../words/drop-cli.ts';
import { fill } from '../../words/language.ts';
import { safeText } from '../../words/safe-text.ts';
import type { Context } from '../context.ts';
import { droppedPaths } from '../dropped-paths.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

/**
 * `procmap drop`: what `procmap.cmd` does with files that are dropped on it. Not listed in the help: nobody types it.
 *
 * @param runAgain runs the command line that the files ask for
 */
export function addDrop(
  program: Command,
  context: Context,
  runAgain: (argv: readonly string[]) => Promise<ExitCode>,
): void {
  const texts = dropCliTexts[context.lang];
  program
    .command('drop', { hidden: true })
    .description(texts.drop)
    .argument('<files...>', texts.droppedArgument)
    .action((files: readonly string[]) => drop(files, context, runAgain));
}

async function drop(
  argv: readonly string[],
  context: Context,
  runAgain: (argv: readonly string[]) => Promise<ExitCode>,
): Promise<void> {
  const { io, lang, say, setExitCode } = context;
  const texts = dropCliTexts[lang];
  const { errandOf } = await import('../../app/dropped.ts');
  const prompter = await io.prompter(lang);
  const errand = await errandOf(droppedPaths(io.env.PROCMAP_LINE, argv), { files: io.files, prompter, lang });
  if (errand === null) return say(texts.nothing);
  if (errand.assumed !== null) say(safeText(errand.assumed));
  say(safeText(fill(texts.running, { words: errand.argv.map(shown).join(' ') })));
  const code = await runAgain([...errand.argv, '--lang', lang]);
  setExitCode(code);
  if (errand.opens !== null && code === EXIT.ok) io.open?.(errand.opens);
}

const shown = (word: string) => (/\s/.test(word) ? `"${word}"` : word);
