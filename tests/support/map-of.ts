import { type Code, codeKind, codeLevel, freeCode, parentCode, parseCode } from '../../src/model/code.ts';
import type {
  BookingType,
  LayoutName,
  MapNode,
  NodeKind,
  ProcessMap,
  ReadNote,
} from '../../src/model/process-map.ts';

export interface MapOfOptions {
  readonly layout?: LayoutName;
  readonly notes?: readonly ReadNote[];
}

/**
 * A small map from one line per entry: `CODE label`, with `CODE:kind label` where the code does not tell the kind and
 * `CODE/T label` for a booking type. Entries stand on the line they have in `text`, from 1.
 */
export function mapOf(text: string, { layout = 'national', notes = [] }: MapOfOptions = {}): ProcessMap {
  const nodes: MapNode[] = [];
  const byCode = new Map<string, number>();
  text.split('\n').forEach((line, i) => {
    const match = /^\s*([^\s:/]+)(?::([a-z-]+))?(?:\/(\w))?(?: (.*))?$/.exec(line);
    if (!match) return;
    const code = parseCode(match[1] as string) ?? freeCode(match[1] as string);
    const kind = (match[2] as NodeKind | undefined) ?? kindOf(code);
    const above = kind === kindOf(code) ? parentCode(code) : code;
    const node: MapNode = {
      id: nodes.length,
      kind,
      level: kind === 'activity' && codeLevel(code) < 4 ? 4 : codeLevel(code),
      code,
      bookingCode: isStructure(kind) ? null : kind === 'coordination' ? (above?.text ?? null) : code.text,
      type: (match[3] as BookingType | undefined) ?? null,
      label: match[4] ?? '',
      parent: nearest(above, byCode),
      place: { file: 'map.csv', line: i + 1 },
    };
    nodes.push(node);
    if (kind === kindOf(code)) byCode.set(code.text, node.id);
  });
  const source = { name: 'map.csv', container: 'text', layout } as const;
  return { version: 1, source, title: null, macroFunctions: [], nodes, notes };
}

/** A note at a line of `map.csv`. */
export function noteAt<K extends ReadNote['kind']>(
  line: number,
  kind: K,
  facts: Omit<Extract<ReadNote, { readonly kind: K }>, 'kind' | 'place'>,
): ReadNote {
  return { kind, place: { file: 'map.csv', line }, ...facts } as unknown as ReadNote;
}

function kindOf(code: Code): NodeKind {
  const kind = codeKind(code);
  if (kind === 'free') return 'entry';
  if (code.segments.at(-1)?.type === 'position' || kind === 'local-activity') return 'activity';
  return kind;
}

function isStructure(kind: NodeKind): boolean {
  return kind === 'macro-process' || kind === 'process' || kind === 'sub-process' || kind === 'group';
}

function nearest(code: Code | null, byCode: ReadonlyMap<string, number>): number | null {
  for (let above = code; above; above = parentCode(above)) {
    const id = byCode.get(above.text);
    if (id !== undefined) return id;
  }
  return null;
}
