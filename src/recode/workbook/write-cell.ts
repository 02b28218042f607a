import type { CellChange } from '../sheet-plan.ts';
import { addressOf } from './area.ts';
import { applyPatches, escapeXml, type Patch } from './patches.ts';
import type { SheetCell } from './sheet-document.ts';
import { attributesOf } from './xml-tree.ts';

/** Where a cell is written, and with what namespace prefix. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly prefix: string;
}

/** A formula as it is written: its text and the attributes of its element, with a blank before each. */
export interface WrittenFormula {
  readonly text: string;
  readonly attributes: string;
  /** The mark of a formula that fills as many cells as it needs. */
  readonly cm?: string | undefined;
}

/** A cell that the plan changes. Its looks stay, its formula goes. */
export function changedCell(cell: SheetCell | null, change: CellChange, place: CellPlace): string {
  const { prefix } = place;
  const head = headOf(cell, place);
  if (change.kind === 'empty' || change.text === null) return `${head}/>`;
  if (change.kind !== 'text' && isNumber(change.text))
    return `${head}><${prefix}v>${change.text}</${prefix}v></${prefix}c>`;
  const text = `<${prefix}is><${prefix}t xml:space="preserve">${escapeXml(change.text)}</${prefix}t></${prefix}is>`;
  return `${head} t="inlineStr">${text}</${prefix}c>`;
}

/** A cell that holds what it held, at its new address; what it holds may come from another cell of the same sheet. */
export function keptCell(text: string, cell: SheetCell, place: CellPlace, content: SheetCell = cell): string {
  const style = content === cell ? null : (attributesOf(cell).s ?? null);
  const attributes = withAddress(content.attributes, place, style);
  return `<${place.prefix}c${attributes}${text.slice(endOfAttributes(text, content), content.end)}`;
}

/**
 * A cell with a formula.
 *
 * @param formula `null`: the cell holds a result of a formula that stands elsewhere
 * @param result what it shows: `'keep'` what the file says, `null` nothing until it is calculated
 */
export function formulaCell(
  text: string,
  cell: SheetCell,
  place: CellPlace,
  { formula, result }: { readonly formula: WrittenFormula | null; readonly result: 'keep' | string | null },
): string {
  const { prefix } = place;
  const written = formula ? `<${prefix}f${formula.attributes}>${escapeXml(formula.text)}</${prefix}f>` : '';
  if (result === 'keep' && closing(text, cell) === '>') {
    const from = cell.formula ?? { start: cell.openEnd, end: cell.openEnd };
    const patches: readonly Patch[] = [{ start: from.start, end: from.end, text: written }];
    const head = `<${prefix}c${withAddress(cell.attributes, place, null)}>`;
    return head + applyPatches(text, patches, cell.openEnd, cell.end);
  }
  const { s } = attributesOf(cell);
  const kept = attributeText('s', s) + attributeText('cm', formula?.cm);
  const shown = result === 'keep' ? null : result;
  const type = shown !== null && !isNumber(shown) ? ' t="str"' : '';
  const value = shown === null ? '' : `<${prefix}v>${escapeXml(shown)}</${prefix}v>`;
  const content = written + value;
  const head = `<${prefix}c r="${addressOf(place.row, place.column)}"${kept}${type}`;
  return content === '' ? `${head}/>` : `${head}>${content}</${prefix}c>`;
}

function attributeText(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${value}"`;
}

/** An empty cell with the looks of another. */
export function emptyCell(cell: SheetCell, place: CellPlace): string {
  return `${headOf(cell, place)}/>`;
}

function headOf(cell: SheetCell | null, { row, column, prefix }: CellPlace): string {
  const style = cell === null ? undefined : attributesOf(cell).s;
  return `<${prefix}c r="${addressOf(row, column)}"${attributeText('s', style)}`;
}

function withAddress(attributes: string, { row, column }: CellPlace, style: string | null): string {
  const others = attributes.replace(/\sr\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  const styled =
    style === null ? others : `${others.replace(/\ss\s*=\s*(?:"[^"]*"|'[^']*')/, '')} s="${style}"`;
  return ` r="${addressOf(row, column)}"${styled}`;
}

function endOfAttributes(text: string, cell: SheetCell): number {
  return cell.openEnd - closing(text, cell).length;
}

function closing(text: string, cell: SheetCell): string {
  return text[cell.openEnd - 2] === '/' ? '/>' : '>';
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}
