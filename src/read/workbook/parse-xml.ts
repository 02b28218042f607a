import { decodeXml } from '../../values/xml/decode-xml.ts';
import { type Attributes, scanXml, type XmlHandlers, xmlAttributes } from '../../values/xml/scan-xml.ts';
import { damaged } from './open-zip.ts';

export type { Attributes, XmlHandlers };

/**
 * Parses the XML of a workbook's part as a stream of tags and text.
 *
 * @throws ProcmapError `workbook-damaged`
 */
export function parseXml(file: string, pieces: Iterable<Uint8Array>, handlers: XmlHandlers): void {
  const texts = decodeXml(pieces, (cause) => damaged(file, 'encoding', cause));
  const fault = scanXml(texts, handlers);
  if (fault !== null) throw damaged(file, fault);
}

/**
 * Reads the attributes of a tag.
 *
 * @throws ProcmapError `workbook-damaged`
 */
export function parseAttributes(file: string, text: string): Attributes {
  const attributes = xmlAttributes(text);
  if (attributes === null) throw damaged(file, 'xml');
  return attributes;
}
