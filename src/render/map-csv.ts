import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { toPlainText } from '../values/plain-text.ts';
import { renderCsv } from './csv.ts';
import { writtenCodes } from './written-code.ts';

/** Columns of the flat table. Names are public API and never change with the language. */
export const MAP_COLUMNS = ['code', 'booking_code', 'kind', 'type', 'level', 'label', 'parent'] as const;

/**
 * The tree as a flat CSV table: a row per entry, in the order of the file. An adopted map with open conflicts has one more
 * column, `mark`, which says of what.
 */
export function renderMapCsv(map: ProcessMap): string {
  const codes = writtenCodes(map);
  const row = (node: MapNode): readonly string[] => [
    codes.code(node),
    node.bookingCode ?? '',
    node.kind,
    node.type ?? '',
    String(node.level),
    toPlainText(node.label),
    node.parent === null ? '' : (map.nodes[node.parent]?.code.text ?? ''),
  ];
  if (!map.nodes.some(({ mark }) => mark !== undefined))
    return renderCsv([MAP_COLUMNS, ...map.nodes.map(row)]);
  const marked = map.nodes.map((node) => [...row(node), node.mark ?? '']);
  return renderCsv([[...MAP_COLUMNS, 'mark'], ...marked]);
}
