import { decodeText, guessEncoding } from '../values/text-encoding.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import { checkShares } from './check-shares.ts';
import { crosswalkJsonSchema } from './crosswalk-json-schema.ts';
import { type CrosswalkReading, placed } from './parse-crosswalk.ts';

/**
 * Reads a crosswalk that procmap wrote as JSON. What is no such document is refused; what its rows say together is
 * checked like that of a table.
 *
 * @throws ProcmapError `crosswalk-json`
 */
export function parseCrosswalkJson({ name, bytes }: { name: string; bytes: Uint8Array }): CrosswalkReading {
  const { encoding, bomLength } = guessEncoding(bytes);
  const text = decodeText(bytes.subarray(bomLength), encoding);
  const result = crosswalkJsonSchema.safeParse(readJson(name, text));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw invalid(name, issue?.path.join('.') ?? '', issue?.message ?? '');
  }
  const { rows, validFrom } = result.data;
  const lines = rowLines(text);
  const numbered = rows.map((row, i) => ({ row, line: lines[i] ?? 1 }));
  return {
    crosswalk: validFrom === null ? { rows } : { rows, validFrom },
    profile: 'full',
    problems: checkShares(numbered, 'full').map((problem) =>
      placed(problem, (line) => ({ file: name, line })),
    ),
  };
}

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(file, '', (cause as SyntaxError).message);
  }
}

/** The line each row begins on: the objects that stand in a list of the document itself. */
function rowLines(text: string): readonly number[] {
  const lines: number[] = [];
  const open: string[] = [];
  let line = 1;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}\n]/g)) {
    if (token === '\n') line++;
    else if (token === '{' && open.join('') === '{[') lines.push(line);
    if (token === '{' || token === '[') open.push(token);
    else if (token === '}' || token === ']') open.pop();
  }
  return lines;
}

function invalid(file: string, path: string, reason: string): ProcmapError {
  return new ProcmapError('crosswalk-json', { file, path, reason });
}
