import { type Code, codeKind, codeLevel, freeCode, parentCode, parseCode } from '../../src/model/code.ts';
import type { LayoutName, MapNode, NodeKind, ProcessMap } from '../../src/model/process-map.ts';
import { readRows } from './csv.ts';

/** Builds a map from rows of `code,label` with `kind`/`level` (a process map) or `parent` (another classification). */
export function flatMap(name: string, rows: readonly Record<string, string>[]): ProcessMap {
  const isFlat = rows.length > 0 && !('kind' in (rows[0] as object)) && !('level' in (rows[0] as object));
  const byCode = new Map<string, number>();
  const nodes: MapNode[] = [];
  const levels: number[] = [];
  for (const row of rows) {
    const text = row.code as string;
    const code: Code = (isFlat ? null : parseCode(text)) ?? freeCode(text);
    const kind = (isFlat ? 'entry' : (row.kind ?? row.level ?? codeKind(code))) as NodeKind;
    const parent = isFlat ? (byCode.get(row.parent ?? '') ?? null) : nearestAbove(code, byCode);
    const level = isFlat ? (parent === null ? 1 : (levels[parent] as number) + 1) : codeLevel(code);
    const id = nodes.length;
    levels.push(level);
    nodes.push({
      id,
      kind,
      level,
      code,
      bookingCode: bookingCode(kind, code),
      type: (row.type || null) as MapNode['type'],
      label: row.label ?? '',
      parent,
      place: { file: name, line: id + 2 },
    });
    if (!byCode.has(code.text)) byCode.set(code.text, id);
  }
  const layout: LayoutName = isFlat ? 'flat' : 'local';
  return {
    version: 1,
    source: { name, container: 'text', layout },
    title: null,
    macroFunctions: [],
    nodes,
    notes: [],
  };
}

/** Reads such a table from a file. */
export function readFlatMap(path: string): ProcessMap {
  return flatMap(path, readRows(path));
}

function nearestAbove(code: Code, byCode: ReadonlyMap<string, number>): number | null {
  for (let above = parentCode(code); above; above = parentCode(above)) {
    const id = byCode.get(above.text);
    if (id !== undefined) return id;
  }
  return null;
}

function bookingCode(kind: NodeKind, code: Code): string | null {
  if (kind === 'macro-process' || kind === 'process' || kind === 'sub-process') return null;
  return kind === 'coordination' ? (parentCode(code)?.text ?? code.text) : code.text;
}
