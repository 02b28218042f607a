import { CONTENT_TYPES, type Package, relationsPart } from './package.ts';
import { applyPatches, escapeAttribute, escapeXml, textPatch } from './patches.ts';
import { attributesOf, nodesOf, prefixOfTag, type XmlNode } from './xml-tree.ts';

const PART = 'docProps/custom.xml';
const TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** A property of a workbook that its user sees under the file's properties. */
export interface DocumentProperty {
  readonly name: string;
  readonly value: string;
}

/** The value of a custom property of a workbook; `null` when it has none of this name. */
export function readProperty(parts: Package, name: string): string | null {
  const part = propertiesPart(parts);
  const node = part === null ? undefined : propertyNamed(parts.tree(part), name);
  return node?.children[0]?.text ?? null;
}

/** Sets a custom property of a workbook. */
export function writeProperty(parts: Package, { name, value }: DocumentProperty): void {
  const part = propertiesPart(parts) ?? addPart(parts);
  const tree = parts.tree(part);
  if (tree === null) return;
  const text = parts.text(part);
  const known = propertyNamed(tree, name)?.children[0];
  if (known) {
    parts.write(part, applyPatches(text, [textPatch(known, value)]));
    return;
  }
  const ids = tree.children.map((node) => Number(attributesOf(node).pid ?? 1));
  const prefix = prefixOfTag(text, tree.start);
  const attributes = `fmtid="${FORMAT_ID}" pid="${Math.max(1, ...ids) + 1}" name="${escapeAttribute(name)}"`;
  const inner = `<vt:lpwstr xmlns:vt="${OFFICE}/docPropsVTypes">${escapeXml(value)}</vt:lpwstr>`;
  const added = `<${prefix}property ${attributes}>${inner}</${prefix}property>`;
  parts.write(part, withLast(text, tree, added));
}

function propertyNamed(tree: XmlNode | null, name: string): XmlNode | undefined {
  return [...nodesOf(tree)].find((node) => node.name === 'property' && attributesOf(node).name === name);
}

function propertiesPart(parts: Package): string | null {
  const part = parts.relations('').find(({ type }) => type === 'custom-properties')?.part ?? null;
  return part !== null && parts.has(part) ? part : null;
}

function addPart(parts: Package): string {
  parts.write(
    PART,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${OFFICE}/custom-properties"></Properties>`,
  );
  const relations = parts.tree(relationsPart(''));
  const types = parts.tree(CONTENT_TYPES);
  const ids = new Set(parts.relations('').map(({ id }) => id));
  let id = 1;
  while (ids.has(`rId${id}`)) id++;
  const relation = `Id="rId${id}" Type="${OFFICE}/relationships/custom-properties" Target="${PART}"`;
  if (relations) addTo(parts, relationsPart(''), relations, 'Relationship', relation);
  if (types) addTo(parts, CONTENT_TYPES, types, 'Override', `PartName="/${PART}" ContentType="${TYPE}"`);
  return PART;
}

function addTo(parts: Package, part: string, tree: XmlNode, name: string, attributes: string): void {
  const text = parts.text(part);
  parts.write(part, withLast(text, tree, `<${prefixOfTag(text, tree.start)}${name} ${attributes}/>`));
}

/** Puts an element behind the last of the root. */
function withLast(text: string, root: XmlNode, element: string): string {
  if (root.closeStart < root.end)
    return applyPatches(text, [{ start: root.closeStart, end: root.closeStart, text: element }]);
  const tag = /^<([^\s/>]+)/.exec(text.slice(root.start))?.[1] ?? '';
  const open = `${text.slice(root.start, root.openEnd - '/>'.length).trimEnd()}>`;
  return `${text.slice(0, root.start) + open + element}</${tag}>${text.slice(root.end)}`;
}
