import { codeLevel, freeCode } from '../../model/code.ts';
import { readCode } from '../../model/read-code.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
import { correspondenceColumns } from '../correspondence-header.ts';
import { placeOf } from '../table.ts';
import { addFound, found, noteWhitespace } from './entries.ts';
import { holdsCodesAndLabels, splitCodeAndLabel } from './flat/code-and-label.ts';
import { headerWord } from './header-words.ts';
import type { Columns, Layout, RecogniseOptions, RowContext, RowReader, RowResult } from './layout.ts';

/** A level: the columns of its code and of its label; both in one where they are the same. */
interface LevelPair {
  readonly code: number;
  readonly label: number;
}

/**
 * Levels side by side: every row is an entry of the lowest level, with code and label of all levels above it before
 * (`Codice sezione | Descrizione sezione | Codice divisione | ..`). Most classifications are published so. What stands
 * above is read once, where it stands first.
 */
export const sideBySide: Layout = {
  name: 'side-by-side',
  isGeneral: true,
  header: 'Codice livello 1 | Descrizione livello 1 | Codice livello 2 | Descrizione livello 2 | ...',
  recognise: (cells) =>
    correspondenceColumns(cells) === null ? columnsOf(pairsByName(headerWords(cells))) : null,
  start: startReading,
};

/** The same with code and label in one cell, which maps of processes have too: those are recognised before. */
export const joinedSideBySide: Layout = {
  name: 'side-by-side',
  isGeneral: true,
  header: 'Sezione | Divisione | Gruppo, with CODE label in each cell',
  recognise: (cells, options = {}) => columnsOf(joinedColumns(headerWords(cells), options)),
  start: startReading,
};

function startReading(): RowReader {
  const state: Reading = { open: [], seen: new Map(), ours: null };
  return { read: (context) => readRow(context, state) };
}

function columnsOf(pairs: readonly LevelPair[]): Columns | null {
  if (pairs.length < 2) return null;
  return new Map(
    pairs.flatMap(({ code, label }, i) => [[`code-${i}`, code] as const, [`label-${i}`, label] as const]),
  );
}

/** The words of a header; none of a row that is too long to be one. */
function headerWords(cells: readonly string[]): readonly string[] {
  return cells.length < 2 || cells.some((cell) => cell.length > MAX_NAME) ? [] : cells.map(headerWord);
}

const CODE = /^(codice|code|cod|id|notation|notazione)|(codice|code|cod|id)$/;
const LABEL =
  /^(descrizione|denominazione|titolo|etichetta|nome|label|title|name|description|testo|voce)|(descrizione|denominazione|titolo|label|title|name|description)$/;
const LANGUAGE = /^(italiano|inglese|ita|eng)|(italiano|inglese)$/;
const MAX_NAME = 80;

/** Each column of codes with the label that has the rest of its name, or that stands next to it. */
function pairsByName(words: readonly string[]): readonly LevelPair[] {
  const codes = [...words.keys()].filter((column) => isCode(words[column] as string));
  const rests = codes.map((column) => rest(words[column] as string, CODE));
  if (codes.length < 2 || rests.some((each) => each === '') || new Set(rests).size < codes.length) return [];
  const pairs = codes.map((code, at) => {
    const next = codes[at + 1] ?? words.length;
    const label = labelFor(words, { code, next, own: rests[at] as string });
    return label === undefined || codes.includes(label) ? null : { code, label };
  });
  return pairs.every((pair) => pair !== null) ? pairs : [];
}

function labelFor(
  words: readonly string[],
  { code, next, own }: { readonly code: number; readonly next: number; readonly own: string },
): number | undefined {
  const fits = [...words.keys()].filter((column) => column !== code && words[column] !== '');
  return (
    fits.find((column) => {
      const word = words[column] as string;
      return isLabel(word) && isAlike(rest(word, LABEL), own);
    }) ??
    fits.find((column) => words[column] === own) ??
    fits.find((column) => column > code && column < next && isLabel(words[column] as string))
  );
}

function isCode(word: string): boolean {
  return CODE.test(word) && !LABEL.test(word);
}

function isLabel(word: string): boolean {
  return LABEL.test(word) && !/^(codice|code|cod)/.test(word);
}

function rest(word: string, what: RegExp): string {
  return word.replace(what, '').replace(LANGUAGE, '');
}

/** `1livello` and `1livellodivisione` are one level. */
function isAlike(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return a === b || (/\d/.test(a) && (a.startsWith(b) || b.startsWith(a)));
}

/** Columns that each hold a code before every label: at least two, next to each other. */
function joinedColumns(words: readonly string[], { below }: RecogniseOptions): readonly LevelPair[] {
  if (below === undefined || words.some((word) => /\d/.test(word) && !/^(liv|livello|level|l)\d$/.test(word)))
    return [];
  const rows = below();
  // Above the header stand titles and legends; below it the entries begin at once.
  if (!rows[0]?.some((cell) => splitCodeAndLabel(foldBlanks(cell)) !== null)) return [];
  const joined = [...words.keys()].filter(
    (column) =>
      words[column] !== '' &&
      holdsCodesAndLabels(
        rows.map((row) => row[column] ?? ''),
        true,
      ),
  );
  return joined.map((column) => ({ code: column, label: column }));
}

/** What is remembered from row to row. */
interface Reading {
  /** By level, the entry that is open. */
  readonly open: (number | null)[];
  /** Entries by the one above them and their code. */
  readonly seen: Map<string, number>;
  /** Whether the codes are those of a process map; `null` before the first row. */
  ours: boolean | null;
}

function readRow(context: RowContext, state: Reading): RowResult {
  const pairs = pairsIn(context.columns);
  state.ours ??= areOurs(context, pairs);
  let read = false;
  pairs.forEach((pair, level) => {
    const { code, label } = cellsOf(context, pair);
    if (code === '') {
      if (label !== '') noteLabel(context, pair, label);
      read ||= label !== '';
      return;
    }
    read = true;
    const above = state.open.slice(0, level).findLast((id) => id !== null && id !== undefined) ?? null;
    const key = `${above} ${code}`;
    const before = state.seen.get(key);
    state.open.length = level;
    if (before !== undefined && sameLabel(context, before, label)) {
      state.open[level] = before;
      return;
    }
    const id = addEntry(context, pair, { code, label, above, ours: state.ours === true });
    if (id === null) return;
    state.seen.set(key, id);
    state.open[level] = id;
  });
  return read ? 'entry' : 'text';
}

function pairsIn(columns: Columns): readonly LevelPair[] {
  const pairs: LevelPair[] = [];
  for (let i = 0; columns.has(`code-${i}`); i++) {
    pairs.push({ code: columns.get(`code-${i}`) as number, label: columns.get(`label-${i}`) as number });
  }
  return pairs;
}

function cellsOf(
  { row }: RowContext,
  { code, label }: LevelPair,
): { readonly code: string; readonly label: string } {
  const text = foldBlanks(row.cells[code] ?? '');
  if (code === label) return splitCodeAndLabel(text) ?? { code: '', label: text };
  return { code: text, label: foldBlanks(row.cells[label] ?? '') };
}

const MOST = 0.8;

/** Whether most codes of the table are in our grammar and some reach the level of activities. */
function areOurs(context: RowContext, pairs: readonly LevelPair[]): boolean {
  const codes = context.table.rows
    .filter(({ number }) => number >= context.row.number)
    .flatMap((row) => pairs.map((pair) => cellsOf({ ...context, row }, pair).code))
    .filter((code) => code !== '');
  const ours = codes.flatMap((code) => readCode(code).code ?? []);
  return ours.length >= MOST * codes.length && ours.some((code) => codeLevel(code) >= 4);
}

/** A label that is left out, or cut short, where an upper level stands again is the same label. */
function sameLabel({ builder }: RowContext, id: number, label: string): boolean {
  const before = builder.entry(id);
  if (before.label === '') before.label = label;
  return label === '' || before.label.toLowerCase() === label.toLowerCase();
}

function addEntry(
  context: RowContext,
  pair: LevelPair,
  entry: {
    readonly code: string;
    readonly label: string;
    readonly above: number | null;
    readonly ours: boolean;
  },
): number | null {
  const { builder, table, row } = context;
  const place = placeOf(table, row, pair.code);
  if (!entry.ours) {
    const id = builder.addEntry({
      code: freeCode(entry.code),
      label: entry.label,
      place,
      kind: 'entry',
      parent: { id: entry.above },
    });
    noteWhitespace(context, pair.label, id);
    return id;
  }
  const item = found(readCode(entry.code), pair.code);
  if (item === null) {
    builder.addNote({ kind: 'code-unreadable', raw: entry.code, place });
    return null;
  }
  const id = addFound(context, { ...item, label: entry.label });
  noteWhitespace(context, pair.label, id);
  return id;
}

function noteLabel({ builder, table, row }: RowContext, { label: column }: LevelPair, label: string): void {
  builder.addNote({ kind: 'label-without-code', label, place: placeOf(table, row, column) });
}
