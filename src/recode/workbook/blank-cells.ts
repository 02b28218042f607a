import { type Package, workbookPart } from './package.ts';
import { cellType, type SheetCell } from './sheet-document.ts';
import { nodesOf } from './xml-tree.ts';

/**
 * Tells the cells that say nothing: without formula and value, or with an empty text, as other programs write them for every
 * cell of a grid. The texts of the workbook are looked at when first asked for.
 */
export function blankCells(parts: Package): (cell: SheetCell) => boolean {
  let blank: ReadonlySet<string> | null = null;
  return (cell) => {
    if (cell.formula !== null) return false;
    if (cell.value === null) return true;
    const type = cellType(cell);
    if (type !== 's') return ['str', 'inlineStr'].includes(type) && cell.value.trim() === '';
    blank ??= blankStrings(parts);
    return blank.has(cell.value.trim());
  };
}

function blankStrings(parts: Package): ReadonlySet<string> {
  const part = parts.relations(workbookPart(parts)).find(({ type }) => type === 'sharedStrings')?.part;
  const items = part ? (parts.tree(part)?.children ?? []) : [];
  const isBlank = (item: (typeof items)[number]) =>
    [...nodesOf(item)].every(({ name, text }) => name !== 't' || text.trim() === '');
  return new Set(items.flatMap((item, i) => (isBlank(item) ? [String(i)] : [])));
}
