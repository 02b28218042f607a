import { missing, type Package, workbookPart } from './package.ts';
import { attributeOf, nodesOf } from './xml-tree.ts';

/** A sheet with cells, in the order of the workbook. */
export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  /** Its place among all sheets, those without cells too: what names of its own refer to. */
  readonly index: number;
}

/**
 * The sheets of a workbook that hold cells.
 *
 * @throws ProcmapError `workbook-damaged` when the part of one is missing
 */
export function sheetList(book: Package): readonly SheetEntry[] {
  const main = workbookPart(book);
  const relations = new Map(book.relations(main).map((relation) => [relation.id, relation]));
  const nodes = [...nodesOf(book.tree(main))].filter(
    ({ name, parent }) => name === 'sheet' && parent?.name === 'sheets',
  );
  return nodes.flatMap((node, index) => {
    const relation = relations.get(attributeOf(node, 'id') ?? '');
    // Chart sheets and dialogues are listed here too; they hold no cells.
    if (relation && relation.type !== 'worksheet') return [];
    if (!relation?.part || !book.has(relation.part)) throw missing(book.file);
    return [{ name: attributeOf(node, 'name') ?? '', part: relation.part, index }];
  });
}

/** The names of all sheets, those without cells too. */
export function allSheetNames(book: Package): readonly string[] {
  return [...nodesOf(book.tree(workbookPart(book)))]
    .filter(({ name, parent }) => name === 'sheet' && parent?.name === 'sheets')
    .map((node) => attributeOf(node, 'name') ?? '');
}
