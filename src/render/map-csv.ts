import { ABOUT_COLUMNS, aboutFieldsIn } from '../model/entry-about.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { toPlainText } from '../values/plain-text.ts';
import { renderCsv } from './csv.ts';
import { writtenCodes } from './written-code.ts';

/** Columns of the flat table. Names are public API and never change with the language. */
export const MAP_COLUMNS = ['code', 'booking_code', 'kind', 'type', 'level', 'label', 'parent'] as const;

/**
 * The tree as a flat CSV table: a row per entry, in the order of the file. What some entry has of
 * identifier, definition and validity stands in columns after these. An adopted map with open conflicts has one more
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
  const fields = aboutFieldsIn(map);
  const about = (node: MapNode) => fields.map((field) => toPlainText(node.about?.[field] ?? ''));
  const columns = [...MAP_COLUMNS, ...fields.map((field) => ABOUT_COLUMNS[field])];
  const whole = (node: MapNode) => [...row(node), ...about(node)];
  if (!map.nodes.some(({ mark }) => mark !== undefined)) return renderCsv([columns, ...map.nodes.map(whole)]);
  const marked = map.nodes.map((node) => [...whole(node), node.mark ?? '']);
  return renderCsv([[...columns, 'mark'], ...marked]);
}
