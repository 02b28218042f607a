import { type Code, codeOf } from '../../src/model/code.ts';
import type { MapNode, NodeKind, ProcessMap } from '../../src/model/process-map.ts';
import { type LabelMaker, labelMaker } from './large-labels.ts';
import { type Random, randomFrom } from './random.ts';

const LETTERS = 'ABCDEFHIJKLMNOPQRSTUVWXYZ';
/** How many entries stand under one of each kind: at least, and at most. On average a macro-process has about 110. */
const CHILDREN = { process: [2, 6], 'sub-process': [2, 7], activity: [1, 9] } as const;

/**
 * Makes up a process map of any size that is shaped like the real ones: branches that differ in size, labels of one to
 * some twenty words in which a few words are in most labels and most words in few, topics that run through a branch, set
 * phrases, and labels that stand in several branches. The same seed gives the same map.
 *
 * @param size how many entries it has; a little more, because the last branch is finished
 */
export function largeMap(size: number, seed: number): ProcessMap {
  const random = randomFrom(seed);
  const labels = labelMaker(size, random);
  const nodes: MapNode[] = [];
  for (let i = 0; nodes.length < size; i++) {
    const letter = LETTERS[Math.floor((i * LETTERS.length) / branchesFor(size)) % LETTERS.length] as string;
    addMacroProcess(nodes, { letter, number: 1 + i }, labels, random);
  }
  return {
    version: 1,
    source: { name: `large ${size}`, container: 'text', layout: 'national' },
    title: null,
    macroFunctions: [],
    nodes,
    notes: [],
  };
}

/** How many macro-processes a map of this size has, for the letters to be spread over them. */
function branchesFor(size: number): number {
  return Math.max(LETTERS.length, Math.ceil(size / 110));
}

function addMacroProcess(
  nodes: MapNode[],
  root: { readonly letter: string; readonly number: number },
  labels: LabelMaker,
  random: Random,
): void {
  const between = ([least, most]: readonly [number, number]): number =>
    least + random.below(most - least + 1);
  const top = addNode(nodes, null, 'macro-process', codeOf([{ type: 'root', ...root }]), labels.heading([]));
  for (let p = 1, last = between(CHILDREN.process); p <= last; p++) {
    const topic = labels.topic([]);
    const process = addNode(nodes, top, 'process', childCode(top, p), labels.heading(topic));
    for (let s = 1, lastSub = between(CHILDREN['sub-process']); s <= lastSub; s++) {
      const narrow = labels.topic(topic);
      const sub = addNode(nodes, process, 'sub-process', childCode(process, s), labels.heading(narrow));
      for (let a = 1, lastActivity = between(CHILDREN.activity); a <= lastActivity; a++) {
        addNode(nodes, sub, 'activity', childCode(sub, a), labels.activity(narrow));
      }
    }
  }
}

function childCode(parent: MapNode, number: number): Code {
  return codeOf([...parent.code.segments, { type: 'number', number, suffix: '' }]);
}

function addNode(
  nodes: MapNode[],
  parent: MapNode | null,
  kind: NodeKind,
  code: Code,
  label: string,
): MapNode {
  const id = nodes.length;
  const node: MapNode = {
    id,
    kind,
    level: (parent?.level ?? 0) + 1,
    code,
    bookingCode: kind === 'activity' ? code.text : null,
    type: null,
    label,
    parent: parent?.id ?? null,
    place: { file: 'large.csv', line: id + 2 },
  };
  nodes.push(node);
  return node;
}
