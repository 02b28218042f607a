import type { GroupReport } from '../../model/code-groups.ts';
import type { GroupsTextOptions } from './groups-text.ts';

/** How groups of codes can be written; the keys are the choices of `--format`. */
const RENDERERS = {
  text: async (report, options) => (await import('./groups-text.ts')).renderGroupsText(report, options),
  csv: async (report) => (await import('./groups-csv.ts')).renderGroupsCsv(report),
  xlsx: async (report, { lang }) => (await import('./groups-sheet.ts')).renderGroupsWorkbook(report, lang),
  json: async (report) => `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`,
} satisfies Record<string, (report: GroupReport, options: GroupsTextOptions) => Promise<string | Uint8Array>>;

export type GroupsFormat = keyof typeof RENDERERS;
export const GROUPS_FORMATS = Object.keys(RENDERERS) as readonly GroupsFormat[];

/** Draws groups of codes in a format. */
export function renderGroups(
  format: GroupsFormat,
  report: GroupReport,
  options: GroupsTextOptions,
): Promise<string | Uint8Array> {
  return RENDERERS[format](report, options);
}
