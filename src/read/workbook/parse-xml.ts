import type { WorkbookDamage } from '../../model/error-args.ts';
import { damaged } from './open-zip.ts';

export interface XmlHandlers {
  /**
   * `name` without its namespace prefix; `attributes` as they are written, for `parseAttributes` where they matter. An
   * element without content opens and closes at once.
   */
  readonly open: (name: string, attributes: string) => void;
  readonly close?: (name: string) => void;
  /** A piece of text; the text of one element may come in several. */
  readonly text?: (text: string) => void;
}

export type Attributes = Readonly<Record<string, string>>;

/** Where the scanner stands in the text that has come so far. */
interface Scanner {
  readonly handlers: XmlHandlers;
  /** Names of the open elements, with their prefixes. */
  readonly open: string[];
  buffer: string;
  at: number;
  seenRoot: boolean;
}

const NAME = '[A-Za-z_][\\w.:-]*';
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');
const MAX_TOKEN = 2 ** 20;

/**
 * Parses the XML of a workbook's part as a stream of tags and text; whatever is not well-formed is refused. So is a
 * document type: no workbook needs one, and it is where entities that expand without end are declared.
 *
 * The general parsers go through the text character by character, which a process that runs once never gets fast at:
 * 60 ms for a sheet on which these expressions, that run as machine code from the start, take 5.
 *
 * @throws ProcmapError `workbook-damaged`
 */
export function parseXml(file: string, pieces: Iterable<Uint8Array>, handlers: XmlHandlers): void {
  const scanner: Scanner = { handlers, open: [], buffer: '', at: 0, seenRoot: false };
  for (const text of decode(file, pieces)) {
    scanner.buffer = scanner.buffer.slice(scanner.at) + text;
    scanner.at = 0;
    const damage = scan(scanner);
    if (damage !== null) throw damaged(file, damage);
    if (scanner.buffer.length - scanner.at > MAX_TOKEN) throw damaged(file, 'xml');
  }
  const complete = scanner.seenRoot && scanner.open.length === 0;
  if (!complete || scanner.buffer.slice(scanner.at).trim() !== '') throw damaged(file, 'xml');
}

/** Takes all tokens that are complete; what is left waits for the next piece. */
function scan(scanner: Scanner): WorkbookDamage | null {
  const { buffer } = scanner;
  while (scanner.at < buffer.length) {
    if (buffer.charCodeAt(scanner.at) !== 0x3c) {
      if (!scanText(scanner)) return null;
      if (scanner.at < 0) return 'xml';
      continue;
    }
    const next = buffer.charCodeAt(scanner.at + 1);
    const outcome = next === 0x21 || next === 0x3f ? scanMarkup(scanner) : scanTag(scanner);
    if (outcome === 'incomplete') return null;
    if (outcome !== 'done') return outcome;
  }
  return null;
}

type Outcome = 'done' | 'incomplete' | WorkbookDamage;

/** Text up to the next tag, or as much of it as has come; `false` when it has to wait for the rest of an entity. */
function scanText(scanner: Scanner): boolean {
  const { buffer, at, handlers, open } = scanner;
  const tag = buffer.indexOf('<', at);
  let end = tag < 0 ? buffer.length : tag;
  if (tag < 0) {
    const entity = buffer.lastIndexOf('&');
    if (entity >= at && buffer.indexOf(';', entity) < 0) end = entity;
    if (end === at) return false;
  }
  const raw = buffer.slice(at, end);
  const text = raw.includes('&') ? decodeEntities(raw) : raw;
  const misplaced = open.length === 0 && raw.trim() !== '' && raw !== '\ufeff';
  if (text === null || misplaced) scanner.at = -1;
  else {
    scanner.at = end;
    if (open.length > 0) handlers.text?.(text);
  }
  return true;
}

function scanTag(scanner: Scanner): Outcome {
  const { buffer, handlers, open } = scanner;
  TAG.lastIndex = scanner.at;
  const tag = TAG.exec(buffer);
  if (tag === null) return buffer.indexOf('>', scanner.at) < 0 ? 'incomplete' : incompleteOrWrong(scanner);
  scanner.at = TAG.lastIndex;
  const [, closing, name = '', attributes = '', empty] = tag;
  const local = localName(name);
  if (closing) {
    if (attributes !== '' || empty || open.pop() !== name) return 'xml';
    handlers.close?.(local);
    return 'done';
  }
  if (open.length === 0 && scanner.seenRoot) return 'xml';
  scanner.seenRoot = true;
  handlers.open(local, attributes);
  if (empty) handlers.close?.(local);
  else open.push(name);
  return 'done';
}

/** A `>` may stand inside an attribute whose end has not come yet; once the next tag begins, it has. */
function incompleteOrWrong({ buffer, at }: Scanner): Outcome {
  return buffer.indexOf('<', at + 1) < 0 ? 'incomplete' : 'xml';
}

/** Declarations, comments and character data: `<?..?>`, `<!--..-->`, `<![CDATA[..]]>`. */
function scanMarkup(scanner: Scanner): Outcome {
  const { buffer, at, handlers, open } = scanner;
  const kinds = [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const;
  const kind = kinds.find(([start]) => buffer.startsWith(start, at));
  if (!kind) {
    if (buffer.startsWith('<!DOCTYPE', at)) return 'doctype';
    return buffer.length - at < 9 ? 'incomplete' : 'xml';
  }
  const [start, stop] = kind;
  const end = buffer.indexOf(stop, at + start.length);
  if (end < 0) return 'incomplete';
  scanner.at = end + stop.length;
  if (start !== '<![CDATA[') return 'done';
  if (open.length === 0) return 'xml';
  handlers.text?.(buffer.slice(at + start.length, end));
  return 'done';
}

/**
 * Reads the attributes of a tag.
 *
 * @throws ProcmapError `workbook-damaged`
 */
export function parseAttributes(file: string, text: string): Attributes {
  const attributes: Record<string, string> = Object.create(null);
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    const name = match[1] as string;
    const value = decodeEntities(match[2] ?? match[3] ?? '');
    if (value === null || attributes[name] !== undefined) throw damaged(file, 'xml');
    attributes[name] = value;
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Without a document type there are five entities, and characters by number; anything else is `null`. */
function decodeEntities(text: string): string | null {
  if (!text.includes('&')) return text;
  let valid = true;
  const decoded = text.replace(/&([^;&]{0,12};)?/g, (_, body: string | undefined) => {
    const name = body?.slice(0, -1) ?? '';
    const number = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(name);
    const unit = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 10 : 16) : 0;
    if (number && unit > 0 && unit <= 0x10ffff) return String.fromCodePoint(unit);
    const entity = ENTITIES[name];
    if (entity === undefined) valid = false;
    return entity ?? '';
  });
  return valid ? decoded : null;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function* decode(file: string, pieces: Iterable<Uint8Array>): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    try {
      yield decoder.decode(piece, { stream: true });
    } catch (cause) {
      throw damaged(file, 'encoding', cause);
    }
  }
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
