import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { unwritable } from '../app/file-errors.ts';
import { noteInputs } from '../app/note-inputs.ts';
import type { Lang } from '../model/lang.ts';
import { plainStyle } from '../render/style.ts';
import { cliTexts } from '../words/cli.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { safeLines } from '../words/safe-text.ts';
import { addAdopt } from './commands/adopt.ts';
import { addCensus } from './commands/census.ts';
import { addChain } from './commands/chain.ts';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addConvert } from './commands/convert.ts';
import { addCrosswalk, spellOutStrict } from './commands/crosswalk.ts';
import { addDiff } from './commands/diff.ts';
import { addDrop } from './commands/drop.ts';
import { addExplain } from './commands/explain.ts';
import { addExplainRule } from './commands/explain-rule.ts';
import { addGroups } from './commands/groups.ts';
import { addInvert } from './commands/invert.ts';
import { addRecode } from './commands/recode.ts';
import { addRefs } from './commands/refs.ts';
import { addRekey } from './commands/rekey.ts';
import { addRestate } from './commands/restate.ts';
import { addReview } from './commands/review.ts';
import { addRules } from './commands/rules.ts';
import { addShares } from './commands/shares.ts';
import { addShow } from './commands/show.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { helpConfiguration } from './help.ts';
import type { Io } from './io.ts';
import { languageOf } from './language.ts';
import { usageError } from './usage-error.ts';

/**
 * Runs one command line in a given world; the whole of procmap as a function.
 *
 * @param argv the arguments, without the program's name
 * @returns the exit code; see `EXIT`
 */
export async function run(argv: readonly string[], world: Io): Promise<ExitCode> {
  const io: Io = { ...world, files: noteInputs(world.files) };
  const lang = languageOf(argv, io);
  let exitCode: ExitCode = EXIT.ok;
  const context = contextOf(argv, io, lang, (code) => {
    exitCode = code;
  });
  const program = programOf(context);
  addCompletion(program, context, () => programOf(context));
  addDrop(program, context, (words) => run(words, world));
  try {
    await program.parseAsync([...spellOutStrict(argv)], { from: 'user' });
    await io.stdout.flushed().catch((error: unknown) => {
      throw unwritable(cliTexts[lang].standardOutput, error);
    });
    return exitCode;
  } catch (error) {
    if (!asksForNothing(error)) return await report(error, context);
    program.outputHelp();
    return EXIT.ok;
  }
}

function contextOf(
  argv: readonly string[],
  io: Io,
  lang: Lang,
  setExitCode: (code: ExitCode) => void,
): Context {
  const { FORCE_COLOR, NO_COLOR, TERM } = io.env;
  const wanted = FORCE_COLOR ? FORCE_COLOR !== '0' : io.stdout.isTTY && !NO_COLOR && TERM !== 'dumb';
  const colour = wanted && !argv.includes('--no-color');
  return {
    io,
    lang,
    setExitCode,
    style: async () => (colour ? (await import('../render/terminal-style.ts')).terminalStyle() : plainStyle),
    width: io.stdout.isTTY ? Math.min(120, Math.max(60, io.stdout.columns ?? 80)) : 80,
    toolVersion: packageJson.version,
    say: (message) => io.stderr.write(`${safeLines(message, { coloured: true })}\n`),
  };
}

function programOf(context: Context): Command {
  const texts = cliTexts[context.lang];
  const program = new Command('procmap')
    .description(texts.about)
    .version(packageJson.version, '-V, --version', texts.versionOption)
    .option('--lang <lang>', texts.langOption)
    .option('--no-color', texts.colorOption)
    .helpOption('-h, --help', texts.helpOption)
    .helpCommand('help [command]', texts.helpCommand)
    .configureHelp(helpConfiguration(context.lang))
    .addHelpText('after', `\n${texts.firstSteps}`)
    .configureOutput({
      writeOut: (text) => context.io.stdout.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => context.width,
    })
    .exitOverride();
  addDiff(program, context);
  addCrosswalk(program, context);
  addReview(program, context);
  addExplain(program, context);
  addShow(program, context);
  addCheck(program, context);
  addRules(program, context);
  addExplainRule(program, context);
  addRecode(program, context);
  addRekey(program, context);
  addConvert(program, context);
  addChain(program, context);
  addInvert(program, context);
  addGroups(program, context);
  addRestate(program, context);
  addShares(program, context);
  addAdopt(program, context);
  addCensus(program, context);
  addRefs(program, context);
  return program;
}

/** Whether no command was named at all: whoever meets procmap for the first time types its name. */
function asksForNothing(error: unknown): boolean {
  return error instanceof CommanderError && error.code === 'commander.help' && error.exitCode !== 0;
}

/** The one place where errors become words and exit codes. */
async function report(error: unknown, { io, lang, say }: Context): Promise<ExitCode> {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
  const known = error instanceof CommanderError ? usageError(error, lang) : error;
  const texts = cliTexts[lang];
  if (known instanceof ProcmapError) {
    const { renderError } = await import('../render/error-text.ts');
    say(renderError(known, lang));
    return EXIT.cannotRun;
  }
  const detail =
    error instanceof Error ? (io.env.PROCMAP_DEBUG ? error.stack : error.message) : String(error);
  say(`procmap: ${texts.bugPrefix}: ${detail}\n  ${texts.bugHint}`);
  return EXIT.bug;
}
