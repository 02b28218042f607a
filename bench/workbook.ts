// How the time to edit a workbook grows with its sheets: every sheet has a plan, and a summary reads all of them.
//   npm run bench:workbook
// Prints the seconds of the processor, of which a busy machine takes no more, for each size and the exponent of the growth between the smallest and the largest: 1 is linear.
import { strToU8 } from 'fflate';
import { type CellChange, type OutputRow, rowsBut, type SheetPlan } from '../src/recode/sheet-plan.ts';
import { editWorkbook } from '../src/recode/workbook/edit-workbook.ts';

const SIZES = [25, 50, 100, 200, 300];
const ROWS = 60;
const DAYS = 31;
const ROUNDS = 2;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A month of time-sheets: a row per code, a column per day, totals by formula, merged titles, formats. */
function sheetXml(): string {
  const letters = (column: number) =>
    column <= 26 ? String.fromCharCode(64 + column) : `A${String.fromCharCode(64 + column - 26)}`;
  const last = letters(DAYS + 1);
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const row = i + 3;
    const days = Array.from(
      { length: DAYS },
      (_, day) => `<c r="${letters(day + 2)}${row}" s="1"><v>${(i + day) % 8}</v></c>`,
    );
    const total = `<c r="${letters(DAYS + 2)}${row}"><f>SUM(B${row}:${last}${row})</f><v>100</v></c>`;
    return `<row r="${row}" spans="1:33"><c r="A${row}" t="inlineStr"><is><t>A1.1.1.${i}</t></is></c>${days.join('')}${total}</row>`;
  });
  const end = ROWS + 3;
  const sums = `<row r="${end}"><c r="B${end}"><f>SUM(B3:B${end - 1})</f><v>9</v></c></row>`;
  const tail = `<mergeCells count="1"><mergeCell ref="A1:${last}1"/></mergeCells><conditionalFormatting sqref="B3:${last}${end - 1}"><cfRule type="expression" priority="1"><formula>B3&gt;$B$${end}</formula></cfRule></conditionalFormatting>`;
  return `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"/></row><row r="2"/>${rows.join('')}${sums}</sheetData>${tail}</worksheet>`;
}

function workbook(count: number): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  const names = Array.from({ length: count }, (_, i) => `Foglio ${i + 1}`);
  const xml = strToU8(sheetXml());
  names.forEach((_, i) => {
    parts.set(`xl/worksheets/sheet${i + 1}.xml`, xml);
  });
  const formulas = names.map(
    (name, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}"><f>'${name}'!B${ROWS + 3}+SUM('${name}'!B3:B${ROWS + 2})</f><v>1</v></c></row>`,
  );
  parts.set(
    `xl/worksheets/sheet${count + 1}.xml`,
    strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${formulas.join('')}</sheetData></worksheet>`),
  );
  const all = [...names, 'Riepilogo'];
  const list = all.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
  parts.set(
    'xl/workbook.xml',
    strToU8(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list}</sheets></workbook>`),
  );
  const relations = (targets: readonly (readonly [string, string])[]) =>
    strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    );
  parts.set('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relations(all.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const)),
  );
  parts.set('[Content_Types].xml', strToU8(`<Types xmlns="${PACKAGE}/content-types"/>`));
  return parts;
}

/** Every third row is divided in two, every tenth goes away. */
function plans(count: number): readonly SheetPlan[] {
  const cells = new Map<number, CellChange>([
    [1, { kind: 'text', text: 'B1.1.1.1' }],
    [2, { kind: 'number', text: '0.5' }],
  ]);
  const become = new Map<number, readonly OutputRow[]>();
  for (let from = 3; from < ROWS + 3; from++) {
    if (from % 10 === 0) become.set(from, []);
    else if (from % 3 === 0)
      become.set(from, [
        { from, cells },
        { from, cells },
      ]);
  }
  const rows = rowsBut(ROWS + 3, become);
  return Array.from({ length: count }, (_, i) => ({ sheet: `Foglio ${i + 1}`, rows, until: ROWS + 3 }));
}

function seconds(count: number): number {
  const [input, wanted] = [workbook(count), plans(count)];
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    editWorkbook(input, wanted, { file: 'bench.xlsx' });
    return process.cpuUsage(start).user / 1e6;
  });
  return Math.min(...times);
}

seconds(SIZES[0] ?? 1);
const measured = SIZES.map((count) => ({ count, time: seconds(count) }));
for (const { count, time } of measured) {
  const cells = count * ROWS * (DAYS + 2);
  console.log(
    `${String(count).padStart(4)} sheets, ${cells.toLocaleString('en')} cells: ${time.toFixed(2)} s`,
  );
}
const [first, last] = [measured[0], measured.at(-1)];
if (first && last) {
  const exponent = Math.log(last.time / first.time) / Math.log(last.count / first.count);
  console.log(`exponent ${exponent.toFixed(2)} (1 is linear)`);
}
