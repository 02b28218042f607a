import { type Attributes, type XmlHandlers, xmlAttributes } from '../../values/xml/scan-xml.ts';

/** An element of a part, with the places of its tags in the text of the part. */
export interface XmlNode {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly XmlNode[];
  readonly parent: XmlNode | null;
  readonly start: number;
  /** Where the open tag ends. */
  readonly openEnd: number;
  /** Where the close tag begins; `openEnd` when the element is empty. */
  readonly closeStart: number;
  readonly end: number;
  /** The text directly in it. */
  readonly text: string;
}

type Growing = { -readonly [Key in keyof XmlNode]: XmlNode[Key] } & { readonly children: Growing[] };

/** Builds a tree from what the scanner finds. */
export function growTree(): {
  readonly handlers: Required<XmlHandlers>;
  readonly root: () => XmlNode | null;
} {
  let root: Growing | null = null;
  let open: Growing | null = null;
  return {
    root: () => root,
    handlers: {
      open: (name, attributes, start, end) => {
        const node: Growing = {
          name,
          attributes,
          children: [],
          parent: open,
          start,
          openEnd: end,
          closeStart: end,
          end,
          text: '',
        };
        open?.children.push(node);
        root ??= node;
        open = node;
      },
      close: (_, start, end) => {
        if (open === null) return;
        open.closeStart = start;
        open.end = end;
        open = open.parent as Growing | null;
      },
      text: (text) => {
        if (open !== null) open.text += text;
      },
    },
  };
}

const NONE: Attributes = {};

/** The attributes of an element; what is not well-formed there is found when the part is verified. */
export function attributesOf(node: { readonly attributes: string }): Attributes {
  return xmlAttributes(node.attributes) ?? NONE;
}

/** An attribute by its name without prefix: `id` finds `r:id` too. */
export function attributeOf(node: { readonly attributes: string }, name: string): string | undefined {
  const attributes = attributesOf(node);
  if (attributes[name] !== undefined) return attributes[name];
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

/** All elements of a tree, from the outside in. */
export function* nodesOf(node: XmlNode | null): Generator<XmlNode> {
  if (node === null) return;
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i] as XmlNode);
  }
}

export function childOf(node: XmlNode | null | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The namespace prefix of an element with its colon, as its tag has it. */
export function prefixOfTag(text: string, start: number): string {
  return /^<((?:[^\s/>:]+:)?)/.exec(text.slice(start, start + 80))?.[1] ?? '';
}
