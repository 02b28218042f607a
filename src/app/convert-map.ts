import type { Catalogue } from '../model/catalogue.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { treeDifference } from '../model/same-tree.ts';
import { parseMap } from '../read/parse-map.ts';
import { type MapFormat, renderMapFile } from '../render/map-file.ts';
import type { WorkbookLayout } from '../render/map-sheets.ts';
import { ProcmapError } from '../words/procmap-error.ts';

export interface ConvertTarget {
  readonly format: MapFormat;
  /** Of workbooks. */
  readonly layout: WorkbookLayout;
  /** Name of the file to write, for messages. */
  readonly output: string;
  /** How the map is published, for Turtle. */
  readonly catalogue?: Catalogue | undefined;
}

/** What a form has no place for; the tree itself is never among it. Counts. */
export interface LeftOut {
  readonly titles: number;
  readonly headings: number;
  readonly types: number;
  readonly localProcesses: number;
}

/**
 * Writes a map in another form, and reads it back to make sure that nothing of the tree is lost.
 *
 * @throws ProcmapError `layout-cannot-hold` when the form cannot hold the map, naming the entry
 */
export async function convertMap(
  map: ProcessMap,
  { format, layout, output, catalogue }: ConvertTarget,
): Promise<{ readonly bytes: Uint8Array; readonly leftOut: LeftOut }> {
  const name = format === 'xlsx' ? `${format} (${layout})` : format;
  const cannotHold = (code: string) =>
    new ProcmapError('layout-cannot-hold', { file: output, format: name, code });
  const foreign = format === 'xlsx' && map.nodes.find(({ code }) => code.segments[0]?.type === 'free');
  if (foreign) throw cannotHold(foreign.code.text);
  const bytes = await renderMapFile(map, format, layout, catalogue);
  const back = await parseMap({ name: `${output}.${format}`, bytes });
  const difference = treeDifference(map, back, format === 'xlsx' && layout === 'national' ? ['type'] : []);
  if (difference) throw cannotHold(difference.node.code.text);
  return { bytes, leftOut: leftOut(count(map), count(back)) };
}

/** What belongs beside a map in Turtle: the flat table for those who do not read Turtle, and what it is. */
export async function besideTurtle(
  map: ProcessMap,
  output: string,
  catalogue: Catalogue | undefined,
): Promise<readonly { readonly output: string; readonly data: string }[]> {
  const { renderCatalogueCsv, renderDataPackage } = await import('../render/map-datapackage.ts');
  const csv = `${output.replace(/\.ttl$/i, '')}.flat.csv`;
  const name = csv.replace(/^.*[/\\]/, '');
  return [
    { output: csv, data: renderCatalogueCsv(map, catalogue) },
    { output: csv.replace(/flat\.csv$/, 'datapackage.json'), data: renderDataPackage(map, catalogue, name) },
  ];
}

function count({ title, macroFunctions, nodes }: ProcessMap): LeftOut {
  return {
    titles: title === null ? 0 : 1,
    headings: macroFunctions.length,
    types: nodes.filter(({ type }) => type !== null).length,
    localProcesses: nodes.reduce((sum, { localProcesses }) => sum + (localProcesses?.length ?? 0), 0),
  };
}

function leftOut(before: LeftOut, after: LeftOut): LeftOut {
  const lost = (key: keyof LeftOut) => Math.max(0, before[key] - after[key]);
  return {
    titles: lost('titles'),
    headings: lost('headings'),
    types: lost('types'),
    localProcesses: lost('localProcesses'),
  };
}

/** A map without types and service entries has the look of the national one. */
export function ownLayout({ source, nodes }: ProcessMap): WorkbookLayout {
  if (source.layout === 'local' || source.layout === 'national') return source.layout;
  return nodes.some(({ type }) => type !== null) ? 'local' : 'national';
}
