import { type Code, codeKind, codeOf, parseCode } from '../model/code.ts';
import { readCode } from '../model/read-code.ts';
import type { Citation, CitationForm } from '../model/refs-report.ts';
import type { TextBlock } from '../values/text-block.ts';

/** What is known of codes, to tell them from what merely looks like one. */
export interface KnownCodes {
  /** Whether any of the maps has the code. */
  readonly has: (code: string) => boolean;
  /** Macro-processes of the maps (`A1`, `D4`), and their letters. */
  readonly roots: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
}

/** Words before and after a code that belong to it: `FTE_Integrato_C2.7.2`, `C1.1_07.1`. Markdown escapes the line. */
const BEFORE = String.raw`(?<before>(?:[\p{L}\p{N}]+\\?_)+)?`;
const CODE = String.raw`(?<code>[A-Z](?:0|[1-9]\d?)(?:\.(?:0|[1-9]\d?)[a-z]?)*(?:\.F\.F|\.[FC])?)`;
const AFTER = String.raw`(?<after>(?:\\?_+[\p{L}\p{N}]+)+(?:\.\d{1,3})*)`;
const LIST = String.raw`(?<list>(?:\/\d{1,2}[a-z]?(?![\p{L}\p{N}]|\/\d{3}))+)`;
const CITATION = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,\\-])${BEFORE}${CODE}(?:${AFTER}|${LIST})?(?![\p{L}\p{N}_])`,
  'gu',
);
/** A dot and one letter go on as no code does: `S1.1.a`. */
const GOES_ON = /^\.\p{L}(?!\p{L})|^[.,]\d|^\s?[%€]/u;
const ELSEWHERE = /(?:https?:\/\/|www\.)\S+|(?<!\S)[^\s@]+@[^\s.]+\.\S+/g;
const CONTEXT = 60;

/**
 * Finds the codes that a document cites: bare (`C2.7.2`), within the names of indicators (`C1.1_07`,
 * `FTE_Integrato_C2.7.2`), in lists (`A1.1.1.1/2`), and alone in the cell of a table, also as people write them
 * (`A.1.1.2.4.`). Dates, laws, amounts and addresses are none: a code has a letter that a map knows, and a bare code a
 * macro-process that a map knows. A macro-process by itself (`A1`) counts only in a column of codes.
 */
export function findCodes(blocks: readonly TextBlock[], known: KnownCodes): readonly Citation[] {
  const found = blocks.map((block) => ({ block, citations: inBlock(block, known) }));
  const codeColumns = new Set(
    found.flatMap(({ block, citations }) => (citations.length > 0 && isCell(block) ? [block.column] : [])),
  );
  return found.flatMap(({ block, citations }) =>
    citations.length === 0 && codeColumns.has(block.column) ? alone(block, known) : citations,
  );
}

function isCell({ column, text }: TextBlock): boolean {
  return column !== null && text.trim().length < 20;
}

function inBlock(block: TextBlock, known: KnownCodes): readonly Citation[] {
  const text = block.text.replace(ELSEWHERE, (address) => ' '.repeat(address.length));
  const citations = [...text.matchAll(CITATION)].flatMap((match) => citationsOf(match, text, block, known));
  return citations.length > 0 || block.column === null ? citations : mended(block, known);
}

function citationsOf(
  match: RegExpExecArray,
  text: string,
  block: TextBlock,
  known: KnownCodes,
): readonly Citation[] {
  const { before, code: written = '', after, list } = match.groups ?? {};
  const code = parseCode(written);
  const end = match.index + match[0].length;
  const isName = before !== undefined || after !== undefined;
  if (!code || GOES_ON.test(text.slice(end)) || !isMeant(code, isName, known)) return [];
  const form: CitationForm = isName ? 'indicator' : list ? 'list' : 'bare';
  const cite = (cited: string): Citation => ({
    place: placeAt(block, match.index),
    text: match[0],
    code: cited,
    form,
    context: contextOf(block.text, match.index, end),
  });
  return [written, ...siblings(code, list ?? '', known)].map(cite);
}

/**
 * A name vouches for its code; a bare one must belong to a macro-process that is known, and be more than that itself.
 * Numbers with a letter (`7b`) are too rare to be taken for codes where no map has them.
 */
function isMeant(code: Code, isName: boolean, { has, roots, letters }: KnownCodes): boolean {
  const [root] = code.segments;
  if (root?.type !== 'root' || code.segments.length < 2) return false;
  if (has(code.text)) return true;
  if (code.segments.some((segment) => segment.type === 'number' && segment.suffix !== '')) return false;
  return isName ? letters.has(root.letter) : roots.has(`${root.letter}${root.number ?? ''}`);
}

/** `A1.1.1.1/2`: the last number changes. Elsewhere than among activities only where the map has such a code. */
function siblings(code: Code, list: string, known: KnownCodes): readonly string[] {
  return list
    .split('/')
    .slice(1)
    .flatMap((number) => {
      const sibling = parseCode(`${codeOf(code.segments.slice(0, -1)).text}.${number}`);
      const likely = sibling !== null && (known.has(sibling.text) || codeKind(sibling) === 'activity');
      return likely ? [sibling.text] : [];
    });
}

/** A cell that holds a code in a form of its own, if a map has that code. */
function mended(block: TextBlock, known: KnownCodes): readonly Citation[] {
  const { code } = readCode(block.text);
  if (!code || code.segments.length < 2 || !known.has(code.text)) return [];
  return [wholeCell(block, code.text)];
}

/** In a column of codes, a macro-process or the general entry by itself. */
function alone(block: TextBlock, known: KnownCodes): readonly Citation[] {
  const { code } = readCode(block.text);
  return code && known.has(code.text) ? [wholeCell(block, code.text)] : [];
}

function wholeCell(block: TextBlock, code: string): Citation {
  return { place: block.place, text: block.text.trim(), code, form: 'bare', context: block.text.trim() };
}

function placeAt({ place, column }: TextBlock, index: number): Citation['place'] {
  if (place.column === undefined || column !== null) return place;
  return { ...place, column: place.column + index };
}

function contextOf(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  const cut = (part: string, isCut: boolean) => (isCut ? '…' : '') + part;
  const line =
    cut(before, start > CONTEXT) + text.slice(start, end) + after + (end + CONTEXT < text.length ? '…' : '');
  return line.replace(/\s+/g, ' ').trim();
}
