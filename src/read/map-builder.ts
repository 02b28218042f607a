import { type Code, codeKind, codeLevel, isAncestorCode, parentCode } from '../model/code.ts';
import type { MacroFunction, MapNode, NodeKind, ReadNote } from '../model/process-map.ts';
import type { Place } from '../values/place.ts';
import type { DraftNode, NewEntry } from './draft-node.ts';
import { joinTree } from './join-tree.ts';
import { refuseSize } from './refuse-outsized.ts';

/** Collects what a layout reads, in source order, and joins it to a tree in the end. */
export interface MapBuilder {
  readonly addEntry: (entry: NewEntry) => number;
  readonly addNote: (note: ReadNote) => void;
  /** Opens a macro-function: the letters of the entries that follow belong to it. */
  readonly openMacroFunction: (name: string, place: Place) => void;
  /** The entries with this code so far, in source order. */
  readonly withCode: (code: string) => readonly number[];
  readonly entry: (id: number) => DraftNode;
  readonly count: () => number;
  /** Whether `code` is the last entry's or stands above it, so that a cell with it continues what is open. */
  readonly isOpen: (code: Code) => boolean;
  readonly build: () => {
    readonly nodes: readonly MapNode[];
    readonly macroFunctions: readonly MacroFunction[];
    readonly notes: readonly ReadNote[];
  };
}

/** Starts an empty map. */
export function mapBuilder(): MapBuilder {
  const nodes: DraftNode[] = [];
  const notes: ReadNote[] = [];
  const byCode = new Map<string, number[]>();
  const macroFunctions: { name: string; letters: string[]; place: Place }[] = [];
  let macroFunction: { letters: string[] } | null = null;

  return {
    addEntry: (entry) => {
      const node = draftOf(nodes.length, entry);
      refuseSize('code', node.code.text.length, node.place);
      refuseSize('label', node.label.length, node.place);
      nodes.push(node);
      const same = byCode.get(node.code.text);
      if (same) same.push(node.id);
      else byCode.set(node.code.text, [node.id]);
      const root = node.code.segments[0];
      if (macroFunction && root?.type === 'root' && !macroFunction.letters.includes(root.letter)) {
        macroFunction.letters.push(root.letter);
      }
      return node.id;
    },
    addNote: (note) => notes.push(note),
    openMacroFunction: (name, place) => {
      let found = macroFunctions.find((candidate) => candidate.name === name);
      if (!found) {
        found = { name, letters: [], place };
        macroFunctions.push(found);
      }
      macroFunction = found;
    },
    withCode: (code) => byCode.get(code) ?? [],
    entry: (id) => nodes[id] as DraftNode,
    count: () => nodes.length,
    isOpen: (code) => {
      const last = nodes.at(-1);
      return last !== undefined && (last.code.text === code.text || isAncestorCode(code, last.code));
    },
    build: () => {
      const tree = joinTree(nodes, byCode);
      for (const { level, place } of tree.nodes) refuseSize('levels', level, place);
      return { nodes: tree.nodes, macroFunctions, notes: [...notes, ...tree.notes] };
    },
  };
}

function draftOf(id: number, entry: NewEntry): DraftNode {
  const kind = entry.kind ?? kindOf(entry.code);
  const booking = entry.bookingCode === undefined ? bookingCodeOf(entry.code, kind) : entry.bookingCode;
  return {
    id,
    kind,
    level: entry.level ?? codeLevel(entry.code),
    code: entry.code,
    bookingCode: booking,
    type: entry.type ?? null,
    label: entry.label,
    place: entry.place,
    givenParent: entry.parent,
  };
}

/** The kind that a code alone stands for. */
export function kindOf(code: Code): NodeKind {
  const kind = codeKind(code);
  if (kind === 'local-activity') return 'activity';
  return kind === 'free' ? 'entry' : kind;
}

/** Where hours on an entry are booked: coordination on its macro-process, structure nowhere, the rest on its own code. */
function bookingCodeOf(code: Code, kind: NodeKind): string | null {
  if (kind === 'macro-process' || kind === 'process' || kind === 'sub-process' || kind === 'group')
    return null;
  if (kind === 'coordination') return parentCode(code)?.text ?? code.text;
  return code.text;
}
