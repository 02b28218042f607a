import type { Workbook } from 'exceljs';
import type { CodeGroup, GroupedEntry, GroupReport } from '../../model/code-groups.ts';
import type { Lang } from '../../model/lang.ts';
import { groupTexts } from '../../words/groups.ts';
import { reportWorkbookTexts } from '../../words/report-workbook.ts';
import { textCell } from '../report-workbook/cells.ts';
import { addTableSheet, type Column } from '../report-workbook/table-sheet.ts';
import { saveWorkbook } from '../workbook/save-workbook.ts';

interface Row {
  readonly group: CodeGroup;
  readonly entry: GroupedEntry;
}

/** The groups as a sheet of a workbook: a row for each entry, filters on every column. */
export function addGroupsSheet(workbook: Workbook, { groups, revisions }: GroupReport, lang: Lang): void {
  const { columns: heads, whole, kindName } = groupTexts[lang];
  const { sheets } = reportWorkbookTexts[lang];
  const columns: readonly Column<Row>[] = [
    { head: heads.group, width: 18, value: ({ group }) => textCell(group.id) },
    { head: heads.label, width: 54, value: ({ group }) => textCell(group.label) },
    { head: heads.kind, width: 18, value: ({ group }) => textCell(kindName[group.kind]) },
    { head: heads.revision, width: 11, value: ({ entry }) => textCell(revisions[entry.revision] ?? '') },
    { head: heads.code, width: 14, value: ({ entry }) => textCell(entry.code) },
    { head: heads.entryLabel, width: 54, value: ({ entry }) => textCell(entry.label) },
    { head: heads.whole, width: 18, value: ({ entry }) => textCell(whole[entry.whole]) },
  ];
  const rows = groups.flatMap((group) => group.entries.map((entry): Row => ({ group, entry })));
  addTableSheet(workbook, sheets.groups, { columns, rows, lang });
}

/** The groups as a workbook of their own. */
export async function renderGroupsWorkbook(report: GroupReport, lang: Lang): Promise<Uint8Array> {
  const library = await import('../workbook/workbook-library.ts');
  const workbook: Workbook = new library.Workbook();
  addGroupsSheet(workbook, report, lang);
  return saveWorkbook(workbook);
}
