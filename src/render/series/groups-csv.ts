import { GROUP_COLUMNS, type GroupReport } from '../../model/code-groups.ts';
import { asText, renderCsv } from '../csv.ts';

/** One row per entry, for spreadsheets and programs; the same in every language. */
export function renderGroupsCsv({ groups, revisions }: GroupReport): string {
  const rows = groups.flatMap(({ id, label, entries }) =>
    entries.map(({ revision, code, label: entryLabel, whole }) =>
      [id, label, revisions[revision] ?? '', code, entryLabel, whole].map(asText),
    ),
  );
  return renderCsv([GROUP_COLUMNS, ...rows]);
}
