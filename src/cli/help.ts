import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander';
import type { Lang } from '../model/lang.ts';
import { cliTexts, placeholderTexts } from '../words/cli.ts';
import { fill } from '../words/language.ts';

/** Help in the language of the user: titles, names of arguments, and what an option is when it is left out. */
export function helpConfiguration(lang: Lang): HelpConfiguration {
  const texts = cliTexts[lang];
  const plain = new Help();
  return {
    showGlobalOptions: true,
    styleTitle: (title) => texts.helpTitles[title as keyof typeof texts.helpTitles] ?? title,
    commandUsage: (command: Command) => inLanguage(lang, plain.commandUsage(command)),
    subcommandTerm: (command: Command) => inLanguage(lang, plain.subcommandTerm(command)),
    optionTerm: (option: Option) => inLanguage(lang, plain.optionTerm(option)),
    argumentTerm: (argument: Argument) => placeholder(lang, argument.name()),
    optionDescription: (option: Option) => describe(option, lang),
  };
}

/** Names of arguments in a text of commander, `<old>` or `[file]`, in the language of the user. */
export function inLanguage(lang: Lang, text: string): string {
  return text.replace(
    /([<[])([a-z]+)(\.\.\.)?([>\]])/g,
    (_, open: string, name: string, many: string | undefined, close: string) =>
      `${open}${placeholder(lang, name)}${many ?? ''}${close}`,
  );
}

/** The name of an argument in the language of the user. */
export function placeholder(lang: Lang, name: string): string {
  return placeholderTexts[lang][name] ?? name;
}

function describe(option: Option, lang: Lang): string {
  const { description, defaultValue } = option;
  if (typeof defaultValue !== 'string') return description;
  return `${description} ${fill(cliTexts[lang].whenLeftOut, { value: defaultValue })}`;
}
