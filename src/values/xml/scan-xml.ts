/** What a text is not well-formed XML for: a document type is refused like a tag that does not close. */
export type XmlFault = 'xml' | 'doctype';

/**
 * What is called for the pieces of a document. `start` and `end` are offsets in the text that was scanned, in characters:
 * a program that changes a document writes everything between two places of interest as it stands.
 */
export interface XmlHandlers {
  /**
   * `name` without its namespace prefix; `attributes` as they are written, for `xmlAttributes` where they matter. An
   * element without content opens and closes at once: then its close tag begins and ends where the open tag ends.
   */
  readonly open: (name: string, attributes: string, start: number, end: number) => void;
  readonly close?: (name: string, start: number, end: number) => void;
  /** A piece of text; the text of one element may come in several. */
  readonly text?: (text: string, start: number, end: number) => void;
}

export type Attributes = Readonly<Record<string, string>>;

/** Where the scanner stands in the text that has come so far. */
interface Scanner {
  readonly handlers: XmlHandlers;
  /** Names of the open elements, with their prefixes. */
  readonly open: string[];
  buffer: string;
  at: number;
  /** Where the buffer begins in the whole text. */
  base: number;
  seenRoot: boolean;
}

const NAME = '[A-Za-z_][\\w.:-]*';
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');
const MAX_TOKEN = 2 ** 20;

/**
 * Scans XML as a stream of tags and text; whatever is not well-formed is a fault. So is a document type: no file of ours
 * needs one, and it is where entities that expand without end are declared.
 *
 * The general parsers go through the text character by character, which a process that runs once never gets fast at:
 * 60 ms for a sheet on which these expressions, that run as machine code from the start, take 5.
 *
 * @param texts the text of the document, in as many pieces as it comes in
 * @returns `null` when the whole document is well-formed
 */
export function scanXml(texts: Iterable<string>, handlers: XmlHandlers): XmlFault | null {
  const scanner: Scanner = { handlers, open: [], buffer: '', at: 0, base: 0, seenRoot: false };
  for (const text of texts) {
    scanner.base += scanner.at;
    scanner.buffer = scanner.buffer.slice(scanner.at) + text;
    scanner.at = 0;
    const fault = scan(scanner);
    if (fault !== null) return fault;
    if (scanner.buffer.length - scanner.at > MAX_TOKEN) return 'xml';
  }
  const complete = scanner.seenRoot && scanner.open.length === 0;
  return complete && scanner.buffer.slice(scanner.at).trim() === '' ? null : 'xml';
}

/** Takes all tokens that are complete; what is left waits for the next piece. */
function scan(scanner: Scanner): XmlFault | null {
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

type Outcome = 'done' | 'incomplete' | XmlFault;

/** Text up to the next tag, or as much of it as has come; `false` when it has to wait for the rest of an entity. */
function scanText(scanner: Scanner): boolean {
  const { buffer, at, base, handlers, open } = scanner;
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
    if (open.length > 0) handlers.text?.(text, base + at, base + end);
  }
  return true;
}

function scanTag(scanner: Scanner): Outcome {
  const { buffer, base, handlers, open } = scanner;
  const start = base + scanner.at;
  TAG.lastIndex = scanner.at;
  const tag = TAG.exec(buffer);
  if (tag === null) return buffer.indexOf('>', scanner.at) < 0 ? 'incomplete' : incompleteOrWrong(scanner);
  scanner.at = TAG.lastIndex;
  const end = base + scanner.at;
  const [, closing, name = '', attributes = '', empty] = tag;
  const local = localName(name);
  if (closing) {
    if (attributes !== '' || empty || open.pop() !== name) return 'xml';
    handlers.close?.(local, start, end);
    return 'done';
  }
  if (open.length === 0 && scanner.seenRoot) return 'xml';
  scanner.seenRoot = true;
  handlers.open(local, attributes, start, end);
  if (empty) handlers.close?.(local, end, end);
  else open.push(name);
  return 'done';
}

/** A `>` may stand inside an attribute whose end has not come yet; once the next tag begins, it has. */
function incompleteOrWrong({ buffer, at }: Scanner): Outcome {
  return buffer.indexOf('<', at + 1) < 0 ? 'incomplete' : 'xml';
}

/** Declarations, comments and character data: `<?..?>`, `<!--..-->`, `<![CDATA[..]]>`. */
function scanMarkup(scanner: Scanner): Outcome {
  const { buffer, at, base, handlers, open } = scanner;
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
  handlers.text?.(buffer.slice(at + start.length, end), base + at, base + scanner.at);
  return 'done';
}

/** The attributes of a tag by their names as written; `null` when one is there twice or holds an unknown entity. */
export function xmlAttributes(text: string): Attributes | null {
  const attributes: Record<string, string> = Object.create(null);
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    const name = match[1] as string;
    const value = decodeEntities(match[2] ?? match[3] ?? '');
    if (value === null || attributes[name] !== undefined) return null;
    attributes[name] = value;
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Without a document type there are five entities, and characters by number; anything else is `null`. */
export function decodeEntities(text: string): string | null {
  if (!text.includes('&')) return text;
  let valid = true;
  const decoded = text.replace(/&([^;&]{0,12};)?/g, (_, body: string | undefined) => {
    const name = body?.slice(0, -1) ?? '';
    const number = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(name);
    const unit = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 10 : 16) : 0;
    if (number && unit > 0 && unit <= 0x10ffff) return String.fromCodePoint(unit);
    const entity = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (entity === undefined) valid = false;
    return entity ?? '';
  });
  return valid ? decoded : null;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
