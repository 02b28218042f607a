import type { Catalogue } from '../model/catalogue.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { renderMapCsv } from './map-csv.ts';
import { renderMapJson } from './map-json.ts';
import type { WorkbookLayout } from './map-sheets.ts';
import { renderMapWorkbook } from './map-workbook.ts';

/** How a map can be written; the keys are the choices of `procmap convert --format`. */
const WRITERS = {
  csv: async (map) => renderMapCsv(map),
  json: async (map) => renderMapJson(map),
  xlsx: renderMapWorkbook,
  ttl: async (map, _layout, catalogue) => (await import('./map-turtle.ts')).renderMapTurtle(map, catalogue),
} satisfies Record<
  string,
  (map: ProcessMap, layout: WorkbookLayout, catalogue?: Catalogue) => Promise<string | Uint8Array>
>;

export type MapFormat = keyof typeof WRITERS;
export const MAP_FORMATS = Object.keys(WRITERS) as readonly MapFormat[];

/** Writes a map in a format; `layout` concerns workbooks only, `catalogue` Turtle. */
export async function renderMapFile(
  map: ProcessMap,
  format: MapFormat,
  layout: WorkbookLayout = 'local',
  catalogue?: Catalogue,
): Promise<Uint8Array> {
  const written = await WRITERS[format](map, layout, catalogue);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}
