import { type FormulaPlace, followFormula, type SheetMoves } from './follow-formula.ts';
import { removeNodes } from './follow-tables.ts';
import { formulaTokens } from './formula-tokens.ts';
import type { NoteTaker } from './notes.ts';
import { CONTENT_TYPES, type Package, relationsPart, workbookPart } from './package.ts';
import { applyPatches, attributePatch, type Patch, removal, textPatch } from './patches.ts';
import { attributesOf, childOf, nodesOf, prefixOfTag, type XmlNode } from './xml-tree.ts';

export interface WorkbookContext {
  readonly book: SheetMoves;
  readonly notes: NoteTaker;
  /** The names of all sheets as names of their own count them, those without cells too. */
  readonly sheetAt: (index: number) => string | null;
  /** Whether a result of a formula was taken away. */
  readonly isCalculated: boolean;
}

/** Names follow what they stand for, and the workbook is calculated when it is opened. */
export function followWorkbook(parts: Package, context: WorkbookContext): void {
  const main = workbookPart(parts);
  const tree = parts.tree(main);
  const text = parts.text(main);
  if (tree === null) return;
  const patches: Patch[] = [];
  const names = childOf(tree, 'definedNames');
  const gone = (names?.children ?? []).filter((node) => followName(node, { ...context, patches }));
  if (names && gone.length > 0 && gone.length === names.children.length) patches.push(removal(names));
  else patches.push(...gone.map(removal));
  if (context.isCalculated) patches.push(calculated(tree, text));
  parts.write(main, applyPatches(text, patches));
  dropCalculationOrder(parts, main);
}

/** A formula that stands for a name. Print ranges mean what they name, from whatever cell; others may be relative to it. */
function followName(
  node: XmlNode,
  { book, notes, sheetAt, patches }: WorkbookContext & { readonly patches: Patch[] },
): boolean {
  const { name = '', localSheetId } = attributesOf(node);
  const sheet = localSheetId === undefined ? '' : (sheetAt(Number(localSheetId)) ?? '');
  const isBuiltIn = /^_xlnm\./i.test(name);
  const place: FormulaPlace = isBuiltIn ? { sheet, book } : { sheet, book, ...FROM_ANY_CELL };
  const followed = followFormula(node.text, place);
  if (!isBuiltIn) for (const note of followed.notes) notes.tell(note, { text: `${name} = ${followed.text}` });
  if (!isBuiltIn && isRelative(node.text, place)) notes.tell('relative-name', { text: name });
  const left = isBuiltIn ? withoutLost(followed.text) : followed.text;
  if (left !== '' && left !== node.text) patches.push(textPatch(node, left));
  return left === '';
}

/** Relative ends of a name keep their distance from whatever cell uses it. */
const FROM_ANY_CELL = {
  own: { row: -1, column: -1, newRow: -1, newColumn: -1 },
  spread: { rows: true, columns: true },
} as const;

function isRelative(formula: string, { book, sheet }: FormulaPlace): boolean {
  return formulaTokens(formula).some((token) => {
    if (token.kind !== 'reference' || token.scope?.kind === 'foreign') return false;
    const moves = book.of(token.scope?.first ?? sheet);
    if (!moves) return false;
    return [token.first, token.last ?? token.first].some(
      ({ row, column, rowFixed, columnFixed }) =>
        (row !== null && !rowFixed && !moves.rows.isIdentity) ||
        (column !== null && !columnFixed && !moves.columns.isIdentity),
    );
  });
}

/** The ranges to print that are left. */
function withoutLost(ranges: string): string {
  return ranges.replace(/(?:^|,)#REF!/g, '').replace(/^,/, '');
}

function calculated(tree: XmlNode, text: string): Patch {
  const known = childOf(tree, 'calcPr');
  if (known) return attributePatch(known, text, 'fullCalcOnLoad', '1');
  const before = tree.children.filter(({ name }) =>
    ['sheets', 'functionGroups', 'externalReferences', 'definedNames'].includes(name),
  );
  const at = before.at(-1)?.end ?? tree.closeStart;
  return { start: at, end: at, text: `<${prefixOfTag(text, tree.start)}calcPr fullCalcOnLoad="1"/>` };
}

/** The order of calculation names cells that are elsewhere now; every program makes it anew. */
function dropCalculationOrder(parts: Package, main: string): void {
  const chain = parts.relations(main).find(({ type }) => type === 'calcChain');
  if (!chain) return;
  removeNodes(parts, relationsPart(main), (node) => attributesOf(node).Id === chain.id);
  removeNodes(
    parts,
    CONTENT_TYPES,
    (node) => attributesOf(node).PartName?.toLowerCase() === `/${chain.part}`.toLowerCase(),
  );
  if (chain.part !== null) parts.remove(chain.part);
}

/** What the names of a workbook stand for, by their lower-case form. */
export function namesOf(
  parts: Package,
  sheetAt: (index: number) => string | null,
): ReadonlyMap<string, readonly { readonly text: string; readonly sheet: string }[]> {
  const names = new Map<string, { readonly text: string; readonly sheet: string }[]>();
  for (const node of nodesOf(parts.tree(workbookPart(parts)))) {
    if (node.name !== 'definedName') continue;
    const { name = '', localSheetId } = attributesOf(node);
    const sheet = localSheetId === undefined ? '' : (sheetAt(Number(localSheetId)) ?? '');
    const known = names.get(name.toLowerCase()) ?? [];
    names.set(name.toLowerCase(), [...known, { text: node.text, sheet }]);
  }
  return names;
}
