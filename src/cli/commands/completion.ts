import type { Command } from 'commander';
import { cliTexts } from '../../words/cli.ts';
import type { Context } from '../context.ts';
import { oneOf } from '../usage-error.ts';

/**
 * `procmap completion`: the script with which a shell completes command lines, and, for that script, the hidden command
 * that says what may come next.
 *
 * @param bare the same program once more, for the library to look at
 */
export function addCompletion(program: Command, context: Context, bare: () => Command): void {
  const texts = cliTexts[context.lang];
  program
    .command('completion')
    .description(texts.completion)
    .argument('<shell>', texts.shellArgument)
    .action(async (shell: string) => {
      const { COMPLETION_SHELLS, completionScript } = await import('../completion.ts');
      context.io.stdout.write(await completionScript(oneOf(context.lang, 'shell', shell, COMPLETION_SHELLS)));
    });
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      const { completionsOf } = await import('../completion.ts');
      context.io.stdout.write(await completionsOf(bare(), words));
    });
}
