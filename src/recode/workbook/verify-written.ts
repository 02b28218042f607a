import { type Area, parseArea } from './area.ts';
import { type Package, treeOf } from './package.ts';
import { readSheetDocument, type SheetDocument } from './sheet-document.ts';
import { sheetList } from './sheet-list.ts';
import { attributesOf, nodesOf } from './xml-tree.ts';

/**
 * Reads again what was written: every part well-formed, every row and cell once and in order, every range a range, no merge
 * upon another, no array formula beside its range. What fails here is a fault of the editor, never of the workbook.
 *
 * @throws Error that names the part and what is wrong with it
 */
export function verifyWritten(parts: Package): void {
  const sheets = new Set(sheetList(parts).map(({ part }) => part));
  for (const part of parts.written) {
    if (sheets.has(part)) verifySheet(part, parts.text(part));
    else if (treeOf(parts.text(part)) === null && !part.endsWith('.vml'))
      throw wrong(part, 'not well-formed');
  }
}

function verifySheet(part: string, text: string): void {
  const document = readSheetDocument(text);
  if (typeof document === 'string') throw wrong(part, document);
  verifyOrder(part, document);
  verifyMerges(part, document);
  for (const node of nodesOf(document.root)) {
    const { ref, sqref } = attributesOf(node);
    for (const ranges of [ref, sqref])
      if (ranges?.split(' ').some((range) => parseArea(range) === null))
        throw wrong(part, `${node.name} at ${JSON.stringify(ranges)}`);
  }
  for (const row of document.rows)
    for (const cell of row.cells) {
      const { t, ref } = cell.formula ? attributesOf(cell.formula) : {};
      if (t !== 'array' && t !== 'dataTable') continue;
      const area = parseArea(ref ?? '');
      if (area?.top !== row.number || area.left !== cell.column)
        throw wrong(part, `array formula at row ${row.number} for ${ref}`);
    }
}

/** The order of the file is that of the sheet: `readSheetDocument` sorts what is not. */
function verifyOrder(part: string, { rows }: SheetDocument): void {
  let end = 0;
  for (const row of rows) {
    if (row.start < end) throw wrong(part, `row ${row.number} is out of order`);
    end = row.openEnd;
    for (const cell of row.cells) {
      if (cell.start < end) throw wrong(part, `a cell of row ${row.number} is out of order`);
      end = cell.end;
    }
    end = row.end;
  }
}

function verifyMerges(part: string, { root }: SheetDocument): void {
  const areas = [...nodesOf(root)].flatMap((node) =>
    node.name === 'mergeCell' ? (parseArea(attributesOf(node).ref ?? '') ?? []) : [],
  );
  const open: Area[] = [];
  for (const area of areas.sort((a, b) => a.top - b.top)) {
    for (let i = open.length - 1; i >= 0; i--) if ((open[i] as Area).bottom < area.top) open.splice(i, 1);
    const other = open.find(({ left, right }) => left <= area.right && right >= area.left);
    if (other) throw wrong(part, `merged ranges lie upon each other in row ${area.top}`);
    open.push(area);
  }
}

function wrong(part: string, what: string): Error {
  return new Error(`${part} is not sound as written: ${what}`);
}
