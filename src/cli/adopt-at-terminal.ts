import type { AdoptionSources } from '../app/adopt-files.ts';
import { fileExists } from '../app/files.ts';
import type { Config } from '../config/schema.ts';
import { adoptCliTexts } from '../words/adopt-cli.ts';
import { interactiveTexts } from '../words/interactive.ts';
import { fill, formatNumber } from '../words/language.ts';
import type { Context } from './context.ts';
import { requireEnding } from './output-ending.ts';
import { today } from './provenance.ts';
import { usage } from './usage-error.ts';

/**
 * Asks about the open conflicts of an adoption; what is answered stands in the file of decisions.
 *
 * @returns the sources of the run that follows: without that file where nothing was answered and there is none
 * @throws ProcmapError `usage` where nobody can be asked, or no file is named for the answers
 */
export async function decideAtTerminal(
  sources: AdoptionSources,
  config: Config,
  context: Context,
): Promise<AdoptionSources> {
  const { io, lang, say } = context;
  const [texts, own] = [interactiveTexts[lang], adoptCliTexts[lang]];
  const { decisions } = sources;
  if (decisions === undefined) throw usage(fill(own.missing, { option: '--decisions' }));
  requireEnding(lang, '--decisions', { output: decisions, endings: ['.csv'] });
  const prompter = await io.prompter(lang);
  if (prompter === null) throw usage(own.needsTerminal);
  const [{ openAdoptionDecisions }, { adoptInteractively }] = await Promise.all([
    import('../app/open-adoption-decisions.ts'),
    import('../app/adopt-interactively.ts'),
  ]);
  const { adoption, lastAuthor, save } = await openAdoptionDecisions(
    io.files,
    { ...sources, decisions },
    config,
  );
  prompter.show(fill(own.begin, { open: formatNumber(lang, adoption.open), file: decisions }));
  const by = await prompter.ask(texts.by, { initial: lastAuthor });
  if (by !== null) {
    const session = { lang, prompter, by: by.trim(), on: today(context), save };
    const { decided, left } = await adoptInteractively(adoption, session);
    const counts = { decided: formatNumber(lang, decided), left: formatNumber(lang, left) };
    say(fill(texts.end, { ...counts, file: decisions }));
  }
  return (await fileExists(io.files, decisions)) ? sources : { ...sources, decisions: undefined };
}
