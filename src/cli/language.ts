import type { Lang } from '../model/lang.ts';
import type { Io } from './io.ts';

/**
 * The language of a run: `--lang`, else the locale. Decided before the command line is parsed, because help and usage
 * errors speak it too.
 */
export function languageOf(argv: readonly string[], io: Io): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  if (asked === 'it' || asked === 'en') return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = io.env;
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^it\b|^it_/i.test(locale) ? 'it' : 'en';
}
