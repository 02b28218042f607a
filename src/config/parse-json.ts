import type { ZodType } from 'zod';
import { it as italian } from 'zod/locales';
import type { Lang } from '../model/lang.ts';

/** What is wrong with a file, in each language. */
export type Problem = Readonly<Record<Lang, string>>;
export type ParsedJson<T> = { readonly value: T } | { readonly problem: Problem };

/**
 * Parses a JSON file of ours against its schema.
 *
 * @returns the value, or the first problem with its place: `line 3, column 5: ...` or `rules.numbering-gap: ...`
 */
export function parseJson<T>(text: string, schema: ZodType<T>): ParsedJson<T> {
  const json = readJson(text.replace(/^\ufeff/, ''));
  if ('problem' in json) return json;
  const result = schema.safeParse(json.value);
  if (result.success) return { value: result.data };
  const translated = schema.safeParse(json.value, { error: italian().localeError });
  return { problem: { en: firstIssue(result), it: firstIssue(translated) } };
}

function firstIssue({ error }: ReturnType<ZodType['safeParse']>): string {
  const issue = error?.issues[0];
  const at = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return `${at}${issue?.message ?? ''}`;
}

function readJson(text: string): ParsedJson<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: placed((error as SyntaxError).message, text) };
  }
}

/** The engine counts characters from the start; people count lines. */
function placed(message: string, text: string): Problem {
  // What the file holds is not repeated: it may be another file than the one that was meant.
  const [sentence = message] = message.split(/ (?:in JSON )?at position |, (?:\.\.\.)?"/);
  const position = /at position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  if (position === undefined && !/end of/.test(sentence))
    return { en: sentence, it: `JSON non valido (${sentence})` };
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return {
    en: `line ${line}, column ${column}: ${sentence}`,
    it: `riga ${line}, colonna ${column}: JSON non valido (${sentence})`,
  };
}
