import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import type { Table } from '../table.ts';
import type { Zip } from '../workbook/open-zip.ts';
import { parseAttributes, parseXml } from '../workbook/parse-xml.ts';
import { documentTables } from './document-tables.ts';

const BODY = 'word/document.xml';

interface OpenCell {
  text: string;
  columns: number;
  /** What a merge from above covers. */
  covered: boolean;
  paragraphs: number;
}

/**
 * Reads the tables of a Word document. Cells merged across or down have their text in the first; a table within a cell is
 * a table of its own. Text that was deleted under revision is no text, that inserted is.
 *
 * @throws ProcmapError `document-damaged` or `workbook-too-large`
 */
export function readDocxTables(file: string, zip: Zip, limits: ReadLimits): readonly Table[] {
  const tables = documentTables(file, limits);
  const cells: (OpenCell | null)[] = [];
  let [inText, paragraph] = [false, ''];
  const add = (text: string) => {
    const cell = cells.at(-1);
    if (cell) cell.text += text;
    else if (cells.length === 0) paragraph += text;
  };
  const attribute = (raw: string, name: string) => parseAttributes(file, raw)[`w:${name}`];
  const openCell = (tag: string, raw: string, cell: OpenCell | null | undefined) => {
    if (tag === 'gridSpan' && cell) cell.columns = Number(attribute(raw, 'val') ?? 1) || 1;
    else if (tag === 'vMerge' && cell) cell.covered = attribute(raw, 'val') !== 'restart';
    else if (tag === 'hMerge' && cell) cell.covered = attribute(raw, 'val') !== 'restart';
    else if (tag === 'gridBefore') tables.skip(Number(attribute(raw, 'val') ?? 0) || 0);
    else if (tag === 'p' && cell && cell.paragraphs++ > 0) add('\n');
  };
  const handlers = {
    open: (tag: string, raw: string) => {
      if (tag === 'tbl') {
        tables.openTable();
        cells.push(null);
      } else if (tag === 'tr') tables.openRow();
      else if (tag === 'tc')
        cells[cells.length - 1] = { text: '', columns: 1, covered: false, paragraphs: 0 };
      else if (tag === 't') inText = true;
      else if (tag === 'tab' || tag === 'br' || tag === 'cr') add(' ');
      else if (tag === 'noBreakHyphen') add('-');
      else openCell(tag, raw, cells.at(-1));
    },
    text: (text: string) => {
      if (inText) add(text);
    },
    close: (tag: string) => {
      if (tag === 't') inText = false;
      else if (tag === 'tc') {
        const cell = cells.at(-1);
        if (cell) tables.addCell(cell.covered ? '' : cell.text.trim(), cell.columns, 1);
        cells[cells.length - 1] = null;
      } else if (tag === 'tbl') {
        cells.pop();
        tables.closeTable();
      } else if (tag === 'p' && cells.length === 0) {
        tables.addParagraph(paragraph);
        paragraph = '';
      }
    },
  };
  try {
    parseXml(file, zip.read(BODY) ?? [], handlers);
  } catch (error) {
    if (error instanceof ProcmapError && error.code === 'workbook-damaged')
      throw new ProcmapError('document-damaged', { file, part: BODY }, { cause: error });
    throw error;
  }
  return tables.build();
}
