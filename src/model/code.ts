/**
 * The grammar of process-map codes: parse, format, compare, parent, level, kind.
 *
 * A code is a letter and a number (`A1`), then dot-separated segments: a number (`10`), a number with one letter
 * inserted later (`7b`), `F` (training) or `C` (coordination). `G` alone is the general entry. Older maps leave their
 * activities uncoded; those get a position (`A1.1.1#2`). Codes of other classifications (`01.11.1`, `AC-2(1)`) follow
 * no grammar of ours and are kept as free codes.
 *
 * Codes are compared segment by segment, never as text and never by prefix: `A1.2 < A1.10`, and `A1.1` is not an
 * ancestor of `A1.10`.
 */

export type Segment =
  | { readonly type: 'root'; readonly letter: string; readonly number: number | null }
  | { readonly type: 'number'; readonly number: number; readonly suffix: string }
  | { readonly type: 'coordination' }
  | { readonly type: 'training' }
  | { readonly type: 'position'; readonly number: number }
  | { readonly type: 'free'; readonly text: string };

/** A canonical code: its text, and its segments as parsed. Two codes are the same when their `text` is. */
export interface Code {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** What a code by itself says of the entry it names. */
export type CodeKind =
  | 'macro-process'
  | 'process'
  | 'sub-process'
  | 'activity'
  | 'local-activity'
  | 'coordination'
  | 'training'
  | 'general'
  | 'free';

const ROOT = /^([A-Z])(0|[1-9]\d{0,3})$/;
const NUMBER = /^(0|[1-9]\d{0,5})([a-z]?)$/;
const POSITION = /^(.*[^#])#([1-9]\d{0,5})$/;
const MAX_NUMBERS = 5;

/**
 * Parses a canonical code of a process map.
 *
 * @returns the code, or `null` when `text` is not canonical (use `readCode` for codes as people write them)
 */
export function parseCode(text: string): Code | null {
  if (text === 'G') return { text, segments: [{ type: 'root', letter: 'G', number: null }] };
  const positional = text.includes('#') ? POSITION.exec(text) : null;
  const body = positional?.[1] ?? text;
  const [first = '', ...rest] = body.split('.');
  const root = ROOT.exec(first);
  if (!root) return null;
  const segments: Segment[] = [{ type: 'root', letter: root[1] as string, number: Number(root[2]) }];
  for (const part of rest) {
    const segment = parseSegment(part);
    if (!segment) return null;
    segments.push(segment);
  }
  if (positional) segments.push({ type: 'position', number: Number(positional[2]) });
  return isWellFormed(segments) ? { text, segments } : null;
}

/**
 * Wraps a code of another classification. Its segments are the parts between dots; runs of digits inside them compare
 * as numbers.
 */
export function freeCode(text: string): Code {
  return { text, segments: text.split('.').map((part) => ({ type: 'free', text: part })) };
}

/** Joins segments to a code; the inverse of parsing. */
export function codeOf(segments: readonly Segment[]): Code {
  let text = '';
  for (const segment of segments) {
    const separator = text === '' ? '' : segment.type === 'position' ? '#' : '.';
    text += separator + formatSegment(segment);
  }
  return { text, segments };
}

/** Orders codes: letter, number, then segment by segment; `C` and `F` before numbers, `7 < 7b < 8`. */
export function compareCodes(a: Code, b: Code): number {
  const shared = Math.min(a.segments.length, b.segments.length);
  for (let i = 0; i < shared; i++) {
    const order = compareSegments(a.segments[i] as Segment, b.segments[i] as Segment);
    if (order !== 0) return order;
  }
  return a.segments.length - b.segments.length;
}

/**
 * The code one level up, or `null` for a root. Coordination and training entries hang on the macro-process and the
 * process they serve: the parent of `A1.C` is `A1`, of `A1.1.F.F` it is `A1.1`.
 */
export function parentCode(code: Code): Code | null {
  let end = code.segments.length - 1;
  while (end > 0 && isService(code.segments[end]) && isService(code.segments[end - 1])) end--;
  return end <= 0 ? null : codeOf(code.segments.slice(0, end));
}

/** Whether `ancestor` stands above `code`, by segments: `A1.1` is above `A1.1.2`, not above `A1.10`. */
export function isAncestorCode(ancestor: Code, code: Code): boolean {
  if (ancestor.segments.length >= code.segments.length) return false;
  return ancestor.segments.every((segment, i) => compareSegments(segment, code.segments[i] as Segment) === 0);
}

/** The level of a code, 1 (macro-process) to 5 (local activity); service entries stand one below what they serve. */
export function codeLevel(code: Code): number {
  const own = code.segments.filter((segment) => !isService(segment)).length;
  return isService(code.segments.at(-1)) ? own + 1 : own;
}

/** What the code alone says of its entry; `free` for codes of other classifications. */
export function codeKind(code: Code): CodeKind {
  const first = code.segments[0];
  const last = code.segments.at(-1);
  if (first?.type !== 'root') return 'free';
  if (first.number === null) return 'general';
  if (last?.type === 'coordination') return 'coordination';
  if (last?.type === 'training') return 'training';
  const kinds = ['macro-process', 'process', 'sub-process', 'activity', 'local-activity'] as const;
  return kinds[code.segments.length - 1] ?? 'local-activity';
}

function parseSegment(part: string): Segment | null {
  if (part === 'F') return { type: 'training' };
  if (part === 'C') return { type: 'coordination' };
  const number = NUMBER.exec(part);
  return number ? { type: 'number', number: Number(number[1]), suffix: number[2] as string } : null;
}

/** `C` closes a code, `F` does once or twice (`A1.1.F`, `A1.1.F.F`), and nothing is deeper than a local activity. */
function isWellFormed(segments: readonly Segment[]): boolean {
  const firstService = segments.findIndex(isService);
  const own = firstService === -1 ? segments : segments.slice(0, firstService);
  const service = firstService === -1 ? [] : segments.slice(firstService);
  if (own.length > MAX_NUMBERS) return false;
  if (service.length === 0) return true;
  const [first, second] = service;
  if (service.length > 2 || own.at(-1)?.type === 'position') return false;
  return second === undefined || (first?.type === 'training' && second.type === 'training');
}

function isService(segment: Segment | undefined): boolean {
  return segment?.type === 'coordination' || segment?.type === 'training';
}

function formatSegment(segment: Segment): string {
  switch (segment.type) {
    case 'root':
      return segment.number === null ? segment.letter : `${segment.letter}${segment.number}`;
    case 'number':
      return `${segment.number}${segment.suffix}`;
    case 'coordination':
      return 'C';
    case 'training':
      return 'F';
    case 'position':
      return String(segment.number);
    case 'free':
      return segment.text;
  }
}

const SEGMENT_ORDER = { root: 0, coordination: 1, training: 2, number: 3, position: 4, free: 5 } as const;

function compareSegments(a: Segment, b: Segment): number {
  if (a.type === 'root' && b.type === 'root') {
    return compareText(a.letter, b.letter) || (a.number ?? -1) - (b.number ?? -1);
  }
  if (a.type === 'number' && b.type === 'number')
    return a.number - b.number || compareText(a.suffix, b.suffix);
  if (a.type === 'position' && b.type === 'position') return a.number - b.number;
  if (a.type === 'free' && b.type === 'free') return compareNatural(a.text, b.text);
  return SEGMENT_ORDER[a.type] - SEGMENT_ORDER[b.type];
}

/** Digits as numbers, the rest by code unit: `AC-2 < AC-10`. Independent of the machine's locale. */
function compareNatural(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    const bothNumbers = /^\d/.test(x) && /^\d/.test(y);
    const order = bothNumbers ? Number(x) - Number(y) || compareText(x, y) : compareText(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
