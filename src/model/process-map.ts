import type { Place } from '../values/place.ts';
import type { Code } from './code.ts';

/**
 * What an entry of a map is. Levels 1 to 3 are structure; hours are booked on the others. `group` and `entry` belong to
 * flat tables of other classifications, where any row may be linked.
 */
export const NODE_KINDS = [
  'macro-process',
  'process',
  'sub-process',
  'activity',
  'coordination',
  'training',
  'general',
  'group',
  'entry',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** The type column of the local map: A activity or training, M coordination, G general. */
export type BookingType = 'A' | 'M' | 'G';

/** How the file lays its tree out. */
export const LAYOUT_NAMES = ['local', 'national', 'level', 'register', 'side-by-side', 'flat'] as const;
export type LayoutName = (typeof LAYOUT_NAMES)[number];

/** What kind of file a map was read from; all but `json`, which is our own, are read as tables. */
export const CONTAINER_NAMES = [
  'xlsx',
  'xlsb',
  'xls',
  'ods',
  'fods',
  'docx',
  'html',
  'markdown',
  'pdf',
  'turtle',
  'text',
  'json',
] as const;
export type ContainerName = (typeof CONTAINER_NAMES)[number];

/**
 * One entry of a map. `id` is its position in source order and index in `ProcessMap.nodes`; it is what tells duplicates
 * apart. `parent` is an id too.
 *
 * `code` is the code that names the entry (`A1.C` for a coordination entry, `A1.1.F.F` for a training entry, `A1.1.1#2`
 * for an uncoded activity); `bookingCode` is the one hours are booked on (`A1` for `A1.C`), `null` on structure.
 */
export interface MapNode {
  readonly id: number;
  readonly kind: NodeKind;
  /** Depth in the tree, 1 for a macro-process; 4 for an activity, 5 for a local fifth level. */
  readonly level: number;
  readonly code: Code;
  readonly bookingCode: string | null;
  readonly type: BookingType | null;
  /** As it stands in the file, blanks folded; empty when the file gives none. */
  readonly label: string;
  readonly parent: number | null;
  readonly place: Place;
  /**
   * Set on a service entry that the file does not list but that exists by rule: revisions such as Rev. 2023 leave the
   * coordination and training entries out. Reading never sets it; the matcher adds such entries to its copy of the map.
   */
  readonly implied?: true;
  /**
   * Set on an entry of an adopted map that stands there until somebody has decided its conflict; what the conflict is
   * about. Reading never sets it.
   */
  readonly mark?: string;
  /** Set on an entry that the file lost and a decision put back. Reading never sets it. */
  readonly restored?: true;
  /** Identifier, definition, validity, where the file has columns for them. */
  readonly about?: EntryAbout;
  /** Register layout: the chamber's own processes filed under this code, in file order. */
  readonly localProcesses?: readonly LocalProcess[];
}

/**
 * What a map says of an entry beside its code and label. All of it as it stands in the file, blanks folded; what is missing
 * is left out, never empty.
 */
export interface EntryAbout {
  /** An identifier that stays when code and label change: the same in two revisions is the same entry. */
  readonly id?: string;
  readonly definition?: string;
  readonly includes?: string;
  readonly excludes?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly status?: string;
}

export interface LocalProcess {
  readonly name: string;
  readonly place: Place;
}

/** The uncoded heading above the tree, tied to the letter of the codes below it. */
export interface MacroFunction {
  readonly name: string;
  /** Letters of the macro-processes that stand under it, in order (`['A']`). */
  readonly letters: readonly string[];
  readonly place: Place;
}

/** What was read, and how. */
export interface MapSource {
  /** The name the user gave: a path, `-`, or `git-ref:path`. */
  readonly name: string;
  readonly container: ContainerName;
  readonly layout: LayoutName;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheets?: readonly string[];
  /** SHA-256 of the bytes, in hex, when the caller has computed it. */
  readonly sha256?: string;
}

/** A process map: one revision, as read from one file. JSON-safe. */
export interface ProcessMap {
  readonly version: 1;
  readonly source: MapSource;
  /** The line above the table that names the map, or `null`. */
  readonly title: string | null;
  readonly macroFunctions: readonly MacroFunction[];
  /** All entries in source order: `nodes[i].id === i`. */
  readonly nodes: readonly MapNode[];
  /** What reading noticed: what was mended, what is no entry, what could not be read. */
  readonly notes: readonly ReadNote[];
}

/** How a code as written was brought to its canonical form. */
export type CodeMend =
  | 'blank'
  | 'case'
  | 'comma'
  | 'dot'
  | 'euro-for-c'
  | 'full-width'
  | 'glued-label'
  | 'l-for-1'
  | 'look-alike';

/** `="01"`, `'01`, and single quotes around every cell. */
export const TEXT_MARKS = ['formula', 'apostrophe', 'single-quotes'] as const;
export type TextMark = (typeof TEXT_MARKS)[number];

/** A code taken for a day, a power of ten or a number, or one that has lost a nought. */
export const CODE_DAMAGES = ['day', 'power', 'number', 'nought'] as const;
export type CodeDamage = (typeof CODE_DAMAGES)[number];

/**
 * A fact that reading recorded about the file: every row that held text is an entry, or has a note. Facts only: the
 * rules of `src/check` decide what they mean. `nodeId` names the entry concerned, where there is one.
 */
export type ReadNote = { readonly place: Place; readonly nodeId?: number } & (
  | { readonly kind: 'title' | 'heading' | 'legend' | 'header' | 'footer'; readonly text: string }
  | {
      readonly kind: 'code-mended';
      readonly raw: string;
      readonly code: string;
      readonly mends: readonly CodeMend[];
    }
  | {
      readonly kind: 'code-unreadable';
      readonly raw: string;
      /** What it was before a spreadsheet took it for a number, where other codes tell. */
      readonly expected?: string;
    }
  /** What a spreadsheet has made of a code; `expected`: what it was, where the other codes leave one answer. */
  | {
      readonly kind: 'code-spoilt';
      readonly raw: string;
      readonly damage: CodeDamage;
      readonly expected?: string;
    }
  /** Several columns could be the code: the one that was taken, and whether what they hold tells them apart. */
  | {
      readonly kind: 'code-column-chosen';
      readonly column: string;
      readonly number: number;
      readonly others: readonly string[];
      readonly clear: boolean;
    }
  | { readonly kind: 'row-unread'; readonly text: string }
  /** The code does not belong in the column it stands in; the code was followed. */
  | {
      readonly kind: 'column-shifted';
      readonly code: string;
      readonly found: string;
      readonly expected: string;
    }
  /** An activity bears the code of its sub-process; it was read as an activity. */
  | { readonly kind: 'level-mismatch'; readonly code: string; readonly proposed: string | null }
  /** `Codice` and `Cod`, or the code in the label and the one in the code column, disagree; `code` was taken. */
  | {
      readonly kind: 'code-columns-disagree';
      readonly code: string;
      readonly other: string;
      readonly column: string;
    }
  /** A coordination or training entry is labelled with another branch's code (`F1.C` under E1). */
  | { readonly kind: 'service-code-mismatch'; readonly code: string; readonly raw: string }
  | { readonly kind: 'type-unknown'; readonly raw: string }
  /** The parent that a flat table names for `code` is no entry of the table. */
  | { readonly kind: 'parent-unknown'; readonly code: string; readonly parent: string }
  /** Labels of a block stand this many rows above (negative) or below their codes. */
  | {
      readonly kind: 'labels-shifted';
      readonly firstCode: string;
      readonly lastCode: string;
      readonly rows: number;
    }
  /** The label stands on a row without a code, next to the code it belongs to; it was taken from there. */
  | { readonly kind: 'label-elsewhere'; readonly code: string; readonly label: string }
  | { readonly kind: 'label-without-code'; readonly label: string }
  | { readonly kind: 'undecodable-bytes'; readonly count: number; readonly encoding: string }
  | { readonly kind: 'hidden'; readonly what: 'sheet' | 'row' | 'column'; readonly name: string }
  | { readonly kind: 'sheet-without-map'; readonly name: string }
  | { readonly kind: 'whitespace'; readonly raw: string }
  | { readonly kind: 'formula-without-value'; readonly formula: string }
  | { readonly kind: 'cell-error'; readonly value: string }
  /** A quoted cell goes on after its closing quote, so that its end is a guess. */
  | { readonly kind: 'unbalanced-quote' }
  /** A row has more cells than the header above it: a sign that separates stands in one of them unquoted. */
  | {
      readonly kind: 'row-too-long';
      readonly cells: number;
      readonly columns: number;
      readonly text: string;
    }
  /** Cells bear a mark that keeps a spreadsheet from changing them, as `raw` does; it was taken off `count` of them. */
  | { readonly kind: 'text-marked'; readonly mark: TextMark; readonly raw: string; readonly count: number }
  /** The print may have left out the end of a cell, which is too low for its text. */
  | { readonly kind: 'text-cut'; readonly text: string }
  /** Text beside or below the tables of a document, or a table of it that is none of the map. */
  | { readonly kind: 'text-outside'; readonly what: 'text' | 'table'; readonly text: string }
  /** The encoding was told by how the letters look in it. */
  | { readonly kind: 'encoding-guessed'; readonly encoding: string; readonly sample: string }
);

export type ReadNoteKind = ReadNote['kind'];
