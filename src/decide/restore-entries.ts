import {
  type Code,
  codeKind,
  codeLevel,
  compareCodes,
  freeCode,
  parentCode,
  parseCode,
} from '../model/code.ts';
import type { Decision } from '../model/decision.ts';
import type { DecisionProblem } from '../model/decision-problem.ts';
import type { MapNode, NodeKind, ProcessMap } from '../model/process-map.ts';
import { readCode } from '../model/read-code.ts';
import { findEntries, isBookable, keyOf } from '../model/tree.ts';
import { groupBy } from '../values/group-by.ts';

/** A map with the entries that decisions put back, and what is wrong with those decisions. */
export interface RestoredMap {
  readonly map: ProcessMap;
  readonly problems: readonly DecisionProblem[];
}

/**
 * Puts the entries back that the new file lost: each below what its code stands below, under the label that the decision
 * gives, or else the old entry's. They follow the entries of the map, in the order of their codes, so that ids stay.
 *
 * @param map the new map
 * @param oldMap where the label of an old entry is found; `null` where only the new map is at hand
 */
export function restoreEntries(
  map: ProcessMap,
  oldMap: ProcessMap | null,
  decisions: readonly Decision[],
): RestoredMap {
  const wanted = decisions.filter(({ verdict, newCode }) => verdict === 'restore' && newCode !== '');
  if (wanted.length === 0) return { map, problems: [] };
  const restorer = { map, oldMap, isFree: map.nodes.some(({ code }) => code.segments[0]?.type === 'free') };
  const byCode = groupBy(wanted, (decision) => codeOf(decision.newCode, restorer)?.text ?? '');
  const problems: DecisionProblem[] = [];
  const entries = [...byCode.values()].flatMap((group) => {
    const found = problemsOf(group, restorer);
    problems.push(...found);
    const [first] = group;
    const code = first && codeOf(first.newCode, restorer);
    return found.length > 0 || !code || !first ? [] : [{ code, label: labelOf(first, restorer), first }];
  });
  entries.sort((a, b) => compareCodes(a.code, b.code));
  const nodes = [...map.nodes];
  for (const { code, label, first } of entries) nodes.push(restored(code, label, first, nodes));
  return { map: { ...map, nodes }, problems };
}

/**
 * The map as its publisher should have had it: the restored entries stand where their codes belong.
 *
 * @param map a map that `restoreEntries` returned
 */
export function inCodeOrder(map: ProcessMap): ProcessMap {
  const late = map.nodes.filter(({ restored: isRestored }) => isRestored);
  if (late.length === 0) return map;
  const order = map.nodes.filter(({ restored: isRestored }) => !isRestored);
  for (const node of late) order.splice(placeOf(node, order), 0, node);
  const ids = new Map(order.map((node, id) => [node.id, id]));
  const nodes = order.map((node, id) => ({
    ...node,
    id,
    parent: node.parent === null ? null : (ids.get(node.parent) ?? null),
  }));
  return { ...map, nodes };
}

/** Before the first sibling with a greater code; else behind the last entry of its family; else behind its parent. */
function placeOf(node: MapNode, order: readonly MapNode[]): number {
  const siblings = order.filter(({ parent }) => parent === node.parent);
  const next = siblings.find(({ code }) => compareCodes(code, node.code) > 0);
  if (next !== undefined) return order.indexOf(next);
  const family = new Set([node.parent]);
  let last = order.findIndex(({ id }) => id === node.parent);
  order.forEach((each, at) => {
    if (each.parent === null || !family.has(each.parent)) return;
    family.add(each.id);
    last = at;
  });
  return last + 1;
}

interface Restorer {
  readonly map: ProcessMap;
  readonly oldMap: ProcessMap | null;
  /** Whether the new map's codes follow no grammar of ours. */
  readonly isFree: boolean;
}

function codeOf(text: string, { isFree }: Restorer): Code | null {
  return isFree ? freeCode(text) : (parseCode(text) ?? readCode(text).code);
}

function problemsOf(group: readonly Decision[], restorer: Restorer): readonly DecisionProblem[] {
  const [first] = group;
  if (first === undefined) return [];
  const { place, newCode } = first;
  const code = codeOf(newCode, restorer);
  if (code === null || isStructure(code)) return [{ kind: 'restore-code', place, args: { code: newCode } }];
  const [known] = findEntries(restorer.map, code.text).filter((node) => isBookable(node) && !node.implied);
  if (known !== undefined) {
    const args = { code: code.text, file: restorer.map.source.name, label: known.label };
    return [{ kind: 'restore-exists', place, args }];
  }
  if (labelOf(first, restorer) === '') return [{ kind: 'restore-label', place, args: { code: code.text } }];
  return group
    .filter((each) => labelOf(each, restorer) !== labelOf(first, restorer))
    .map((each) => ({ kind: 'restore-labels', place: each.place, args: { code: code.text, other: place } }));
}

function isStructure(code: Code): boolean {
  return ['macro-process', 'process', 'sub-process'].includes(codeKind(code));
}

function labelOf({ newLabel, oldCode }: Decision, { oldMap }: Restorer): string {
  if (newLabel !== '' || oldMap === null) return newLabel;
  return findEntries(oldMap, oldCode).find(isBookable)?.label ?? '';
}

function restored(code: Code, label: string, { place }: Decision, nodes: readonly MapNode[]): MapNode {
  const parent = parentIn(code, nodes);
  const kind = kindOf(code);
  return {
    id: nodes.length,
    kind,
    level: kind === 'entry' ? (parent?.level ?? 0) + 1 : Math.max(codeLevel(code), 1),
    code,
    bookingCode: kind === 'coordination' ? (parentCode(code)?.text ?? code.text) : code.text,
    type: nodes.find((node) => node.kind === kind)?.type ?? null,
    label,
    parent: parent?.id ?? null,
    place,
    restored: true,
  };
}

function kindOf(code: Code): NodeKind {
  const kind = codeKind(code);
  if (kind === 'free') return 'entry';
  return kind === 'local-activity' ? 'activity' : kind;
}

/** The nearest entry above by code that the map has: a lost activity may hang on a process whose sub-process is lost too. */
function parentIn(code: Code, nodes: readonly MapNode[]): MapNode | undefined {
  const byCode = new Map([...nodes].reverse().map((node) => [node.code.text, node]));
  for (let above = parentCode(code); above !== null; above = parentCode(above)) {
    const node = byCode.get(above.text);
    if (node !== undefined && keyOf(node) !== code.text) return node;
  }
  return undefined;
}
