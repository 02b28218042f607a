import type { ZodType } from 'zod';

export type ParsedJson<T> = { readonly value: T } | { readonly problem: string };

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
  const [issue] = result.error.issues;
  const at = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return { problem: `${at}${issue?.message ?? 'unexpected content'}` };
}

function readJson(text: string): ParsedJson<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: placed((error as SyntaxError).message, text) };
  }
}

/** The engine counts characters from the start; people count lines. */
function placed(message: string, text: string): string {
  const [sentence = message] = message.split(/ (?:in JSON )?at position /);
  const position = /at position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${sentence}`;
}
