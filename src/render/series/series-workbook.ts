import type { CellValue, Workbook, Worksheet } from 'exceljs';
import type { Lang } from '../../model/lang.ts';
import type { OutsideLine, Series, SeriesRow, SeriesUnit, SeriesYear } from '../../model/series.ts';
import { seriesTexts } from '../../words/series.ts';
import { textCell } from '../report-workbook/cells.ts';
import { addTableSheet, type Column } from '../report-workbook/table-sheet.ts';
import { saveWorkbook } from '../workbook/save-workbook.ts';
import { amountText, hoursOf } from './amount-text.ts';
import { reasonText } from './series-text.ts';

/** A cell holds so many digits exactly; an amount with more is written as text. */
const DIGITS = 15;
const CLOCK_FORMAT = '[h]:mm';
const HOURS_A_DAY = 24;

/** The series as a workbook: hours by group and year, what stands outside, and the balance. */
export async function renderSeriesWorkbook(series: Series, lang: Lang): Promise<Uint8Array> {
  const library = await import('../workbook/workbook-library.ts');
  const workbook: Workbook = new library.Workbook();
  addSeriesSheet(workbook, series, lang);
  addYearsSheet(workbook, series, lang);
  if (series.outside.length > 0) addOutsideSheet(workbook, series, lang);
  return saveWorkbook(workbook);
}

function addSeriesSheet(workbook: Workbook, { rows, years, unit }: Series, lang: Lang): void {
  const texts = seriesTexts[lang];
  const columns: readonly Column<SeriesRow>[] = [
    { head: texts.group, width: 18, value: ({ group }) => textCell(group.id) },
    { head: texts.label, width: 60, value: ({ group }) => textCell(group.label) },
    { head: texts.canCompare, width: 14, value: ({ comparable }) => (comparable ? texts.yes : texts.no) },
    ...years.map(
      ({ year }, i): Column<SeriesRow> => ({
        head: year,
        width: 13,
        type: 'number',
        value: ({ amounts }) => amountCell(amounts[i] ?? null, unit),
      }),
    ),
  ];
  const sheet = addTableSheet(workbook, texts.sheets.series, { columns, rows, lang });
  showClocks(
    sheet,
    unit,
    years.map((_, i) => i + 4),
  );
}

function addYearsSheet(workbook: Workbook, { years, unit, groups }: Series, lang: Lang): void {
  const texts = seriesTexts[lang];
  const amount = (head: string, of: (year: SeriesYear) => string): Column<SeriesYear> => ({
    ...{ head, width: 14, type: 'number' },
    value: (year) => amountCell(of(year), unit),
  });
  const columns: readonly Column<SeriesYear>[] = [
    { head: texts.year, width: 10, value: ({ year }) => textCell(year) },
    { head: texts.revision, width: 12, value: ({ revision }) => textCell(groups.revisions[revision] ?? '') },
    { head: texts.files, width: 50, value: ({ files }) => textCell(files.join('\n')) },
    { head: texts.column, width: 24, value: ({ column }) => textCell(column) },
    amount(texts.total, ({ total }) => total),
    amount(texts.grouped, ({ grouped }) => grouped),
    amount(texts.outside, ({ outside }) => outside),
  ];
  showClocks(addTableSheet(workbook, texts.sheets.years, { columns, rows: years, lang }), unit, [5, 6, 7]);
}

function addOutsideSheet(workbook: Workbook, { outside, unit }: Series, lang: Lang): void {
  const texts = seriesTexts[lang];
  const columns: readonly Column<OutsideLine>[] = [
    { head: texts.year, width: 10, value: ({ year }) => textCell(year) },
    { head: texts.code, width: 18, value: ({ code }) => textCell(code) },
    { head: texts.reason, width: 40, value: ({ reason }) => textCell(reasonText(reason, lang)) },
    { head: texts.rows, width: 8, type: 'number', value: ({ rows }) => rows },
    { head: texts.amount, width: 14, type: 'number', value: ({ amount }) => amountCell(amount, unit) },
    { head: texts.places, width: 60, value: ({ places }) => textCell(places.join('\n')) },
  ];
  showClocks(addTableSheet(workbook, texts.sheets.outside, { columns, rows: outside, lang }), unit, [5]);
}

/** A number where a cell holds all of its digits. Clocks are parts of a day. */
function amountCell(amount: string | null, unit: SeriesUnit): CellValue {
  if (amount === null) return null;
  if (amount.replace(/\D/g, '').length > DIGITS) return amountText(amount, unit);
  return unit === 'clock' ? hoursOf(amount, unit) / HOURS_A_DAY : Number(amount);
}

function showClocks(sheet: Worksheet, unit: SeriesUnit, columns: readonly number[]): void {
  for (let row = 2; unit === 'clock' && row <= sheet.rowCount; row++)
    for (const column of columns) {
      const cell = sheet.getRow(row).getCell(column);
      cell.style = { ...cell.style, numFmt: CLOCK_FORMAT };
    }
}
