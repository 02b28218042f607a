import { pack } from '../read/workbook-helpers.ts';

/** A cell of a table that is written by hand. */
export interface DocumentCell {
  readonly text: string;
  readonly down: number;
  readonly across: number;
  readonly covered: boolean;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document with these tables; cells merged down go on with `vMerge`, those merged across have one `gridSpan`. */
export function docxOf(tables: readonly (readonly (readonly DocumentCell[])[])[]): Uint8Array {
  const body = tables
    .map((rows) => `<w:tbl>${rows.map((cells) => rowOf(rows, cells)).join('')}</w:tbl><w:p/>`)
    .join('');
  return pack({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
  });
}

function rowOf(rows: readonly (readonly DocumentCell[])[], cells: readonly DocumentCell[]): string {
  const row = rows.indexOf(cells);
  return `<w:tr>${cells.map((cell, column) => cellOf(rows, cell, row, column)).join('')}</w:tr>`;
}

function cellOf(
  rows: readonly (readonly DocumentCell[])[],
  cell: DocumentCell,
  row: number,
  column: number,
): string {
  const owner = cell.covered ? ownerOf(rows, row, column) : null;
  // What the cell to the left spans is part of it.
  if (owner !== null && owner.column < column) return '';
  const spans = owner?.cell ?? cell;
  const merge = spans.down === 1 ? '' : `<w:vMerge${owner === null ? ' w:val="restart"' : ''}/>`;
  const properties = `<w:tcPr><w:gridSpan w:val="${spans.across}"/>${merge}</w:tcPr>`;
  const half = Math.ceil(cell.text.length / 2);
  const runs = [cell.text.slice(0, half), cell.text.slice(half)].map(
    (text) =>
      `<w:r><w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`,
  );
  return `<w:tc>${properties}<w:p>${runs.join('')}</w:p></w:tc>`;
}

function ownerOf(rows: readonly (readonly DocumentCell[])[], row: number, column: number) {
  for (let r = row; r >= 0; r--) {
    for (let c = column; c >= 0; c--) {
      const cell = rows[r]?.[c];
      if (cell && !cell.covered && r + cell.down > row && c + cell.across > column)
        return { cell, column: c };
    }
  }
  return null;
}
