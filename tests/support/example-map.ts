import ExcelJS from 'exceljs';
import type { ExampleMap, ExampleSheet } from '../../src/words/rule-examples.ts';

/** The file that an example of a rule's page shows. */
export async function exampleFile(example: ExampleMap): Promise<{ name: string; bytes: Uint8Array }> {
  if (typeof example === 'string') return { name: 'mappa.csv', bytes: new TextEncoder().encode(example) };
  const workbook = new ExcelJS.Workbook();
  for (const sheet of example) addSheet(workbook, sheet);
  return { name: 'mappa.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

function addSheet(workbook: ExcelJS.Workbook, { name, rows, hiddenRow }: ExampleSheet): void {
  const sheet = workbook.addWorksheet(name);
  for (const row of rows.split('\n')) {
    sheet.addRow(
      row.split(';').map((cell) => (cell.startsWith('=') ? { formula: cell.slice(1) } : cell || null)),
    );
  }
  if (hiddenRow !== undefined) sheet.getRow(hiddenRow).hidden = true;
}
