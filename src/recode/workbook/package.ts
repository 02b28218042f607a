import { decodeXml } from '../../values/xml/decode-xml.ts';
import { scanXml } from '../../values/xml/scan-xml.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import { attributeOf, attributesOf, growTree, nodesOf, type XmlNode } from './xml-tree.ts';

/** The parts of a workbook's file by name. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A part that another one names. */
export interface Relation {
  readonly id: string;
  /** The last piece of the type's address: `worksheet`, `comments`. */
  readonly type: string;
  /** The name of the part; `null` when the target lies outside of the file. */
  readonly part: string | null;
}

/** The parts of a workbook while it is edited: texts are decoded once, and written when they changed. */
export interface Package {
  readonly file: string;
  readonly names: () => readonly string[];
  readonly has: (name: string) => boolean;
  readonly text: (name: string) => string;
  /** `null` when it is not well-formed. */
  readonly tree: (name: string) => XmlNode | null;
  readonly write: (name: string, text: string) => void;
  readonly remove: (name: string) => void;
  readonly relations: (of: string) => readonly Relation[];
  /** The content type of a part, `''` when nothing is said. */
  readonly contentType: (name: string) => string;
  readonly parts: () => Map<string, Uint8Array>;
  /** The parts that were written. */
  readonly written: ReadonlySet<string>;
}

export const CONTENT_TYPES = '[Content_Types].xml';

/** Opens the parts of a workbook for editing; the parts that were given stay as they are. */
export function openPackage(file: string, input: Parts): Package {
  // Some programs write the names of parts as paths of their system.
  const parts = new Map([...input].map(([name, bytes]) => [name.replaceAll('\\', '/'), bytes]));
  const texts = new Map<string, string>();
  const written = new Set<string>();
  const relations = new Map<string, readonly Relation[]>();
  let types: ((name: string) => string) | null = null;
  const text = (name: string) => {
    const known = texts.get(name) ?? decoded(file, parts.get(name));
    texts.set(name, known);
    return known;
  };
  const self: Package = {
    file,
    written,
    names: () => [...parts.keys()],
    has: (name) => parts.has(name),
    text,
    tree: (name) => (parts.has(name) ? treeOf(text(name)) : null),
    write: (name, changed) => {
      if (parts.has(name) && changed === text(name)) return;
      texts.set(name, changed);
      parts.set(name, new TextEncoder().encode(asUtf8(changed)));
      written.add(name);
      if (name.endsWith('.rels')) relations.clear();
      if (name === CONTENT_TYPES) types = null;
    },
    remove: (name) => {
      parts.delete(name);
      texts.delete(name);
      written.delete(name);
    },
    relations: (of) => {
      const known = relations.get(of) ?? relationsOf(self, of);
      relations.set(of, known);
      return known;
    },
    contentType: (name) => {
      types ??= contentTypes(self.tree(CONTENT_TYPES));
      return types(name);
    },
    parts: () => parts,
  };
  return self;
}

/** The tree of a text; `null` when it is not well-formed. */
export function treeOf(text: string): XmlNode | null {
  const tree = growTree();
  return scanXml([text], tree.handlers) === null ? tree.root() : null;
}

/** The name of the part that holds the relations of a part. */
export function relationsPart(of: string): string {
  const slash = of.lastIndexOf('/') + 1;
  return `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
}

/** The part that holds the workbook itself. */
export function workbookPart(book: Package): string {
  const main = book.relations('').find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined || main === null || !book.has(main)) throw missing(book.file);
  return main;
}

/** The error for a part that is named and not there. */
export function missing(file: string): ProcmapError {
  return new ProcmapError('workbook-damaged', { file, reason: 'part-missing' });
}

function decoded(file: string, bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return '';
  const failed = (cause: unknown) =>
    new ProcmapError('workbook-damaged', { file, reason: 'encoding' }, { cause });
  return [...decodeXml([bytes], failed)].join('');
}

/** What is written is UTF-8; a declaration that says otherwise would lie. */
function asUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

function relationsOf(book: Package, of: string): readonly Relation[] {
  const slash = of.lastIndexOf('/') + 1;
  const folder = of.slice(0, slash);
  return [...nodesOf(book.tree(relationsPart(of)))].flatMap((node) => {
    if (node.name !== 'Relationship') return [];
    const { Id: id = '', Type = '', Target = '', TargetMode } = attributesOf(node);
    const part = TargetMode === 'External' ? null : named(book, resolvePart(folder, Target));
    return [{ id, type: Type.slice(Type.lastIndexOf('/') + 1), part }];
  });
}

/** Names of parts know no case; the file may write one in two ways. */
function named(book: Package, part: string): string {
  if (book.has(part)) return part;
  return book.names().find((name) => name.toLowerCase() === part.toLowerCase()) ?? part;
}

function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  if (path.startsWith('/')) return path.slice(1);
  const steps = folder.split('/').filter(Boolean);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function contentTypes(tree: XmlNode | null): (name: string) => string {
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const node of nodesOf(tree)) {
    const type = attributeOf(node, 'ContentType') ?? '';
    if (node.name === 'Override') overrides.set((attributeOf(node, 'PartName') ?? '').toLowerCase(), type);
    if (node.name === 'Default') defaults.set((attributeOf(node, 'Extension') ?? '').toLowerCase(), type);
  }
  return (name) =>
    overrides.get(`/${name}`.toLowerCase()) ??
    defaults.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ??
    '';
}
