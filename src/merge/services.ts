import { type Code, codeOf } from '../model/code.ts';
import type { BookingType, MapNode, NodeKind, ProcessMap } from '../model/process-map.ts';
import { isServiceEntry } from '../model/tree.ts';
import { groupBy } from '../values/group-by.ts';

type ServiceKind = 'coordination' | 'training';

/** How a chamber keeps service entries and booking types. */
export interface Practice {
  /** Whether macro-processes have a coordination entry, and processes a training entry, unless it is known of them. */
  readonly has: Readonly<Record<ServiceKind, boolean>>;
  /** What stands before the label of what is served: `Coordinamento `. */
  readonly prefix: Readonly<Record<ServiceKind, string>>;
  /** The service entry of a local macro-process or process. */
  readonly of: (servedId: number) => MapNode | undefined;
  /** The booking type that entries of a kind have; `null` where the map has none. */
  readonly typeOf: (kind: NodeKind) => BookingType | null;
}

const SERVED = { coordination: 'macro-process', training: 'process' } as const;

/** Reads a chamber's practice off its map: what most of its entries of a kind have. */
export function practiceOf(map: ProcessMap): Practice {
  const services = map.nodes.filter(isServiceEntry);
  const byServed = new Map(services.map((node) => [node.parent, node]));
  const has = (kind: ServiceKind): boolean => {
    const served = map.nodes.filter((node) => node.kind === SERVED[kind]);
    return served.filter((node) => byServed.has(node.id)).length * 2 > served.length;
  };
  const prefix = (kind: ServiceKind): string => {
    const prefixes = services
      .filter((node) => node.kind === kind)
      .flatMap((node) => prefixOf(node, map) ?? []);
    return mostFrequent(prefixes) ?? (kind === 'coordination' ? 'Coordinamento ' : 'Formazione ');
  };
  const byKind = groupBy(map.nodes, (node) => node.kind);
  return {
    has: { coordination: has('coordination'), training: has('training') },
    prefix: { coordination: prefix('coordination'), training: prefix('training') },
    of: (servedId) => byServed.get(servedId),
    typeOf: (kind) => {
      const types = (byKind.get(kind) ?? []).map(({ type }) => type ?? '');
      const usual = mostFrequent(types) as BookingType | '' | undefined;
      if (usual !== undefined) return usual === '' ? null : usual;
      return map.nodes.some(({ type }) => type !== null) ? defaultType(kind) : null;
    },
  };
}

function defaultType(kind: NodeKind): BookingType | null {
  if (kind === 'coordination') return 'M';
  if (kind === 'general') return 'G';
  return kind === 'activity' || kind === 'training' ? 'A' : null;
}

function prefixOf(service: MapNode, map: ProcessMap): string | undefined {
  const served = service.parent === null ? undefined : map.nodes[service.parent];
  if (served === undefined || served.label === '' || !service.label.endsWith(served.label)) return undefined;
  return service.label.slice(0, service.label.length - served.label.length);
}

/** The text that occurs most often; of several the first in alphabetical order. */
function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = [...groupBy(texts, (text) => text)].map(([text, same]) => ({ text, count: same.length }));
  return counts.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))[0]?.text;
}

/** A service entry to be made: what it serves, and the local entry that it carries on. */
export interface ServiceDraft {
  readonly kind: ServiceKind;
  readonly code: Code;
  readonly bookingCode: string;
  readonly label: string;
  readonly from: MapNode | null;
}

/** What is served in the new map, and the local entries that it was. */
export interface Served {
  readonly kind: NodeKind;
  readonly code: Code;
  readonly label: string;
  readonly locals: readonly MapNode[];
}

/**
 * The service entry of a macro-process or process, by the chamber's own practice: as its own local entries have it, or,
 * where it is new, as most of the chamber's do. The label follows what is served; one that the chamber worded by no
 * pattern stays as long as the label of what is served does.
 */
export function serviceFor(served: Served, practice: Practice): ServiceDraft | null {
  const kind =
    served.kind === 'macro-process' ? 'coordination' : served.kind === 'process' ? 'training' : null;
  if (kind === null) return null;
  const own = served.locals.flatMap((node) => practice.of(node.id) ?? []);
  const [from = null] = own;
  if (served.locals.length > 0 ? from === null : !practice.has[kind]) return null;
  const segments = kind === 'coordination' ? [{ type: kind }] : [{ type: kind }, { type: kind }];
  const code = codeOf([...served.code.segments, ...(segments as Code['segments'])]);
  return {
    kind,
    code,
    bookingCode: kind === 'coordination' ? served.code.text : code.text,
    label: labelFor(served, from, practice.prefix[kind]),
    from,
  };
}

function labelFor({ label, locals }: Served, from: MapNode | null, usual: string): string {
  if (from === null) return label === '' ? '' : `${usual}${label}`;
  const local = locals.find((node) => node.id === from.parent);
  if (local === undefined || local.label === label) return from.label;
  const prefix = from.label.endsWith(local.label)
    ? from.label.slice(0, from.label.length - local.label.length)
    : usual;
  return `${prefix}${label}`;
}
