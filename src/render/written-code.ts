import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { readCode, readCodeAndLabel } from '../model/read-code.ts';
import type { Place } from '../values/place.ts';

/** How the codes of a map are written: as the file had them, where that still reads as the same code. */
export interface WrittenCodes {
  /** A cell with the code alone. */
  readonly code: (node: MapNode) => string;
  /** A cell with code and label. */
  readonly codeAndLabel: (node: MapNode) => string;
}

/**
 * Codes as the file spelt them (`A.1.1.2.4.`), from what reading noted. A map without such notes, as `fixCodes` leaves
 * it, is written in canonical codes.
 */
export function writtenCodes(map: ProcessMap): WrittenCodes {
  const spellings = new Map<number, string>();
  for (const note of map.notes) {
    if (note.kind !== 'code-mended' || note.nodeId === undefined) continue;
    const node = map.nodes[note.nodeId];
    if (node?.code.text !== note.code || note.mends.includes('glued-label')) continue;
    const { raw } = note;
    spellings.set(
      node.id,
      raw.endsWith(node.label) ? raw.slice(0, raw.length - node.label.length).trim() : raw,
    );
  }
  const spelt = (node: MapNode) => spellings.get(node.id) ?? node.code.text;
  return {
    code: (node) => (readCode(spelt(node)).code?.text === node.code.text ? spelt(node) : node.code.text),
    codeAndLabel: (node) => {
      const text = join(spelt(node), node.label);
      const reading = readCodeAndLabel(text);
      const same =
        reading.code?.text === node.code.text && 'label' in reading && reading.label === node.label;
      return same ? text : join(node.code.text, node.label);
    },
  };
}

/** A label that begins with a sign keeps it behind a dash of its own. */
function join(code: string, label: string): string {
  if (label === '') return code;
  return /^[\p{L}\p{N}"'(]/u.test(label) ? `${code} ${label}` : `${code} - ${label}`;
}

/** A code that was brought to its canonical form. */
export interface FixedCode {
  readonly place: Place;
  /** As the file has it. */
  readonly raw: string;
  readonly code: string;
}

/** The map with all codes in canonical form, and nothing else changed, with a list of what was. */
export function fixCodes(map: ProcessMap): {
  readonly map: ProcessMap;
  readonly fixed: readonly FixedCode[];
} {
  const mended = map.notes.filter((note) => note.kind === 'code-mended');
  return {
    map: { ...map, notes: map.notes.filter((note) => note.kind !== 'code-mended') },
    fixed: mended.map(({ place, raw, code }) => ({ place, raw, code })),
  };
}
