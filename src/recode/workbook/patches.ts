import type { XmlNode } from './xml-tree.ts';

/** A stretch of a text and what stands there instead. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Writes a text with its patches; a patch that lies in another one that was made first is left out. */
export function applyPatches(text: string, patches: readonly Patch[], from = 0, to = text.length): string {
  const sorted = [...patches].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: string[] = [];
  let at = from;
  for (const patch of sorted) {
    if (patch.start < at) continue;
    pieces.push(text.slice(at, patch.start), patch.text);
    at = patch.end;
  }
  pieces.push(text.slice(at, to));
  return pieces.join('');
}

/** Puts another value into an attribute; adds the attribute, or takes it away with `null`. */
export function attributePatch(
  node: Pick<XmlNode, 'attributes' | 'openEnd'>,
  text: string,
  name: string,
  value: string | null,
): Patch {
  const isEmpty = text[node.openEnd - 2] === '/';
  const attributesEnd = endOfAttributes(text, node.openEnd - (isEmpty ? 2 : 1));
  const start = attributesEnd - node.attributes.length;
  const found = new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(node.attributes);
  const written = value === null ? '' : ` ${name}="${escapeAttribute(value)}"`;
  if (!found) return { start: attributesEnd, end: attributesEnd, text: written };
  return { start: start + found.index, end: start + found.index + found[0].length, text: written };
}

function endOfAttributes(text: string, before: number): number {
  let end = before;
  while (/\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** Takes an element away. */
export function removal(node: Pick<XmlNode, 'start' | 'end'>): Patch {
  return { start: node.start, end: node.end, text: '' };
}

/** Puts another text into an element that holds text alone. */
export function textPatch(node: Pick<XmlNode, 'openEnd' | 'closeStart' | 'end'>, value: string): Patch {
  return { start: node.openEnd, end: node.closeStart, text: escapeXml(value) };
}

/** Text as XML holds it. Characters that XML cannot hold are written as Excel does, `_x000B_`. */
export function escapeXml(text: string): string {
  return withoutControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeAttribute(text: string): string {
  return escapeXml(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function withoutControls(text: string): string {
  return text.replace(
    CONTROLS,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
