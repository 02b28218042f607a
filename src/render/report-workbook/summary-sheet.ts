import type { Cell, Workbook, Worksheet } from 'exceljs';
import { CHANGE_KINDS } from '../../model/change.ts';
import type { Lang } from '../../model/lang.ts';
import type { MapSummary, MigrationReport } from '../../model/report.ts';
import { completenessSentences } from '../../words/completeness.ts';
import { identityTexts } from '../../words/identity.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, formatDate } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import { reportWorkbookTexts } from '../../words/report-workbook.ts';
import type { Provenance, ReportOptions } from '../report-options.ts';
import { kindColour, linkCell, rowAddress, textCell } from './cells.ts';
import { rowHeight } from './row-height.ts';
import { FONT, HEAD_FILL, HEAD_FONT } from './table-sheet.ts';

const WIDTHS = [46, 36, 36, 62] as const;

/** Fills the first sheet: what is compared, what becomes of it in numbers with bars, the alarms, and the way about. */
export function fillSummarySheet(
  workbook: Workbook,
  report: MigrationReport,
  { lang, provenance }: Pick<ReportOptions, 'lang' | 'provenance'>,
): void {
  const texts = reportWorkbookTexts[lang];
  const sheet = workbook.getWorksheet(texts.sheets.summary) as Worksheet;
  sheet.columns = WIDTHS.map((width) => ({ width }));
  sheet.views = [{ showGridLines: false }];
  Object.assign(sheet.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 1 });
  const at = cursor(sheet);
  at.line([texts.title], { ...FONT, size: 18, bold: true });
  at.line([madeText(provenance, lang)], { ...FONT, color: { argb: 'FF55616E' } });
  at.skip();
  addMaps(at, report, lang);
  addCounts(at, workbook, { report, lang });
  addAlarms(at, workbook, { report, lang });
  addSheets(at, workbook, lang);
}

function madeText({ generatedOn, toolVersion: version }: Provenance, lang: Lang): string {
  const texts = reportWorkbookTexts[lang];
  if (generatedOn === null) return fill(texts.madeWith, { version });
  return fill(texts.madeOn, { date: formatDate(lang, generatedOn), version });
}

/** Numbers stand at the left, next to the bar or the text that belongs to them. */
const LEFT = { horizontal: 'left' } as const;

type Cursor = ReturnType<typeof cursor>;

/** Writes line by line. */
function cursor(sheet: Worksheet) {
  let row = 0;
  return {
    sheet,
    row: () => row,
    skip: () => {
      row++;
    },
    line: (values: readonly Cell['value'][], font: Cell['font'] = FONT as Cell['font']) => {
      row++;
      values.forEach((value, i) => {
        const cell = sheet.getCell(row, i + 1);
        cell.value = value;
        cell.font = font;
        cell.alignment = { vertical: 'middle', wrapText: i > 0, ...(typeof value === 'number' ? LEFT : {}) };
      });
      const own = values.slice(1).map((value, i) => ({ value, width: WIDTHS[i + 1] ?? 10 }));
      sheet.getRow(row).height = Math.max(rowHeight(own), (font.size ?? 11) * 1.6);
    },
    head: (values: readonly string[]) => {
      row++;
      for (let column = 1; column <= 4; column++) {
        const cell = sheet.getCell(row, column);
        cell.value = values[column - 1] ?? null;
        cell.font = HEAD_FONT;
        cell.fill = HEAD_FILL;
      }
    },
  };
}

function addMaps(at: Cursor, report: MigrationReport, lang: ReportOptions['lang']): void {
  const texts = reportWorkbookTexts[lang];
  const both = (name: string, of: (map: MapSummary) => Cell['value']) =>
    at.line([name, of(report.old), of(report.new)]);
  at.head([texts.maps, texts.oldMap, texts.newMap]);
  both(texts.file, ({ name }) => textCell(name));
  both(texts.mapTitle, ({ title }) => textCell(title ?? ''));
  both(texts.layout, ({ layout }) => kindTexts[lang].layout[layout]);
  both(texts.bookable, ({ bookable }) => bookable);
  both(texts.activities, ({ activities }) => activities);
  both(texts.services, ({ services }) => services);
  both(texts.structureEntries, ({ structure }) => structure);
  both(texts.fingerprint, ({ sha256 }) => textCell(sha256 ?? ''));
  at.skip();
}

interface Counts {
  readonly report: MigrationReport;
  readonly lang: ReportOptions['lang'];
}

function addCounts(at: Cursor, workbook: Workbook, { report, lang }: Counts): void {
  const texts = reportWorkbookTexts[lang];
  const names = kindTexts[lang];
  at.head([texts.kinds, texts.entries, '', texts.meaning]);
  const first = at.row() + 1;
  for (const kind of CHANGE_KINDS) {
    const count = report.summary[kind];
    const link = sheetLink(workbook, names.changes[kind], sheetNameOf(names.changes[kind]));
    at.line([link, count, count, names.meaning[kind]]);
    at.sheet.getCell(at.row(), 1).font = {
      ...FONT,
      bold: true,
      color: { argb: kindColour(kind) },
    } as Cell['font'];
  }
  addBars(at.sheet, first, at.row(), 'FF1A5FB4');
  at.skip();
  at.head([texts.certainty, texts.entries, '', texts.meaning]);
  const tiers = at.row() + 1;
  for (const tier of ['certain', 'probable', 'open'] as const) {
    const count = report.tiers[tier];
    at.line([names.tiers[tier], count, count, reportHtmlTexts[lang].tierMeaning[tier]]);
  }
  addBars(at.sheet, tiers, at.row(), 'FF23692A');
  for (const sentence of completenessSentences(report, lang)) at.line([sentence]);
  at.skip();
}

/** The bar stands in a column of its own, whose numbers are hidden: the same count, drawn. */
function addBars(sheet: Worksheet, first: number, last: number, argb: string): void {
  for (let row = first; row <= last; row++) sheet.getCell(row, 3).numFmt = ';;;';
  sheet.addConditionalFormatting({
    ref: `C${first}:C${last}`,
    rules: [
      {
        type: 'dataBar',
        priority: 1,
        gradient: false,
        cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
        color: { argb },
      } as never,
    ],
  });
}

function addAlarms(at: Cursor, workbook: Workbook, { report, lang }: Counts): void {
  const texts = reportWorkbookTexts[lang];
  const { recycled, possiblyLost, reusedIds, redefined } = report.alarms;
  const font = { ...FONT, bold: true, color: { argb: 'FFA1230F' } } as Cell['font'];
  at.head([texts.alarms, texts.entries, '', texts.meaning]);
  at.line([
    sheetLink(workbook, texts.recycled, texts.sheets.recycled),
    recycled,
    null,
    texts.recycledMeaning,
  ]);
  at.sheet.getCell(at.row(), 1).font = font;
  at.line([texts.lost, possiblyLost, null, texts.lostMeaning]);
  at.sheet.getCell(at.row(), 1).font = font;
  const own = identityTexts[lang];
  for (const [name, count, meaning] of [
    [own.reusedId, reusedIds, own.reusedIdLead],
    [own.redefined, redefined, own.redefinedLead],
  ] as const) {
    if (count === 0) continue;
    at.line([name, count, null, meaning]);
    at.sheet.getCell(at.row(), 1).font = font;
  }
  at.skip();
}

function addSheets(at: Cursor, workbook: Workbook, lang: ReportOptions['lang']): void {
  const { sheetList, sheets, sheetMeaning } = reportWorkbookTexts[lang];
  at.head([sheetList]);
  for (const [key, meaning] of Object.entries(sheetMeaning)) {
    const name = sheets[key as keyof typeof sheetMeaning];
    if (workbook.getWorksheet(name) === undefined) continue;
    at.line([linkCell(name, rowAddress(name, 1)), textCell(meaning)]);
    const cell = at.sheet.getCell(at.row(), 1);
    cell.font = { ...FONT, underline: true, color: { argb: 'FF0F4C81' } } as Cell['font'];
    at.sheet.mergeCells(at.row(), 2, at.row(), 4);
    at.sheet.getRow(at.row()).height = rowHeight([]);
  }
}

/** A name that leads to a sheet, where there is one. */
function sheetLink(workbook: Workbook, name: string, sheet: string): Cell['value'] {
  return workbook.getWorksheet(sheet) === undefined ? name : linkCell(name, rowAddress(sheet, 1));
}

/** A name with a capital letter, as sheets have it. */
export function sheetNameOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
