import { SaxesParser } from 'saxes';
import { damaged } from './open-zip.ts';

export interface XmlHandlers {
  /** `name` without its namespace prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Parses XML as a stream of tags and text.
 *
 * A document type is refused: no workbook needs one, and it is where entities that expand without end are declared.
 *
 * @throws ProcmapError `workbook-damaged` when the XML is not well-formed
 */
export function parseXml(file: string, pieces: Iterable<Uint8Array>, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false });
  parser.on('error', (error) => {
    throw damaged(file, 'xml', error);
  });
  parser.on('doctype', () => {
    throw damaged(file, 'doctype');
  });
  // Without `xmlns` the attributes are plain strings; the parser's types cannot say so.
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes as Record<string, string>));
  if (handlers.close) parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)));
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  for (const text of decode(file, pieces)) parser.write(text);
  parser.close();
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
