import type { CommanderError } from 'commander';
import type { Lang } from '../model/lang.ts';
import { cliTexts } from '../words/cli.ts';
import { fill } from '../words/language.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { inLanguage, placeholder } from './help.ts';

/** Turns commander's complaint into one line in the user's language. Commander quotes what it complains about. */
export function usageError(error: CommanderError, lang: Lang): ProcmapError {
  const texts = cliTexts[lang];
  const value = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const byCode: Readonly<Record<string, string>> = {
    'commander.unknownOption': texts.unknownOption,
    'commander.unknownCommand': texts.unknownCommand,
    'commander.missingArgument': texts.missingArgument,
    'commander.optionMissingArgument': texts.missingValue,
    'commander.missingMandatoryOptionValue': texts.missingOption,
    'commander.excessArguments': texts.tooManyArguments,
    'commander.help': texts.missingArgument,
  };
  const text = byCode[error.code];
  const shown = placeholder(lang, inLanguage(lang, value || '<command>'));
  const [, meant] = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(error.message) ?? [];
  const suggestion = meant === undefined ? '' : `: ${fill(texts.didYouMean, { value: meant })}`;
  const message = text ? fill(text, { value: shown }) + suggestion : error.message.replace(/^error: /, '');
  return new ProcmapError('usage', { message }, { cause: error });
}

/** A value that an option cannot have; `expected` is a list of choices, or words for them. */
export function invalidValue(
  lang: Lang,
  name: string,
  value: string,
  expected: string | readonly string[],
): ProcmapError {
  const texts = cliTexts[lang];
  const words =
    typeof expected === 'string' ? expected : fill(texts.choices, { choices: expected.join(', ') });
  return new ProcmapError('usage', {
    message: fill(texts.invalidValue, { value: `"${value}"`, name, expected: words }),
  });
}

/** Reads an option that must be one of a fixed list. */
export function oneOf<T extends string>(lang: Lang, name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalidValue(lang, name, value, choices);
  return found;
}

/** A command line that cannot be meant, in words of its own. */
export function usage(message: string): ProcmapError {
  return new ProcmapError('usage', { message });
}
