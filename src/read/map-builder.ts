import { type Code, codeKind, codeLevel, isAncestorCode, parentCode } from '../model/code.ts';
import type { Place } from '../model/place.ts';
import type {
  BookingType,
  LocalProcess,
  MacroFunction,
  MapNode,
  NodeKind,
  ReadNote,
} from '../model/process-map.ts';

/** An entry as a layout found it. What is left out follows from the code. */
export interface NewEntry {
  readonly code: Code;
  readonly label: string;
  readonly place: Place;
  readonly kind?: NodeKind;
  readonly level?: number;
  readonly type?: BookingType | null;
  readonly bookingCode?: string | null;
  /** Given by the file, for codes that do not tell; an id, or `null` for a root. */
  readonly parent?: number | null;
}

/** A note, before it is known which entry it belongs to. */
export type NewNote = ReadNote;

/** Collects what a layout reads, in source order, and joins it to a tree in the end. */
export interface MapBuilder {
  readonly addEntry: (entry: NewEntry) => number;
  readonly addNote: (note: NewNote) => void;
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
  readonly givenParent: number | null | undefined;
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
    build: () => ({ nodes: nodes.map((node) => finish(node, nodes, byCode)), macroFunctions, notes }),
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

function finish(
  draft: DraftNode,
  nodes: readonly DraftNode[],
  byCode: ReadonlyMap<string, number[]>,
): MapNode {
  const { givenParent, ...node } = draft;
  const parent = givenParent === undefined ? parentOf(draft, nodes, byCode) : givenParent;
  return { ...node, parent };
}

/**
 * The entry above: the last one before it that bears the code above; else the first after it; else, where that code is
 * missing, whatever stands nearest above. An activity with its sub-process's code hangs on that sub-process.
 */
function parentOf(
  draft: DraftNode,
  nodes: readonly DraftNode[],
  byCode: ReadonlyMap<string, number[]>,
): number | null {
  const above = (id: number): boolean => (nodes[id] as DraftNode).level < draft.level;
  for (let code: Code | null = startOf(draft); code !== null; code = parentCode(code)) {
    const ids = (byCode.get(code.text) ?? []).filter(above);
    const parent = ids.findLast((id) => id < draft.id) ?? ids[0];
    if (parent !== undefined) return parent;
  }
  return null;
}

/** The code to look for first; for a duplicate of a code one level up it is the code itself. */
function startOf(draft: DraftNode): Code | null {
  return codeLevel(draft.code) < draft.level ? draft.code : parentCode(draft.code);
}
