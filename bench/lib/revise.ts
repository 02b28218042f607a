import { compareCodes, parseCode, type Segment } from '../../src/model/code.ts';
import type { MapNode, ProcessMap } from '../../src/model/process-map.ts';
import { isServiceEntry } from '../../src/model/tree.ts';
import { type Random, randomFrom } from './random.ts';
import { rewordLabel } from './reword.ts';
import type { GoldLink, ReferenceSet } from './sets.ts';

/** How much a made-up revision changes: probabilities per entry without children, unless it says otherwise. */
export interface RevisionRates {
  readonly reword: number;
  readonly move: number;
  /** Per family of siblings. */
  readonly merge: number;
  readonly split: number;
  readonly drop: number;
  readonly add: number;
  /** Per entry with children: it is put under another parent, with all below it. */
  readonly moveBranch: number;
  /**
   * What becomes of codes: they stay, siblings close the gaps (so that codes name other entries), all change, or siblings
   * are numbered from 1 as they stand.
   */
  readonly codes: 'keep' | 'close' | 'renumber' | 'number';
}

/** A revision that leaves little as it was: two labels in five change, one entry in five goes elsewhere or is no more. */
export const THOROUGH: RevisionRates = {
  reword: 0.4,
  move: 0.08,
  merge: 0.1,
  split: 0.05,
  drop: 0.05,
  add: 0.05,
  moveBranch: 0.04,
  codes: 'number',
};

interface Draft {
  label: string;
  parent: Draft | null;
  readonly children: Draft[];
  readonly node: MapNode | null;
  readonly kind: MapNode['kind'];
  readonly level: number;
  readonly origins: MapNode[];
  code: string;
}

/**
 * Makes up a revision of a map, with the links between the two. Structure and entries are reworded, moved, merged, split,
 * dropped and added at the given rates; the same seed gives the same revision.
 */
export function revise(name: string, map: ProcessMap, rates: RevisionRates, seed: number): ReferenceSet {
  const random = randomFrom(seed);
  const oldMap = withoutServices(map);
  const roots = draftTree(oldMap);
  const all = [...walk(roots)];
  const leaves = all.filter((draft) => draft.children.length === 0);
  const labels = oldMap.nodes.map((node) => node.label).filter((label) => label !== '');
  moveBranches(all, rates, random);
  const homes = all.filter((draft) => draft.children.some((child) => child.children.length === 0));
  mergeSiblings(homes, rates, random);
  for (const leaf of leaves) changeLeaf(leaf, homes, labels, rates, random);
  for (const draft of walk(roots)) {
    if (random.chance(rates.reword)) draft.label = rewordLabel(draft.label, labels, random);
  }
  assignCodes(roots, rates.codes);
  const newMap = mapOfDrafts(`${name} new`, map, roots);
  return { name, oldMap, newMap, gold: linksOf(oldMap, roots) };
}

function withoutServices(map: ProcessMap): ProcessMap {
  const kept = map.nodes.filter((node) => !isServiceEntry(node));
  const ids = new Map(kept.map((node, i) => [node.id, i]));
  const nodes = kept.map((node, id) => ({
    ...node,
    id,
    parent: node.parent === null ? null : (ids.get(node.parent) ?? null),
  }));
  return { ...map, nodes };
}

function draftTree(map: ProcessMap): Draft[] {
  const drafts = map.nodes.map(
    (node): Draft => ({
      label: node.label,
      parent: null,
      children: [],
      node,
      kind: node.kind,
      level: node.level,
      origins: [node],
      code: node.code.text,
    }),
  );
  const roots: Draft[] = [];
  for (const node of [...map.nodes].sort((a, b) => compareCodes(a.code, b.code))) {
    const draft = drafts[node.id] as Draft;
    draft.parent = node.parent === null ? null : (drafts[node.parent] ?? null);
    (draft.parent?.children ?? roots).push(draft);
  }
  return roots;
}

function* walk(drafts: readonly Draft[]): Generator<Draft> {
  for (const draft of [...drafts]) {
    yield draft;
    yield* walk(draft.children);
  }
}

function moveBranches(all: readonly Draft[], rates: RevisionRates, random: Random): void {
  for (const draft of all) {
    if (draft.children.length === 0 || draft.parent === null || !random.chance(rates.moveBranch)) continue;
    const targets = all.filter((other) => other.level === draft.level - 1 && other.children.length > 0);
    if (targets.length > 1) put(draft, random.pick(targets));
  }
}

function put(draft: Draft, parent: Draft): void {
  if (draft.parent === parent) return;
  const siblings = draft.parent?.children;
  siblings?.splice(siblings.indexOf(draft), 1);
  draft.parent = parent;
  parent.children.push(draft);
}

function mergeSiblings(homes: readonly Draft[], rates: RevisionRates, random: Random): void {
  for (const home of homes) {
    const leaves = home.children.filter((child) => child.children.length === 0);
    if (leaves.length < 2 || !random.chance(rates.merge)) continue;
    const size = Math.min(leaves.length, 2 + random.below(3));
    const start = random.below(leaves.length - size + 1);
    const [first, ...others] = leaves.slice(start, start + size) as [Draft, ...Draft[]];
    first.label = mergedLabel([first, ...others], home, random);
    for (const other of others) {
      first.origins.push(...other.origins);
      home.children.splice(home.children.indexOf(other), 1);
      other.parent = null;
    }
  }
}

/** What is merged is named one after the other, some of it shortened; or the family's name stands for all. */
function mergedLabel(drafts: readonly Draft[], home: Draft, random: Random): string {
  if (home.label !== '' && random.chance(0.25)) return home.label;
  const shorten = (label: string): string => {
    const words = label.split(' ');
    return random.chance(0.5) ? label : words.slice(0, Math.max(2, Math.ceil(words.length / 2))).join(' ');
  };
  return drafts.map((draft) => shorten(draft.label)).join(', ');
}

function changeLeaf(
  leaf: Draft,
  homes: readonly Draft[],
  labels: readonly string[],
  rates: RevisionRates,
  random: Random,
): void {
  const home = leaf.parent;
  if (home === null || leaf.origins.length > 1) return;
  if (random.chance(rates.add)) home.children.push(addedBeside(leaf, home, labels, random));
  if (random.chance(rates.drop)) {
    home.children.splice(home.children.indexOf(leaf), 1);
    return;
  }
  if (random.chance(rates.split)) splitLeaf(leaf, home);
  if (random.chance(rates.move)) {
    const near = homes.filter((other) => other.level === home.level && other.parent === home.parent);
    const far = homes.filter((other) => other.level === home.level);
    put(leaf, random.pick(random.chance(0.5) && near.length > 1 ? near : far));
  }
}

function addedBeside(leaf: Draft, home: Draft, labels: readonly string[], random: Random): Draft {
  const half = (label: string, second: boolean): string => {
    const words = label.split(' ');
    const middle = Math.ceil(words.length / 2);
    return (second ? words.slice(middle) : words.slice(0, middle)).join(' ');
  };
  const label = `${half(random.pick(labels), false)} ${half(random.pick(labels), true)}`.trim();
  return { ...leaf, label, parent: home, children: [], node: null, origins: [], code: '' };
}

/** Cuts an enumeration at a comma or conjunction near its middle. */
function splitLeaf(leaf: Draft, home: Draft): void {
  const cuts = [...leaf.label.matchAll(/, | e | and /g)].map((match) => match.index);
  const middle = leaf.label.length / 2;
  const cut = cuts.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (cut === undefined || cut < 8 || cut > leaf.label.length - 12) return;
  const rest = leaf.label.slice(cut).replace(/^(, | e | and )/, '');
  home.children.push({
    ...leaf,
    label: rest,
    children: [],
    node: null,
    code: '',
    origins: [...leaf.origins],
  });
  leaf.label = leaf.label.slice(0, cut);
}

function assignCodes(roots: readonly Draft[], mode: RevisionRates['codes']): void {
  let fresh = 0;
  for (const draft of walk(roots)) {
    const { children } = draft;
    if (mode === 'number') {
      children.forEach((child, i) => {
        child.code = `${draft.code}.${i + 1}`;
      });
      continue;
    }
    if (mode === 'keep') {
      for (const child of children) {
        const stayed = child.node !== null && child.node.parent === (draft.node?.id ?? null);
        if (!stayed) child.code = `${draft.code}~${++fresh}`;
      }
      continue;
    }
    const pool = children
      .map((child) => child.node)
      .filter((node): node is MapNode => node !== null && node.parent === (draft.node?.id ?? null))
      .map((node) => node.code.text);
    children.forEach((child, i) => {
      child.code = mode === 'close' && pool[i] !== undefined ? pool[i] : `${draft.code}~${++fresh}`;
    });
  }
  if (mode === 'renumber') for (const root of roots) root.code = `~${root.code}`;
}

function mapOfDrafts(name: string, like: ProcessMap, roots: readonly Draft[]): ProcessMap {
  const nodes: MapNode[] = [];
  const place = (draft: Draft, parent: MapNode | null, position: number): void => {
    const id = nodes.length;
    const bookable = draft.kind === 'activity' || draft.kind === 'entry' || draft.kind === 'general';
    const node: MapNode = {
      id,
      kind: draft.kind,
      level: draft.level,
      code: parseCode(draft.code) ?? {
        text: draft.code,
        segments: [...(parent?.code.segments ?? []), numbered(position)],
      },
      bookingCode: bookable ? draft.code : null,
      type: null,
      label: draft.label,
      parent: parent?.id ?? null,
      place: { file: name, line: id + 2 },
    };
    nodes.push(node);
    draft.children.forEach((child, i) => {
      place(child, node, i + 1);
    });
  };
  roots.forEach((root, i) => {
    place(root, null, i + 1);
  });
  return { ...like, source: { ...like.source, name }, nodes };
}

function numbered(number: number): Segment {
  return { type: 'number', number, suffix: '' };
}

function linksOf(oldMap: ProcessMap, roots: readonly Draft[]): GoldLink[] {
  const links: GoldLink[] = [];
  const linked = new Set<number>();
  for (const draft of walk(roots)) {
    for (const origin of draft.origins) {
      linked.add(origin.id);
      links.push({ old: origin.code.text, new: draft.code, relation: 'made', optional: false });
    }
  }
  for (const node of oldMap.nodes) {
    if (!linked.has(node.id))
      links.push({ old: node.code.text, new: '', relation: 'dropped', optional: false });
  }
  return links;
}
