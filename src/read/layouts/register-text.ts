import { codeKind } from '../../model/code.ts';
import { readCode, readCodeAndLabel } from '../../model/read-code.ts';
import { foldBlanks } from '../../values/fold-blanks.ts';
import type { Place } from '../../values/place.ts';
import type { MapBuilder } from '../map-builder.ts';
import type { FoundCode } from './entries.ts';
import { headerWord } from './header-words.ts';

/** A line of the text, with its number. */
interface Line {
  readonly text: string;
  readonly number: number;
}

const HEADER_WORDS = ['codificaunioncamere', 'nomeprocessoattivita'];
const HEADER_SEARCH_LINES = 60;

/** Whether a text is a register whose table was lost in extraction: the names of its columns stand on lines of their own. */
export function isRegisterText(text: string): boolean {
  const words = text.split('\n', HEADER_SEARCH_LINES).map(headerWord);
  return HEADER_WORDS.every((word) => words.includes(word));
}

/**
 * Reads a register from running text, as recognition of printed pages gives it: an entry is a line that begins with a
 * code, its label goes on over the lines below it. The other columns of the table are lost among the lines; one note
 * stands for all between two entries.
 */
export function readRegisterText(file: string, text: string, builder: MapBuilder): void {
  const lines = text.split('\n').flatMap(linesOf);
  const roots = rootsOf(lines);
  let others: Line[] = [];
  const flush = (): void => {
    noteOthers(file, others, builder);
    others = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    const item = readLine(line, roots);
    if (item === null) {
      if (line.text !== '') others.push(line);
      at++;
      continue;
    }
    flush();
    const { label, end } = readLabel(item.label, lines, at + 1, roots);
    addEntry({ ...item, label }, { file, line: line.number, column: 1 }, line.text, builder);
    at = end;
  }
  flush();
}

/** A label may end where the next entry begins, on the same line: `camerali/A2.1.3.2 Assistenza`. */
function linesOf(line: string, index: number): readonly Line[] {
  return line.split(/\/(?=[A-Z]\d+(?:\.\d+){3} )/).map((text) => ({ text: text.trim(), number: index + 1 }));
}

/** Letters with number of the codes below macro-processes: `A1` alone is taken for a code only when there is an `A1.1`. */
function rootsOf(lines: readonly Line[]): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const { text } of lines) {
    const { code } = readCodeAndLabel(text);
    if (code && code.segments.length > 1) roots.add(code.text.split('.', 1)[0] as string);
  }
  return roots;
}

function readLine({ text }: Line, roots: ReadonlySet<string>): FoundCode | null {
  const alone = readCode(text);
  const reading = alone.code ? alone : readCodeAndLabel(text);
  if (reading.code === null || codeKind(reading.code) === 'general') return null;
  const isRoot = reading.code.segments.length === 1;
  // Headings are set in capitals; a sentence may begin with something like a code.
  const isHeading = reading.label === '' || reading.label === reading.label.toUpperCase();
  if (isRoot && !(isHeading && roots.has(reading.code.text))) return null;
  return { ...reading, column: 0 };
}

const MAX_LABEL_LINES = 8;

/**
 * Reads a label from the line of its code on.
 *
 * @returns the label, and the line after it
 */
function readLabel(
  first: string,
  lines: readonly Line[],
  start: number,
  roots: ReadonlySet<string>,
): { readonly label: string; readonly end: number } {
  const below = paragraph(lines, start, roots);
  const label = joinLabel(firstColumn(first), below);
  const end = start + below.length;
  if (lines[end]?.text !== '') return { label, end };
  const next = paragraph(lines, end + 1, roots);
  const longer = firstColumn(next[0]?.text ?? '');
  // The column beside it, the chamber's own process, often bears the same name and breaks its lines elsewhere.
  if (isCutShort(label) && longer.length > label.length && startsWith(longer, label))
    return { label: longer, end: end + 2 };
  const goesOn = /^\p{Ll}/u.test(longer) || isCutShort(label);
  if (label === '' || !goesOn || longer === '' || startsWith(longer, firstWords(label)))
    return { label, end };
  return { label: joinLabel(label, next), end: end + 1 + next.length };
}

/** Lines down to a blank one or the next entry. */
function paragraph(lines: readonly Line[], start: number, roots: ReadonlySet<string>): readonly Line[] {
  const found: Line[] = [];
  for (const line of lines.slice(start, start + MAX_LABEL_LINES)) {
    if (line.text === '' || readLine(line, roots) !== null) break;
    found.push(line);
  }
  return found;
}

function joinLabel(start: string, lines: readonly Line[]): string {
  let label = start;
  for (const line of lines) {
    const text = firstColumn(line.text);
    if (text === '' || (label !== '' && startsWith(text, firstWords(label)))) continue;
    label += label === '' || label.endsWith('-') ? text : ` ${text}`;
  }
  return foldBlanks(label);
}

/** A label does not end in a comma, an open bracket or a word that leads to another. */
function isCutShort(label: string): boolean {
  return /(?:[,(-]|\b(?:e|ed|di|d[aeio]l|dell[ae]|degli|dei|per|in|a|al|alla|ai|con|su|il|la|i|le))$/i.test(
    label,
  );
}

function firstWords(label: string): string {
  return label.split(' ', 2).join(' ');
}

function startsWith(text: string, start: string): boolean {
  return text.toLowerCase().startsWith(start.toLowerCase());
}

/**
 * The part of a line that belongs to its first column. Recognition puts a bar or a bracket for the rule between columns;
 * where it saw none, the second column begins where the first words come again, or where there are no words any more.
 */
function firstColumn(line: string): string {
  const [text = ''] = line.split(/[|[\]]/, 1);
  const words = text.split(/\s+/).filter((word) => word !== '');
  const start = words.findIndex((word) => word.length > 1 || /^[\p{L}&]$/u.test(word));
  const again = words.findIndex(
    (word, at) => at > 1 && word === words[0] && sameOrEnd(words[at + 1], words[1]),
  );
  const noise = words.findIndex((word, at) => at > start && /^[^\p{L}\p{N}"'(/&–-]+$/u.test(word));
  const ends = [again, noise].filter((end) => end >= 0);
  const own = words.slice(Math.max(start, 0), Math.min(words.length, ...ends));
  return dropSpecks(own, noise >= 0).join(' ');
}

/** Specks on the paper are read as single letters: in front of the words, and where words end in noise. */
function dropSpecks(words: readonly string[], endsInNoise: boolean): readonly string[] {
  const isSpeck = (word: string | undefined): boolean => word !== undefined && /^[^eaèiàAEIL]$/u.test(word);
  const isSingle = (word: string | undefined): boolean => word !== undefined && word.length === 1;
  const from = words.findIndex((word, at) => !isSingle(word) && !(at === 0 && isSpeck(word)));
  if (from < 0) return [];
  let to = words.length;
  while (endsInNoise && (isSpeck(words[to - 1]) || (isSingle(words[to - 1]) && isSingle(words[to - 2]))))
    to--;
  return words.slice(from > 1 ? from : words[0] && isSpeck(words[0]) ? from : 0, to);
}

function sameOrEnd(word: string | undefined, first: string | undefined): boolean {
  return word === undefined || word === first;
}

function addEntry(item: FoundCode, place: Place, raw: string, builder: MapBuilder): void {
  const same = builder
    .withCode(item.code.text)
    .find((id) => startsAlike(builder.entry(id).label, item.label));
  const id = same ?? builder.addEntry({ code: item.code, label: item.label, place });
  const entry = builder.entry(id);
  if (item.label.length > entry.label.length) entry.label = item.label;
  if (item.mends.length > 0) {
    builder.addNote({ kind: 'code-mended', raw, code: item.code.text, mends: item.mends, place, nodeId: id });
  }
}

/** Labels read from print differ in their ends at least; the same entry begins with the same words. */
function startsAlike(a: string, b: string): boolean {
  const start = (label: string): readonly string[] => label.toLowerCase().split(/[^\p{L}\p{N}]+/u, 5);
  const [one, two] = [start(a), start(b)];
  return one.slice(0, two.length).join(' ') === two.slice(0, one.length).join(' ');
}

const QUOTED = 120;
/** A line that begins like an entry but whose code has lost its letter: `2.4 SANZIONI`. */
const LOST_CODE = /^(\d{1,2}(?:\.\d{1,2})+\.?) \p{Lu}{2}/u;

/** What stands between two labels are the other columns of the table; a code that cannot be read is told from them. */
function noteOthers(file: string, lines: readonly Line[], builder: MapBuilder): void {
  const [first] = lines;
  if (!first) return;
  for (const { text, number } of lines) {
    const raw = LOST_CODE.exec(text)?.[1];
    if (raw === undefined) continue;
    builder.addNote({ kind: 'code-unreadable', raw, place: { file, line: number, column: 1 } });
  }
  const isHeader = lines.some(({ text }) => HEADER_WORDS.includes(headerWord(text)));
  const whole = lines.map(({ text }) => text).join(' | ');
  const text = whole.length > QUOTED ? `${whole.slice(0, QUOTED)}…` : whole;
  builder.addNote({
    kind: isHeader ? 'header' : 'legend',
    text,
    place: { file, line: first.number, column: 1 },
  });
}
