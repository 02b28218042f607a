import type { Workbook } from 'exceljs';
import { CHANGE_KINDS } from '../model/change.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import type { Lang } from '../model/lang.ts';
import { kindTexts } from '../words/kinds.ts';
import { fill } from '../words/language.ts';
import { payrollTexts } from '../words/payroll.ts';
import { rowsOf } from './crosswalk-csv.ts';
import { workbookText } from './workbook-text.ts';

const WIDTHS = [14, 52, 14, 52, 10, 24, 44];
/** Of the alarms, which nobody should pass over. */
const ALARM_COLOUR = 'FFF8CBAD';

/**
 * Adds the sheet of the payroll table that people read: codes with their labels, the share as a percentage, what happened,
 * and alarms. Programs read the sheet after it.
 */
export function addPayrollSheet(workbook: Workbook, crosswalk: Crosswalk, lang: Lang): void {
  const texts = payrollTexts[lang];
  const sheet = workbook.addWorksheet(texts.sheet, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.columns = WIDTHS.map((width) => ({ width }));
  sheet.addRow([...texts.columns]).font = { bold: true };
  for (const row of rowsOf('payroll', crosswalk)) {
    const alarms = alarmText(row, lang);
    const cells = sheet.addRow([
      ...[row.oldCode, row.oldLabel, row.newCode, row.newLabel].map((text) => workbookText(text)),
      row.share === null ? null : Number(row.share),
      changeName(row, lang),
      alarms,
    ]);
    cells.eachCell((cell, at) => {
      cell.alignment = { vertical: 'top', wrapText: at === 2 || at === 4 || at === 7 };
      cell.numFmt = at === 5 ? '0.##%' : '@';
    });
    if (alarms !== '')
      cells.getCell(7).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ALARM_COLOUR } };
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: sheet.rowCount, column: WIDTHS.length } };
}

function changeName({ change }: CrosswalkRow, lang: Lang): string {
  const kind = CHANGE_KINDS.find((each) => each === change);
  return kind === undefined ? change : kindTexts[lang].change[kind];
}

function alarmText({ alarms }: CrosswalkRow, lang: Lang): string {
  const texts = payrollTexts[lang];
  return alarms
    .map((alarm) => {
      const [, missing] = /^possibly-lost=(.*)$/.exec(alarm) ?? [];
      if (missing !== undefined) return fill(texts.possiblyLost, { missing });
      if (alarm === 'reused-id') return texts.reusedId;
      return alarm === 'redefined' ? texts.redefined : texts.recycled;
    })
    .join('\n');
}
