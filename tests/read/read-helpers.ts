import type { ProcessMap } from '../../src/model/process-map.ts';
import { type ParseMapOptions, parseMap } from '../../src/read/parse-map.ts';

/** Reads a map given as text, one string for each line. */
export function readLines(lines: readonly string[], options?: ParseMapOptions): Promise<ProcessMap> {
  return parseMap({ name: 'map.csv', bytes: new TextEncoder().encode(lines.join('\n')) }, options);
}

/** The tree as lines: depth by indent, then kind, code, booking code where it differs, and label. */
export function outline(map: ProcessMap): readonly string[] {
  return map.nodes.map((node) => {
    let depth = 0;
    for (let id = node.parent; id !== null; id = map.nodes[id]?.parent ?? null) depth++;
    const booking =
      node.bookingCode === node.code.text || node.bookingCode === null ? '' : `=${node.bookingCode}`;
    return `${'  '.repeat(depth)}${node.kind} ${node.code.text}${booking} ${node.label}`.trimEnd();
  });
}

/** Kinds of the notes that say something is wrong, each with its line or cell. */
export function problems(map: ProcessMap): readonly string[] {
  const quiet = new Set(['title', 'heading', 'legend', 'header', 'footer']);
  return map.notes
    .filter(({ kind }) => !quiet.has(kind))
    .map(({ kind, place }) => `${kind} ${place.cell ?? `${place.line}:${place.column}`}`);
}
