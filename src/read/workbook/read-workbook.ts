import type { ReadLimits } from '../limits.ts';
import type { Table } from '../table.ts';
import { unescapeText } from './escaped-text.ts';
import { MAX_FORMAT, type NumberFormat, numberFormat, type ShownNumber } from './number-format.ts';
import { type NumberLook, numberLook } from './number-look.ts';
import { damaged, openZip, type Zip } from './open-zip.ts';
import { otherArchive } from './other-archive.ts';
import { parseAttributes, parseXml } from './parse-xml.ts';
import { readSheet } from './read-sheet.ts';
import type { WorkbookParts } from './workbook-parts.ts';

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/**
 * Reads the sheets of an .xlsx workbook as tables, hidden ones too.
 *
 * exceljs, with which workbooks are written, builds an object for every cell with its looks and takes 100 ms to load and
 * as long again to read two maps; it also unpacks whatever it is given. This reads text only, as a stream, and stops at
 * the limits.
 *
 * @param options.facts whether to tell what stands behind the text of cells, and which cells are merged
 * @throws ProcmapError `workbook-damaged` or `workbook-too-large`
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  options: { readonly facts?: boolean } = {},
): Promise<readonly Table[]> {
  const zip = openZip(file, bytes, limits);
  const workbook = findWorkbook(file, zip);
  const relations = readRelations(file, zip, workbook);
  const { sheets, date1904 } = readSheetList(file, zip, workbook, relations);
  if (sheets.length === 0) throw damaged(file, 'no-sheets');
  const { formats, looks } = readFormats(file, zip, partOfType(relations, 'styles'));
  const parts: WorkbookParts = {
    file,
    strings: readStrings(file, zip, partOfType(relations, 'sharedStrings')),
    formats,
    date1904,
    shown: await shownBy(formats),
    limits,
    looks: options.facts ? looks : null,
  };
  return sheets.map(({ name, hidden, part }) => {
    const pieces = zip.read(part);
    if (!pieces) throw damaged(file, 'part-missing');
    return readSheet(parts, name, hidden, pieces);
  });
}

async function shownBy(formats: readonly NumberFormat[]): Promise<ShownNumber> {
  if (!formats.some(({ kind }) => kind === 'literal')) return String;
  const { shownNumber } = await import('./shown-number.ts');
  return shownNumber;
}

interface Relation {
  readonly id: string;
  /** The last part of the type's address: `worksheet`, `styles`. */
  readonly type: string;
  readonly part: string;
}

function findWorkbook(file: string, zip: Zip): string {
  const office = zip.has('_rels/.rels') ? readRelations(file, zip, '') : [];
  const part = partOfType(office, 'officeDocument') ?? USUAL_PART;
  if (zip.has(part) && rootOf(file, zip, part) === 'workbook') return part;
  throw otherArchive(file, zip.names);
}

const USUAL_PART = 'xl/workbook.xml';

/** The name of the first element: what the main part of a workbook is called is up to the program that wrote it. */
function rootOf(file: string, zip: Zip, part: string): string | null {
  let root: string | null = null;
  parseXml(file, zip.read(part) ?? [], {
    open: (tag) => {
      root ??= tag;
    },
  });
  return root;
}

function partOfType(relations: readonly Relation[], type: string): string | undefined {
  return relations.find((relation) => relation.type === type)?.part;
}

function readRelations(file: string, zip: Zip, of: string): readonly Relation[] {
  const slash = of.lastIndexOf('/') + 1;
  const [folder, name] = [of.slice(0, slash), of.slice(slash)];
  const pieces = zip.read(`${folder}_rels/${name}.rels`);
  if (!pieces) throw damaged(file, 'part-missing');
  const relations: Relation[] = [];
  parseXml(file, pieces, {
    open: (tag, raw) => {
      if (tag !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = parseAttributes(file, raw);
      relations.push({
        id: Id,
        type: Type.slice(Type.lastIndexOf('/') + 1),
        part: resolvePart(folder, Target),
      });
    },
  });
  return relations;
}

function resolvePart(folder: string, path: string): string {
  const target = path.replaceAll('\\', '/');
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function readSheetList(
  file: string,
  zip: Zip,
  workbook: string,
  relations: readonly Relation[],
): { sheets: readonly SheetEntry[]; date1904: boolean } {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  parseXml(file, zip.read(workbook) ?? [], {
    open: (tag, raw) => {
      if (tag !== 'workbookPr' && tag !== 'sheet') return;
      const attributes = parseAttributes(file, raw);
      // An extension has a tag of this name too, without the attribute: it takes nothing back.
      if (tag === 'workbookPr') date1904 ||= /^(1|true)$/.test(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /^(\w+:)?id$/.test(key))?.[1];
      const relation = relations.find((candidate) => candidate.id === id);
      // Chart sheets and dialogues are listed here too; they hold no cells.
      if (relation && relation.type !== 'worksheet') return;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', hidden, part: relation?.part ?? '' });
    },
  });
  return { sheets, date1904 };
}

/** Excel stops at 32,767 characters. */
const MAX_TEXT = 2 ** 20;

function readStrings(file: string, zip: Zip, part: string | undefined): readonly string[] {
  const strings: string[] = [];
  const pieces = part === undefined ? null : zip.read(part);
  if (!pieces) return strings;
  let text = '';
  let reading = false;
  let phonetic = false;
  parseXml(file, pieces, {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') phonetic = true;
      reading = tag === 't' && !phonetic;
    },
    text: (piece) => {
      if (reading) text += piece;
      if (text.length > MAX_TEXT) throw damaged(file, 'text');
    },
    close: (tag) => {
      reading = false;
      if (tag === 'rPh') phonetic = false;
      if (tag === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}

function readFormats(
  file: string,
  zip: Zip,
  part: string | undefined,
): { readonly formats: readonly NumberFormat[]; readonly looks: readonly NumberLook[] } {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  const looks: NumberLook[] = [];
  const pieces = part === undefined ? null : zip.read(part);
  if (!pieces) return { formats, looks };
  let inCellFormats = false;
  parseXml(file, pieces, {
    open: (tag, raw) => {
      if (tag === 'cellXfs') inCellFormats = true;
      if (tag !== 'numFmt' && !(tag === 'xf' && inCellFormats)) return;
      const attributes = parseAttributes(file, raw);
      const id = Number(attributes.numFmtId ?? 0);
      const { formatCode = '' } = attributes;
      if (formatCode.length > MAX_FORMAT) throw damaged(file, 'format');
      if (tag === 'numFmt') codes.set(id, formatCode);
      else {
        formats.push(numberFormat(id, codes.get(id)));
        looks.push(numberLook(id, codes.get(id)));
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCellFormats = false;
    },
  });
  return { formats, looks };
}
