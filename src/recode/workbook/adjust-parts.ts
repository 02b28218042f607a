import { followRange, followRows } from './references.ts';
import type { RowMap } from './row-map.ts';
import { attribute, escapeXml, unescapeXml, withoutResult } from './sheet-xml.ts';

/** The parts of a workbook, as text of its XML or as bytes. */
export type Parts = Map<string, Uint8Array>;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The text of a part; empty when there is none. */
export function partText(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  return decoder.decode(parts.get(name) ?? new Uint8Array());
}

/** The parts that a part refers to, by relation id. */
export function relations(parts: ReadonlyMap<string, Uint8Array>, name: string): ReadonlyMap<string, string> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const xml = partText(parts, `${folder}_rels/${name.slice(folder.length)}.rels`);
  const found = [...xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => {
    const target = attribute(tag, 'Target') ?? '';
    return [attribute(tag, 'Id') ?? '', resolvePath(folder, target)] as const;
  });
  return new Map(found);
}

/**
 * Lets everything that means rows of a sheet follow them: what stands around its rows, its tables, its comments, names,
 * formulas of other sheets, charts and pivot tables. The order of calculation is dropped, and the workbook is marked to
 * be calculated when it is opened.
 */
export function adjustParts(
  parts: Parts,
  sheet: { readonly name: string; readonly part: string },
  map: RowMap,
): void {
  const own = new Set(relations(parts, sheet.part).values());
  const context = (inside: boolean) => ({ sheet: sheet.name, map, inside });
  for (const name of [...parts.keys()]) {
    if (name === sheet.part)
      change(parts, name, (xml) => followFormulas(followSurroundings(xml, map), context(true)));
    else if (own.has(name)) change(parts, name, (xml) => followNotes(followAttributes(xml, map), map));
    else if (/^xl\/worksheets\/[^/]+\.xml$/.test(name))
      change(parts, name, (xml) => calculatedAnew(followAllFormulas(xml, context(false)), sheet.name));
    else if (/^xl\/charts\/[^/]+\.xml$/.test(name))
      change(parts, name, (xml) => followAllFormulas(xml, context(false)));
    else if (name.startsWith('xl/pivotCache/pivotCacheDefinition'))
      change(parts, name, (xml) => followPivot(xml, sheet.name, map));
    else if (name === 'xl/workbook.xml')
      change(parts, name, (xml) => calculatedOnLoad(followAllFormulas(xml, context(false))));
  }
  dropCalculationOrder(parts);
}

function change(parts: Parts, name: string, edit: (xml: string) => string): void {
  const xml = partText(parts, name);
  const edited = edit(xml);
  if (edited !== xml) parts.set(name, encoder.encode(edited));
}

/** Only what stands before and after the rows: they have been written already. */
function followSurroundings(xml: string, map: RowMap): string {
  const start = xml.search(/<(?:\w+:)?sheetData\b/);
  const end = xml.search(/<\/(?:\w+:)?sheetData>/);
  if (start === -1 || end === -1) return xml;
  return (
    followAttributes(xml.slice(0, start), map) +
    xml.slice(start, end) +
    followMerges(followAttributes(xml.slice(end), map))
  );
}

const RANGE_ATTRIBUTES = /\b(ref|sqref|activeCell|topLeftCell)="([A-Z$][A-Z$\d: ]*)"/g;

function followAttributes(xml: string, map: RowMap): string {
  return xml.replace(RANGE_ATTRIBUTES, (_, name: string, ranges: string) => {
    const followed = followRange(ranges, map);
    const isPoint = name === 'activeCell' || name === 'topLeftCell';
    return `${name}="${isPoint ? (followed.split(':')[0] ?? '') || ranges : followed}"`;
  });
}

/** Merged cells whose rows are gone, or that are single cells now. */
function followMerges(xml: string): string {
  return xml.replace(
    /<((?:\w+:)?)mergeCells\b[^>]*>([\s\S]*?)<\/(?:\w+:)?mergeCells>/,
    (_, prefix: string, content: string) => {
      const kept = (content.match(/<(?:\w+:)?mergeCell\b[^>]*>/g) ?? []).filter(
        (merge) => attribute(merge, 'ref') !== '',
      );
      return kept.length === 0
        ? ''
        : `<${prefix}mergeCells count="${kept.length}">${kept.join('')}</${prefix}mergeCells>`;
    },
  );
}

/** Cells of another sheet that draw on this one lose their last result. */
function calculatedAnew(xml: string, sheet: string): string {
  return xml.replace(
    /<(?:\w+:)?c\b[^>]*>(?:(?!<\/(?:\w+:)?c>)[\s\S])*?<(?:\w+:)?f\b[\s\S]*?<\/(?:\w+:)?c>/g,
    (cell) =>
      unescapeXml(cell).includes(`${sheet}!`) || unescapeXml(cell).includes(`${sheet}'!`)
        ? withoutResult(cell)
        : cell,
  );
}

type Context = Parameters<typeof followRows>[1];

const FORMULA_ELEMENTS = /<((?:\w+:)?(?:formula|formula1|formula2))>([^<]*)<\//g;
const ALL_FORMULAS = /<((?:\w+:)?(?:f|formula|formula1|formula2|definedName))((?:\s[^>]*)?)>([^<]*)<\//g;

/** Formulas around the rows: of conditional formats and of validations. */
function followFormulas(xml: string, context: Context): string {
  return xml.replace(
    FORMULA_ELEMENTS,
    (_, tag: string, text: string) => `<${tag}>${followed(text, context)}</`,
  );
}

function followAllFormulas(xml: string, context: Context): string {
  return xml.replace(
    ALL_FORMULAS,
    (_, tag: string, attributes: string, text: string) => `<${tag}${attributes}>${followed(text, context)}</`,
  );
}

function followed(text: string, context: Context): string {
  return escapeXml(followRows(unescapeXml(text), context));
}

/** Comments know their row a second time, in the drawing that shows them. */
function followNotes(xml: string, map: RowMap): string {
  return xml.replace(
    /<x:Row>(\d+)<\/x:Row>/g,
    (_, row: string) => `<x:Row>${map.first(Number(row) + 1) - 1}</x:Row>`,
  );
}

function followPivot(xml: string, sheet: string, map: RowMap): string {
  return xml.replace(/<(?:\w+:)?worksheetSource\b[^>]*>/g, (tag) =>
    attribute(tag, 'sheet') === sheet ? followAttributes(tag, map) : tag,
  );
}

function calculatedOnLoad(xml: string): string {
  const calcPr = /<((?:\w+:)?)calcPr\b([^>]*?)(\/?)>/;
  if (calcPr.test(xml)) {
    return xml.replace(calcPr, (_, prefix: string, attributes: string, empty: string) => {
      const others = attributes.replace(/\sfullCalcOnLoad="[^"]*"/, '');
      return `<${prefix}calcPr${others} fullCalcOnLoad="1"${empty}>`;
    });
  }
  return xml.replace(
    /<((?:\w+:)?)definedNames\b[\s\S]*?<\/(?:\w+:)?definedNames>|<\/(?:\w+:)?sheets>/,
    (found, prefix?: string) =>
      found.startsWith('</') && /<(?:\w+:)?definedNames\b/.test(xml)
        ? found
        : `${found}<${prefix ?? ''}calcPr fullCalcOnLoad="1"/>`,
  );
}

function dropCalculationOrder(parts: Parts): void {
  if (!parts.delete('xl/calcChain.xml')) return;
  change(parts, '[Content_Types].xml', (xml) => xml.replace(/<(?:\w+:)?Override\b[^>]*calcChain[^>]*>/, ''));
  change(parts, 'xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(/<(?:\w+:)?Relationship\b[^>]*calcChain[^>]*>/, ''),
  );
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const piece of (folder + target).split('/')) {
    if (piece === '..') path.pop();
    else if (piece !== '.' && piece !== '') path.push(piece);
  }
  return path.join('/');
}
