import type { Workbook } from 'exceljs';
import { CHANGE_KINDS, type ChangeKind } from '../model/change.ts';
import { CROSSWALK_COLUMNS, type Crosswalk, type CrosswalkRow } from '../model/crosswalk.ts';
import type { MigrationReport } from '../model/report.ts';
import { kindTexts } from '../words/kinds.ts';
import { fill } from '../words/language.ts';
import { reportWorkbookTexts } from '../words/report-workbook.ts';
import { crosswalkField } from './crosswalk-csv.ts';
import type { ReportOptions } from './report-options.ts';
import { kindColour, linkCell, rowAddress, textCell } from './report-workbook/cells.ts';
import {
  byNewColumns,
  type ColumnContext,
  changeColumns,
  structureColumns,
} from './report-workbook/change-columns.ts';
import { byNewRows, linkRows, rowIndex } from './report-workbook/link-rows.ts';
import { fillSummarySheet, sheetNameOf } from './report-workbook/summary-sheet.ts';
import { addTableSheet, type Column } from './report-workbook/table-sheet.ts';
import { addGroupsSheet } from './series/groups-sheet.ts';
import { saveWorkbook } from './workbook/save-workbook.ts';

/**
 * Draws the migration report as a workbook: a summary with bars, all changes, the same by new code, one sheet for each
 * kind (that is asked for), the recycled codes, the structure, and the crosswalk and its groups where they are given. The same report gives the same bytes.
 */
export async function renderReportWorkbook(
  report: MigrationReport,
  options: ReportOptions,
): Promise<Uint8Array> {
  const library = await import('./workbook/workbook-library.ts');
  const { lang } = options;
  const texts = reportWorkbookTexts[lang];
  const workbook: Workbook = new library.Workbook();
  workbook.title = texts.title;
  workbook.subject = fill(texts.subject, { old: report.old.name, new: report.new.name });
  workbook.keywords = 'procmap';
  workbook.addWorksheet(texts.sheets.summary);
  addChangeSheets(workbook, report, options);
  addRecycledSheet(workbook, report, options);
  addStructureSheet(workbook, report, options);
  if (options.crosswalk !== undefined) addCrosswalkSheet(workbook, options.crosswalk, options);
  if (options.groups !== undefined) addGroupsSheet(workbook, options.groups, lang);
  fillSummarySheet(workbook, report, options);
  return saveWorkbook(workbook, [{ part: 'xl/worksheets/sheet1.xml', change: stableIds }]);
}

/** The library gives the bars of the summary random ids; any will do, as long as they are the same every time. */
function stableIds(xml: string): string {
  const ids = new Map<string, string>();
  return xml.replace(/\{[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\}/gi, (id) => {
    const known = ids.get(id) ?? `{00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}}`;
    ids.set(id, known);
    return known;
  });
}

function addChangeSheets(workbook: Workbook, report: MigrationReport, { lang, only }: ReportOptions): void {
  const { sheets } = reportWorkbookTexts[lang];
  const kinds: readonly ChangeKind[] = only.length === 0 ? CHANGE_KINDS : only;
  const [all, byNew] = [linkRows(report.changes), byNewRows(report)];
  const context: ColumnContext = { report, lang, index: rowIndex(all, byNew) };
  const columns = changeColumns(context);
  addTableSheet(workbook, sheets.all, { columns, rows: all, lang });
  addTableSheet(workbook, sheets.byNew, { columns: byNewColumns(context), rows: byNew, lang });
  for (const kind of kinds) {
    const rows = all.filter(({ change }) => change.kind === kind);
    if (rows.length === 0) continue;
    const name = sheetNameOf(kindTexts[lang].changes[kind]);
    const sheet = addTableSheet(workbook, name, { columns, rows, lang });
    sheet.properties.tabColor = { argb: kindColour(kind) };
  }
}

function addRecycledSheet(workbook: Workbook, report: MigrationReport, { lang }: ReportOptions): void {
  const { sheets, columns } = reportWorkbookTexts[lang];
  const index = rowIndex(linkRows(report.changes), byNewRows(report));
  const rows = report.changes.flatMap((change) =>
    change.alarms.flatMap((alarm) => (alarm.kind === 'recycled' ? [{ change, alarm }] : [])),
  );
  if (rows.length === 0) return;
  type Row = (typeof rows)[number];
  const row = ({ change }: Row) => index.ofOld.get(change.old?.id ?? -1);
  const target = (each: Row) => {
    const at = row(each);
    return at === undefined ? undefined : rowAddress(sheets.all, at);
  };
  const goesTo = ({ change }: Row) =>
    change.new.length === 0
      ? kindTexts[lang].change[change.kind]
      : change.new.map(({ code, label }) => `${code} ${label}`).join('\n');
  const sheet = addTableSheet<Row>(workbook, sheets.recycled, {
    columns: [
      { head: columns.code, width: 14, value: (each) => linkCell(each.alarm.code, target(each)) },
      { head: columns.was, width: 52, value: ({ alarm }) => textCell(alarm.oldLabel) },
      { head: columns.is, width: 52, value: ({ alarm }) => textCell(alarm.newLabel) },
      { head: columns.goesTo, width: 52, value: (each) => textCell(goesTo(each)) },
    ],
    rows,
    lang,
  });
  sheet.properties.tabColor = { argb: 'FFA1230F' };
}

function addStructureSheet(workbook: Workbook, report: MigrationReport, { lang }: ReportOptions): void {
  if (report.structure.length === 0) return;
  const index = rowIndex([], []);
  addTableSheet(workbook, reportWorkbookTexts[lang].sheets.structure, {
    columns: structureColumns({ report, lang, index }),
    rows: linkRows(report.structure),
    lang,
  });
}

const SHORT_FIRST = CROSSWALK_COLUMNS.indexOf('tier');
const WIDE = new Set([
  'old_label',
  'new_label',
  'old_path',
  'new_path',
  'evidence',
  'alternatives',
  'reason',
]);

/** Columns and values as in the CSV, whatever the language: this is the table that programs read. */
function addCrosswalkSheet(workbook: Workbook, crosswalk: Crosswalk, { lang }: ReportOptions): void {
  const columns = CROSSWALK_COLUMNS.map(
    (column, i): Column<CrosswalkRow> => ({
      ...(i > SHORT_FIRST ? { offPage: true } : {}),
      head: column,
      width: WIDE.has(column) ? 40 : 13,
      value: (row) => textCell(crosswalkField(row, column)),
    }),
  );
  addTableSheet(workbook, reportWorkbookTexts[lang].sheets.crosswalk, {
    columns,
    rows: crosswalk.rows,
    lang,
  });
}
