import { type Code, compareCodes, freeCode, parseCode } from '../model/code.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { sha256Hex } from '../values/sha256.ts';
import { decodeText, guessEncoding } from '../values/text-encoding.ts';
import { ProcmapError } from '../words/procmap-error.ts';
import type { ReadLimits } from './limits.ts';
import { processMapSchema } from './process-map-schema.ts';
import type { FileInput } from './read-tables.ts';

/**
 * Reads a process map that procmap wrote as JSON. The entries, their places and the notes come back as they were; what
 * does not hold together (ids, parents, codes) is refused, since nothing but a hand in the file can have done it.
 *
 * @throws ProcmapError `json-invalid` or `text-too-large`
 */
export function parseJsonMap(input: FileInput, limits: ReadLimits): ProcessMap {
  const { name, bytes } = input;
  if (bytes.length > limits.textBytes) {
    const [found, limit] = [Math.ceil(bytes.length / 2 ** 20), Math.round(limits.textBytes / 2 ** 20)];
    throw new ProcmapError('text-too-large', { file: name, measure: 'megabytes', found, limit });
  }
  const result = processMapSchema.safeParse(parseJson(name, bytes));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw invalid(name, issue?.path.join('.') ?? '', issue?.message ?? '');
  }
  const map: ProcessMap = result.data;
  for (const [index, node] of map.nodes.entries()) checkNode(name, map, node, index);
  const sha256 = input.sha256 ?? sha256Hex(bytes);
  return { ...map, source: { ...map.source, name, container: 'json', sha256 } };
}

function parseJson(file: string, bytes: Uint8Array): unknown {
  const { encoding, bomLength } = guessEncoding(bytes);
  try {
    return JSON.parse(decodeText(bytes.subarray(bomLength), encoding));
  } catch (cause) {
    throw invalid(file, '', (cause as SyntaxError).message);
  }
}

function checkNode(file: string, map: ProcessMap, node: MapNode, index: number): void {
  const at = (field: string): string => `nodes.${index}.${field}`;
  if (node.id !== index) throw invalid(file, at('id'), `expected ${index}`);
  const parent = node.parent === null ? null : map.nodes[node.parent];
  if (parent === undefined) throw invalid(file, at('parent'), `there is no entry ${node.parent}`);
  if (parent !== null && parent.level >= node.level) {
    throw invalid(file, at('parent'), 'expected an entry of a level above');
  }
  const expected =
    node.code.segments[0]?.type === 'free' ? freeCode(node.code.text) : parseCode(node.code.text);
  if (!expected || !sameSegments(expected, node.code)) {
    throw invalid(file, at('code'), `"${node.code.text}" and its segments disagree`);
  }
}

function sameSegments(a: Code, b: Code): boolean {
  return a.segments.length === b.segments.length && compareCodes(a, b) === 0;
}

function invalid(file: string, path: string, reason: string): ProcmapError {
  return new ProcmapError('json-invalid', { file, path, reason });
}
