import { type Code, codeOf, compareCodes, freeCode, parentCode, parseCode } from '../model/code.ts';
import type { MapNode } from '../model/process-map.ts';
import { nodeAt } from '../model/tree.ts';
import type { MergeInput } from './families.ts';
import type { Draft } from './plan.ts';

/**
 * Gives every entry of the new local map its code, branch by branch. National entries have the nation's; what stands in
 * the chamber's own place keeps its code where nothing else was ever named by it, and else takes the next free number
 * among its new siblings, or the chamber's own kind of insertion (`7b` behind what `7` has become).
 *
 * A new code never names what another entry of the local or the national map was named by.
 *
 * @returns the codes by key; no two are the same where no two were
 */
export function assignCodes(
  drafts: ReadonlyMap<string, Draft>,
  input: MergeInput,
): ReadonlyMap<string, Code> {
  const namedByNation = new Map(input.national.nodes.map((node) => [node.code.text, node.id]));
  const named = new Set([...input.national.nodes, ...input.local.nodes].map((node) => node.code.text));
  const codes = new Map<string, Code>();
  const taken = new Set<string>();
  const take = (draft: Draft, code: Code): void => {
    codes.set(draft.key, code);
    taken.add(code.text);
  };
  const children = childrenByKey(drafts);

  /** Whether the code that an entry bears in the local map may go on naming it. */
  const mayKeep = (draft: Draft, own: MapNode, parent: Code | null): boolean => {
    if (taken.has(own.code.text) || !hangsBelow(own, parent, input)) return false;
    const bearer = namedByNation.get(own.code.text);
    return (
      bearer === undefined || input.nationUnchanged || (draft.from === 'national' && draft.id === bearer)
    );
  };

  const assign = (parentKey: string | null): void => {
    const parent = parentKey === null ? null : (codes.get(parentKey) ?? null);
    const family = children.get(parentKey) ?? [];
    for (const draft of family.filter(({ place }) => place === 'national'))
      take(draft, nationalCode(draft, parent, { taken, named, input }));
    const own = family.filter(({ place }) => place === 'local').sort(byLocalCode(input));
    const moving: { readonly draft: Draft; readonly node: MapNode }[] = [];
    for (const draft of own) {
      const node = nodeAt(input.local, draft.placeOf ?? draft.id);
      if (mayKeep(draft, node, parent)) take(draft, node.code);
      else moving.push({ draft, node });
    }
    for (const { draft, node } of moving) {
      const before = predecessor(node, { input, drafts, codes, family });
      take(draft, freeCodeBelow(parent, { node, before, siblings: family, codes, taken, named }));
    }
    for (const draft of family) assign(draft.key);
  };
  assign(null);
  return codes;
}

/**
 * Hangs entries below the branch that their code names, where that branch is in the new map after all: a sub-process that
 * the national file lost and the chamber keeps has its activities back.
 */
export function hangByCode(
  drafts: ReadonlyMap<string, Draft>,
  codes: ReadonlyMap<string, Code>,
): ReadonlyMap<string, Draft> {
  const own = [...codes].filter(([key]) => drafts.get(key)?.from === 'local');
  const byCode = new Map(own.map(([key, code]) => [code.text, key]));
  const hung = [...drafts.values()].map((draft): [string, Draft] => {
    const code = codes.get(draft.key);
    const above = code && parentCode(code);
    const home = above ? byCode.get(above.text) : undefined;
    const now = draft.parent === null ? undefined : codes.get(draft.parent);
    const isRight = home === undefined || home === draft.key || now?.text === above?.text;
    return [draft.key, isRight ? draft : { ...draft, parent: home }];
  });
  return new Map(hung);
}

/** Whether a local code is one that stands below this parent: `A1.1.3` below `A1.1`. */
function hangsBelow(node: MapNode, parent: Code | null, { local }: MergeInput): boolean {
  const above = node.parent === null ? null : nodeAt(local, node.parent).code.text;
  return above === (parent?.text ?? null);
}

interface Naming {
  readonly taken: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
}

/** The nation's code; below a branch that stands under another code, with the same last segment if that is free. */
function nationalCode(
  { node }: Draft,
  parent: Code | null,
  { taken, named, input }: Naming & { readonly input: MergeInput },
): Code {
  const above = node.parent === null ? null : nodeAt(input.national, node.parent).code;
  if ((above?.text ?? null) === (parent?.text ?? null)) return node.code;
  const last = node.code.segments.at(-1);
  if (parent === null || last === undefined) return node.code;
  const moved = join(parent, last);
  if (!taken.has(moved.text) && !named.has(moved.text)) return moved;
  return nextFree(parent, { after: 0, taken, named });
}

function join(parent: Code, last: Code['segments'][number]): Code {
  const joined = codeOf([...parent.segments, last]);
  return parseCode(joined.text) ?? freeCode(joined.text);
}

interface Place extends Naming {
  readonly node: MapNode;
  /** The code of what the entry stood behind as an insertion, if it was one. */
  readonly before: Code | null;
  readonly siblings: readonly Draft[];
  readonly codes: ReadonlyMap<string, Code>;
}

function freeCodeBelow(parent: Code | null, place: Place): Code {
  const { node, before, siblings, codes, taken, named } = place;
  if (parent === null) return freeRoot(node.code, { taken, named });
  const inserted = before === null ? null : insertionBehind(before, { taken, named });
  if (inserted !== null) return inserted;
  const numbers = siblings.map(({ key }) => lastNumber(codes.get(key)));
  return nextFree(parent, { after: Math.max(0, ...numbers), taken, named });
}

function lastNumber(code: Code | undefined): number {
  const last = code?.segments.at(-1);
  if (last?.type === 'number') return last.number;
  return last?.type === 'free' && /^\d+$/.test(last.text) ? Number(last.text) : 0;
}

function nextFree(parent: Code, { after, taken, named }: Naming & { readonly after: number }): Code {
  for (let number = after + 1; ; number++) {
    const code = parseCode(`${parent.text}.${number}`) ?? freeCode(`${parent.text}.${number}`);
    if (!taken.has(code.text) && !named.has(code.text)) return code;
  }
}

const LETTERS = 'bcdefghijklmnopqrstuvwxyz';

/** `A1.1.7b` behind `A1.1.7`; `null` when all letters are taken. */
function insertionBehind(code: Code, { taken, named }: Naming): Code | null {
  const last = code.segments.at(-1);
  if (last?.type !== 'number') return null;
  for (const suffix of LETTERS) {
    const inserted = codeOf([...code.segments.slice(0, -1), { ...last, suffix }]);
    if (!taken.has(inserted.text) && !named.has(inserted.text)) return inserted;
  }
  return null;
}

/** A macro-process of the chamber's own: its letter, and the next number that was never one of that letter's. */
function freeRoot(code: Code, { taken, named }: Naming): Code {
  if (!taken.has(code.text) && !named.has(code.text)) return code;
  const root = code.segments[0];
  const letter = root?.type === 'root' ? root.letter : code.text;
  for (let number = 1; ; number++) {
    const text = `${letter}${number}`;
    if (!taken.has(text) && !named.has(text)) return parseCode(text) ?? freeCode(text);
  }
}

/** The code that what an insertion such as `7b` stood behind has in the new map, if it stands among its new siblings. */
function predecessor(
  node: MapNode,
  {
    input,
    codes,
    family,
  }: {
    readonly input: MergeInput;
    readonly drafts: ReadonlyMap<string, Draft>;
    readonly codes: ReadonlyMap<string, Code>;
    readonly family: readonly Draft[];
  },
): Code | null {
  const last = node.code.segments.at(-1);
  if (last?.type !== 'number' || last.suffix === '') return null;
  const text = codeOf([...node.code.segments.slice(0, -1), { ...last, suffix: '' }]).text;
  const stood = input.local.nodes.find(({ code }) => code.text === text);
  if (stood === undefined) return null;
  const now = family.find((draft) => cameFrom(draft, stood.id, input));
  const code = now && codes.get(now.key);
  const end = code?.segments.at(-1);
  return code !== undefined && end?.type === 'number' && end.suffix === '' ? code : null;
}

function cameFrom(draft: Draft, localId: number, { toLocal, toNational, across }: MergeInput): boolean {
  if (draft.from === 'local') return draft.id === localId;
  const sources = toLocal.sources.get(localId) ?? [];
  return (
    sources.some(({ old }) => (toNational.targets.get(old) ?? []).some((link) => link.new === draft.id)) ||
    (across.targets.get(localId) ?? []).some((link) => sources.length === 0 && link.new === draft.id)
  );
}

function byLocalCode({ local }: MergeInput): (a: Draft, b: Draft) => number {
  const node = (draft: Draft): MapNode => nodeAt(local, draft.placeOf ?? draft.id);
  return (a, b) => compareCodes(node(a).code, node(b).code) || node(a).id - node(b).id;
}

function childrenByKey(drafts: ReadonlyMap<string, Draft>): ReadonlyMap<string | null, readonly Draft[]> {
  const children = new Map<string | null, Draft[]>();
  for (const draft of drafts.values()) {
    const family = children.get(draft.parent);
    if (family) family.push(draft);
    else children.set(draft.parent, [draft]);
  }
  return children;
}
