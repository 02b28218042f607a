import ExcelJS from 'exceljs';
import type { ExampleMap, ExamplePrint, ExampleSheet } from '../../src/words/rule-examples.ts';
import { pdfOf } from './pdf.ts';

/** The file that an example of a rule's page shows. */
export async function exampleFile(example: ExampleMap): Promise<{ name: string; bytes: Uint8Array }> {
  if (typeof example === 'string') return { name: 'mappa.csv', bytes: new TextEncoder().encode(example) };
  if ('printed' in example) return { name: 'mappa.pdf', bytes: printedFile(example) };
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

const [LINE, SIZE, WIDTH, EDGE] = [9.5, 8, 110, 40];

/** The page with rules around every cell, rows as high as their text; what does not fit into the low row runs over its edge. */
function printedFile({ printed, lowRow }: ExamplePrint): Uint8Array {
  const rows = printed.split('\n').map((row) => row.split(';').map((cell) => cell.split('/')));
  const heights = rows.map((cells, i) =>
    i + 1 === lowRow ? LINE + 2 : Math.max(...cells.map((lines) => lines.length)) * LINE + 2,
  );
  const tops = heights.map((_, i) => EDGE + heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  const bottom = (tops.at(-1) ?? EDGE) + (heights.at(-1) ?? 0);
  const columns = Math.max(...rows.map((cells) => cells.length));
  const texts = rows.flatMap((cells, row) =>
    cells.flatMap((lines, column) =>
      lines.map((text, line) => ({
        x: EDGE + column * WIDTH + 2,
        y: (tops[row] as number) + SIZE + line * LINE,
        text,
      })),
    ),
  );
  const right = EDGE + columns * WIDTH;
  const across = [...tops, bottom].map((y) => [EDGE, y, right, y] as const);
  const down = Array.from({ length: columns + 1 }, (_, i) => EDGE + i * WIDTH).map(
    (x) => [x, EDGE, x, bottom] as const,
  );
  return pdfOf([{ texts, rules: [...across, ...down], size: SIZE }]);
}
