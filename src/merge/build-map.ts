import { type Code, codeLevel, compareCodes } from '../model/code.ts';
import type { MacroFunction, MapNode, ProcessMap } from '../model/process-map.ts';
import { isBookable, isServiceEntry, nodeAt } from '../model/tree.ts';
import type { MergeInput } from './families.ts';
import type { Draft, DraftPlan } from './plan.ts';
import { type Practice, practiceOf, type ServiceDraft, serviceFor } from './services.ts';

/** The new local map, and where drafts and local service entries stand in it. */
export interface BuiltMap {
  readonly map: ProcessMap;
  /** Id in the new map by key of the draft. */
  readonly ids: ReadonlyMap<string, number>;
  /** Id of the new service entry by id of the local one that it carries on. */
  readonly services: ReadonlyMap<number, number>;
}

/** An entry on its way into the map. */
interface Row {
  readonly code: Code;
  readonly source: MapNode;
  readonly label: string;
  readonly key: string | null;
  readonly service: ServiceDraft | null;
}

/** Puts the entries in the order of their codes, with the service entries and booking types of the chamber's practice. */
export function buildMap(
  { drafts, becomes }: DraftPlan,
  codes: ReadonlyMap<string, Code>,
  input: MergeInput,
): BuiltMap {
  const practice = practiceOf(input.local);
  const locals = localsByDraft(input, becomes);
  const children = new Map<string | null, Draft[]>();
  for (const draft of drafts.values())
    children.set(draft.parent, [...(children.get(draft.parent) ?? []), draft]);
  const nodes: MapNode[] = [];
  const ids = new Map<string, number>();
  const services = new Map<number, number>();

  const rowsBelow = (parentKey: string | null): readonly Row[] => {
    const rows = (children.get(parentKey) ?? []).map(
      (draft): Row => ({
        code: codes.get(draft.key) as Code,
        source: draft.node,
        label: draft.label,
        key: draft.key,
        service: null,
      }),
    );
    const parent = parentKey === null ? undefined : drafts.get(parentKey);
    const service = parent && !input.servicesAreEntries ? serviceOf(parent) : null;
    const own: readonly Row[] =
      parent && service
        ? [
            {
              code: service.code,
              source: service.from ?? parent.node,
              label: service.label,
              key: null,
              service,
            },
          ]
        : [];
    return [...own, ...rows].sort(
      (a, b) =>
        Number(isGeneral(a)) - Number(isGeneral(b)) ||
        compareCodes(a.code, b.code) ||
        a.source.id - b.source.id,
    );
  };

  const serviceOf = (parent: Draft): ServiceDraft | null =>
    serviceFor(
      {
        kind: parent.node.kind,
        code: codes.get(parent.key) as Code,
        label: parent.label,
        locals: (locals.get(parent.key) ?? []).map((id) => nodeAt(input.local, id)),
      },
      practice,
    );

  const add = (row: Row, parent: number | null): void => {
    const id = nodes.length;
    nodes.push(nodeOf(row, { id, parent }, practice, locals, input));
    if (row.key !== null) ids.set(row.key, id);
    if (row.service?.from) services.set(row.service.from.id, id);
    if (row.key !== null) for (const below of rowsBelow(row.key)) add(below, id);
  };
  for (const row of rowsBelow(null)) add(row, null);
  return { map: { ...frameOf(input), nodes }, ids, services };
}

/** The general entry closes a map, as in the files. */
function isGeneral({ source, service }: Row): boolean {
  return service === null && source.kind === 'general';
}

function nodeOf(
  row: Row,
  { id, parent }: { readonly id: number; readonly parent: number | null },
  practice: Practice,
  locals: ReadonlyMap<string, readonly number[]>,
  input: MergeInput,
): MapNode {
  const { source, code, label, service } = row;
  const kind = service?.kind ?? source.kind;
  const local = row.key === null ? undefined : (locals.get(row.key) ?? [])[0];
  const type =
    local === undefined ? (service?.from?.type ?? practice.typeOf(kind)) : nodeAt(input.local, local).type;
  return {
    id,
    kind,
    level: service === null ? levelOf(source, code) : codeLevel(code),
    code,
    bookingCode: service?.bookingCode ?? bookingCodeOf(source, code),
    type,
    label,
    parent,
    place: source.place,
    ...(source.localProcesses ? { localProcesses: source.localProcesses } : {}),
  };
}

function levelOf(source: MapNode, code: Code): number {
  return code.text === source.code.text || code.segments[0]?.type === 'free' ? source.level : codeLevel(code);
}

function bookingCodeOf(source: MapNode, code: Code): string | null {
  if (!isBookable(source)) return null;
  if (source.kind !== 'coordination') return code.text;
  return code.text.replace(/\.C$/, '');
}

/** The local entries that each draft carries on, in the order of the local map. */
function localsByDraft(
  { local, servicesAreEntries }: MergeInput,
  becomes: DraftPlan['becomes'],
): ReadonlyMap<string, readonly number[]> {
  const locals = new Map<string, number[]>();
  for (const node of local.nodes) {
    if (isServiceEntry(node) && !servicesAreEntries) continue;
    for (const key of becomes(node.id)) locals.set(key, [...(locals.get(key) ?? []), node.id]);
  }
  return locals;
}

/** Source, title and macro-functions: the chamber's layout, and of the names those that one of the two changed. */
function frameOf({ base, local, national, hasBase, nationUnchanged }: MergeInput): ProcessMap {
  const before = functionNames(base);
  const after = functionNames(national);
  const own = functionNames(local);
  const letters = [...new Set([...own.keys(), ...after.keys()])].sort();
  const names = letters.map((letter): [string, string] => {
    const [mine, theirs] = [own.get(letter), after.get(letter)];
    const touched = hasBase && before.get(letter) !== mine;
    return [letter, (touched || theirs === undefined ? mine : theirs) ?? theirs ?? ''];
  });
  return {
    version: 1,
    source: { name: local.source.name, container: local.source.container, layout: local.source.layout },
    title: nationUnchanged ? local.title : national.title,
    macroFunctions: functionsOf(names, [local, national]),
    nodes: [],
    notes: [],
  };
}

function functionNames({ macroFunctions }: ProcessMap): ReadonlyMap<string, string> {
  return new Map(macroFunctions.flatMap(({ name, letters }) => letters.map((letter) => [letter, name])));
}

function functionsOf(
  names: readonly (readonly [string, string])[],
  maps: readonly ProcessMap[],
): readonly MacroFunction[] {
  const places = maps.flatMap(({ macroFunctions }) => macroFunctions);
  const functions = new Map<string, { name: string; letters: string[]; place: MacroFunction['place'] }>();
  for (const [letter, name] of names) {
    const place = places.find((each) => each.letters.includes(letter))?.place ?? { file: '' };
    const known = functions.get(name);
    if (known) known.letters.push(letter);
    else functions.set(name, { name, letters: [letter], place });
  }
  return [...functions.values()];
}
