import type { Adoption } from '../model/adoption.ts';
import type { Lang } from '../model/lang.ts';
import type { AdoptionFormat } from '../render/adoption/adoption.ts';
import type { MapFormat } from '../render/map-file.ts';
import type { WorkbookLayout } from '../render/map-sheets.ts';
import { plainStyle, type Style } from '../render/style.ts';
import type { AdoptResult } from './adopt.ts';

/** The formats of what an adoption may be written as, by kind. */
interface Formats {
  readonly map: MapFormat;
  readonly report: AdoptionFormat;
  readonly review: 'xlsx' | 'csv';
  readonly crosswalk: 'csv' | 'xlsx' | 'json';
}

export type AdoptionOutput = keyof Formats;

/** The format that the ending of a file names, by kind of output. */
export const ADOPTION_ENDINGS: { readonly [K in AdoptionOutput]: Readonly<Record<string, Formats[K]>> } = {
  map: { xlsx: 'xlsx', csv: 'csv', json: 'json' },
  report: { html: 'html', md: 'markdown', json: 'json', txt: 'text' },
  review: { xlsx: 'xlsx', csv: 'csv' },
  crosswalk: { csv: 'csv', xlsx: 'xlsx', json: 'json' },
};

/** How the outputs of an adoption look. */
export interface AdoptionOrder {
  readonly lang: Lang;
  readonly toolVersion: string;
  /** Of a workbook; that of the local map when left out. */
  readonly layout?: WorkbookLayout | undefined;
  /** Of a report for a terminal, with its width in columns. */
  readonly style?: Style;
  readonly width?: number;
}

/**
 * Makes one output of an adoption, in the format that the ending of its name asks for; a name without one (`-`) gives the
 * first format of its kind, a report as text.
 *
 * @throws ProcmapError `layout-cannot-hold` when the form cannot hold the new map
 */
export function adoptionOutput(
  kind: AdoptionOutput,
  name: string,
  { adoption, comparison }: AdoptResult,
  order: AdoptionOrder,
): Promise<string | Uint8Array> {
  switch (kind) {
    case 'map':
      return mapFile(adoption, { output: name, format: formatOf('map', name) ?? 'xlsx' }, order);
    case 'report':
      return reportFile(adoption, formatOf('report', name) ?? 'text', order);
    case 'review':
      return reviewFile(adoption, formatOf('review', name) ?? 'xlsx', order);
    case 'crosswalk':
      return crosswalkFile(comparison, formatOf('crosswalk', name) ?? 'csv', order);
  }
}

function formatOf<K extends AdoptionOutput>(kind: K, name: string): Formats[K] | undefined {
  const endings = ADOPTION_ENDINGS[kind];
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}

/** The new map, in the layout of the local one unless another is asked for. */
async function mapFile(
  { map }: Adoption,
  { output, format }: { readonly output: string; readonly format: MapFormat },
  { layout }: AdoptionOrder,
): Promise<Uint8Array> {
  const { convertMap } = await import('./convert-map.ts');
  const own = map.source.layout === 'national' ? 'national' : 'local';
  const { bytes } = await convertMap(map, { format, layout: layout ?? own, output });
  return bytes;
}

async function reportFile(
  adoption: Adoption,
  format: Formats['report'],
  { lang, style = plainStyle, width = 100 }: AdoptionOrder,
): Promise<string> {
  const { renderAdoption } = await import('../render/adoption/adoption.ts');
  return renderAdoption(format, adoption, { lang, style, width });
}

async function reviewFile(
  adoption: Adoption,
  format: Formats['review'],
  { lang }: AdoptionOrder,
): Promise<string | Uint8Array> {
  if (format === 'csv') {
    const { renderAdoptionDecisionsCsv } = await import('../render/adoption/adoption-decisions.ts');
    return renderAdoptionDecisionsCsv(adoption);
  }
  const { renderAdoptionWorkbook } = await import('../render/adoption/adoption-workbook.ts');
  return renderAdoptionWorkbook(adoption, { lang });
}

async function crosswalkFile(
  comparison: AdoptResult['comparison'],
  format: Formats['crosswalk'],
  { toolVersion }: AdoptionOrder,
): Promise<string | Uint8Array> {
  const { makeCrosswalk } = await import('./make-crosswalk.ts');
  const { file } = await makeCrosswalk(comparison, { format, profile: 'full', plan: {}, toolVersion });
  // Only the payroll table is ever refused.
  if (file === null) throw new Error('the full crosswalk was refused');
  return file.data;
}
