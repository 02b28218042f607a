import { addressOf } from './area.ts';
import type { EditedSheet } from './edited-sheet.ts';
import { placeNow } from './follow-comments.ts';
import { formulaTokens } from './formula-tokens.ts';
import type { NoteTaker } from './notes.ts';
import { type Package, workbookPart } from './package.ts';
import { cellType } from './sheet-document.ts';
import { attributesOf, nodesOf, type XmlNode } from './xml-tree.ts';

export interface UnfollowedContext {
  readonly notes: NoteTaker;
  /** Whether a text is an old code that another code stands for now. */
  readonly isOldCode: (text: string) => boolean;
  readonly isMoved: boolean;
}

/** Tells what the editor cannot carry: codes in texts of formulas, cells found by text or distance, foreign programs. */
export function tellUnfollowed(
  parts: Package,
  sheets: readonly EditedSheet[],
  context: UnfollowedContext,
): void {
  const strings = codesAmongStrings(parts, context);
  for (const sheet of sheets) {
    tellFormulas(sheet, context);
    tellSurroundings(sheet, context);
    if (!sheet.isPlanned) tellCells(sheet, strings, context);
    tellQueries(parts, sheet, context);
  }
  const main = workbookPart(parts);
  for (const node of nodesOf(parts.tree(main)))
    if (node.name === 'definedName')
      tellFormula(node.text, { sheet: null, cell: null, about: attributesOf(node).name }, context);
  for (const { type, part } of parts.relations(main))
    if (type === 'vbaProject') context.notes.tell('macros', { text: part ?? '' });
  for (const { type, part } of parts.relations(''))
    if (type === 'origin' && part?.startsWith('_xmlsignatures'))
      context.notes.tell('signature', { text: part });
}

interface Place {
  readonly sheet: string | null;
  readonly cell: string | null;
  /** What holds the formula, if that is not a cell. */
  readonly about?: string | undefined;
}

const BY_POSITION = /^(?:INDIRECT|OFFSET)$/i;

function tellFormula(formula: string, place: Place, { notes, isOldCode, isMoved }: UnfollowedContext): void {
  if (!/"|INDIRECT|OFFSET/i.test(formula)) return;
  const text = place.about === undefined ? formula : `${place.about} = ${formula}`;
  const tokens = formulaTokens(formula);
  if (tokens.some((token) => token.kind === 'string' && namesCode(token.value, isOldCode)))
    notes.tell('code-in-formula', { ...place, text });
  if (isMoved && tokens.some((token) => token.kind === 'function' && BY_POSITION.test(token.text)))
    notes.tell('computed-reference', { ...place, text });
}

/** `A1.1.1.2`, `<>A1.1.1.2`, `A1.1.1.2,A1.1.1.3`: a code among what separates codes in criteria and lists. */
function namesCode(text: string, isOldCode: (text: string) => boolean): boolean {
  return isOldCode(text.trim()) || text.split(/[^\p{L}\p{N}.]+/u).some((word) => isOldCode(word));
}

function tellFormulas(sheet: EditedSheet, context: UnfollowedContext): void {
  for (const { row, column, text } of sheet.formulas) {
    if (!/"|INDIRECT|OFFSET/i.test(text)) continue;
    const cell = placeNow(row, column, sheet);
    if (cell !== null) tellFormula(text, { sheet: sheet.name, cell }, context);
  }
}

/** Conditional formats, validations and filters may name codes. */
function tellSurroundings({ document, name: sheet }: EditedSheet, context: UnfollowedContext): void {
  for (const node of nodesOf(document.root)) {
    const cell = rangesAround(node);
    if (/^(?:formula|formula1|formula2|f)$/.test(node.name) && node.text !== '')
      tellFormula(node.text, { sheet, cell }, context);
    const { val, text } = /^(?:filter|customFilter|cfRule)$/.test(node.name) ? attributesOf(node) : {};
    for (const value of [val, text])
      if (value !== undefined && namesCode(value, context.isOldCode))
        context.notes.tell('code-in-formula', { sheet, cell, text: value });
  }
}

function rangesAround(node: XmlNode): string | null {
  for (let at: XmlNode | null = node; at !== null; at = at.parent) {
    const { sqref, ref } = attributesOf(at);
    if (sqref ?? ref) return sqref ?? ref ?? null;
  }
  return null;
}

/** Which shared strings are old codes. */
function codesAmongStrings(parts: Package, { isOldCode }: UnfollowedContext): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const part = parts.relations(workbookPart(parts)).find(({ type }) => type === 'sharedStrings')?.part;
  const root = part ? parts.tree(part) : null;
  root?.children.forEach((item, i) => {
    const text = [...nodesOf(item)]
      .filter(({ name, parent }) => name === 't' && parent?.name !== 'rPh')
      .map((node) => node.text)
      .join('');
    if (isOldCode(text.trim())) found.set(String(i), text.trim());
  });
  return found;
}

/** Old codes in cells of sheets that are not recoded: lists to look up in, criteria of sums. */
function tellCells(
  { document, name: sheet }: EditedSheet,
  strings: ReadonlyMap<string, string>,
  { notes, isOldCode }: UnfollowedContext,
): void {
  const found: { readonly cell: string; readonly text: string }[] = [];
  for (const row of document.rows)
    for (const cell of row.cells) {
      if (cell.value === null || cell.formula !== null) continue;
      const type = cellType(cell);
      const text =
        type === 's' ? strings.get(cell.value) : type === 'inlineStr' ? cell.value.trim() : undefined;
      if (text === undefined || (type !== 's' && !isOldCode(text))) continue;
      found.push({ cell: addressOf(row.number, cell.column), text });
    }
  const [first] = found;
  if (first) for (const _ of found) notes.tell('code-in-cell', { sheet, ...first });
}

function tellQueries(parts: Package, sheet: EditedSheet, { notes }: UnfollowedContext): void {
  if (!sheet.isPlanned) return;
  const own = parts.relations(sheet.part);
  const tables = own.flatMap(({ type, part }) =>
    type === 'table' && part !== null ? parts.relations(part) : [],
  );
  for (const { type, part } of [...own, ...tables])
    if (type === 'queryTable') notes.tell('query-table', { sheet: sheet.name, text: part ?? '' });
}
