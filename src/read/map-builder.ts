import { type Code, codeKind, codeLevel, isAncestorCode, parentCode } from '../model/code.ts';
import type {
  BookingType,
  LocalProcess,
  MacroFunction,
  MapNode,
  NodeKind,
  ReadNote,
} from '../model/process-map.ts';
import type { Place } from '../values/place.ts';
import { joinTree } from './join-tree.ts';

/** An entry as a layout found it. What is left out follows from the code. */
export interface NewEntry {
  readonly code: Code;
  readonly label: string;
  readonly place: Place;
  readonly kind?: NodeKind;
  readonly level?: number;
  readonly type?: BookingType | null;
  readonly bookingCode?: string | null;
  /** For codes that do not tell what stands above them. */
  readonly parent?: GivenParent;
}

/**
 * Where an entry hangs when its code does not say: on an entry that is there already, nowhere, or on the first of some
 * codes that is an entry of the map, here or below. With `named`, the file itself names that code, so that it is noted
 * when it is missing.
 */
export type GivenParent =
  | { readonly id: number | null }
  | { readonly codes: readonly string[]; readonly named: boolean };

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

/** An entry while it is being read: its label and its local processes may still grow. */
export type DraftNode = Omit<MapNode, 'parent' | 'label' | 'localProcesses'> & {
  label: string;
  readonly givenParent: GivenParent | undefined;
  localProcesses?: LocalProcess[];
};

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
