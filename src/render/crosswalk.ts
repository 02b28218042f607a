import type { Catalogue } from '../model/catalogue.ts';
import type { Lang } from '../model/lang.ts';
import { type CrosswalkProfile, renderCrosswalkCsv } from './crosswalk-csv.ts';
import type { CrosswalkDocument, CrosswalkFile } from './crosswalk-document.ts';
import { renderCrosswalkJson } from './crosswalk-json.ts';
import { renderCrosswalkSchema } from './crosswalk-schema.ts';
import { renderCrosswalkSql } from './crosswalk-sql.ts';
import { renderCrosswalkSssom } from './crosswalk-sssom.ts';
import { renderCrosswalkWorkbook } from './crosswalk-workbook.ts';
import type { CsvDialect } from './csv.ts';
import { renderDecisionsCsv } from './decisions-csv.ts';
import type { SqlDialectName } from './sql-dialects.ts';

/** What is written for people, or for one program. */
export interface CrosswalkStyle {
  readonly csv?: CsvDialect;
  /** The engine that SQL is written for. */
  readonly sql?: SqlDialectName;
  /** Language of the payroll workbook. */
  readonly lang?: Lang;
  /** How the maps are published, for Turtle. */
  readonly catalogue?: Catalogue | undefined;
}

interface Renderer {
  /** File name endings that pick the format, the longest first. */
  readonly endings: readonly string[];
  readonly profiles: readonly CrosswalkProfile[];
  readonly render: (
    document: CrosswalkDocument,
    profile: CrosswalkProfile,
    style: CrosswalkStyle,
  ) => CrosswalkFile | Promise<CrosswalkFile>;
}

const RENDERERS = {
  csv: {
    endings: ['.csv'],
    profiles: ['full', 'payroll'],
    render: ({ crosswalk }, profile, { csv }) => ({
      data: renderCrosswalkCsv(crosswalk, profile, csv),
      beside: { ending: '.schema.json', data: renderCrosswalkSchema(crosswalk, profile, csv) },
    }),
  },
  xlsx: {
    endings: ['.xlsx'],
    profiles: ['full', 'payroll'],
    render: async ({ crosswalk }, profile, { lang }) => ({
      data: await renderCrosswalkWorkbook(crosswalk, profile, lang),
    }),
  },
  json: {
    endings: ['.json'],
    profiles: ['full'],
    render: (document) => ({ data: renderCrosswalkJson(document) }),
  },
  sssom: {
    endings: ['.sssom.tsv', '.tsv'],
    profiles: ['full'],
    render: (document) => ({ data: renderCrosswalkSssom(document) }),
  },
  sql: {
    endings: ['.sql'],
    profiles: ['full'],
    render: (document, _profile, { sql }) => ({ data: renderCrosswalkSql(document, sql) }),
  },
  ttl: {
    endings: ['.ttl'],
    profiles: ['full'],
    render: async (document, _profile, { catalogue }) => {
      const { renderCrosswalkTurtle } = await import('./crosswalk-turtle.ts');
      return { data: await renderCrosswalkTurtle(document, catalogue) };
    },
  },
  decisions: {
    endings: [],
    profiles: ['full'],
    render: ({ decisions }) => ({ data: renderDecisionsCsv(decisions) }),
  },
} satisfies Record<string, Renderer>;

export type CrosswalkFormat = keyof typeof RENDERERS;
export const CROSSWALK_FORMATS = Object.keys(RENDERERS) as readonly CrosswalkFormat[];

/** The format a file name asks for by its ending; CSV where it asks for none. */
export function crosswalkFormatOf(file: string | undefined): CrosswalkFormat {
  const name = file?.toLowerCase() ?? '';
  const found = CROSSWALK_FORMATS.find((format) =>
    rendererOf(format).endings.some((ending) => name.endsWith(ending)),
  );
  return found ?? 'csv';
}

/** The endings of file names that pick a format. */
export const CROSSWALK_ENDINGS: readonly string[] = CROSSWALK_FORMATS.flatMap(
  (format) => rendererOf(format).endings,
);

/** The profiles a format can be written in. */
export function profilesOf(format: CrosswalkFormat): readonly CrosswalkProfile[] {
  return rendererOf(format).profiles;
}

/** Writes a crosswalk in a format. */
export async function renderCrosswalk(
  format: CrosswalkFormat,
  document: CrosswalkDocument,
  profile: CrosswalkProfile = 'full',
  style: CrosswalkStyle = {},
): Promise<CrosswalkFile> {
  return rendererOf(format).render(document, profile, style);
}

function rendererOf(format: CrosswalkFormat): Renderer {
  return RENDERERS[format];
}
