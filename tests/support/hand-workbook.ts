import { strFromU8, strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface HandSheet {
  readonly name: string;
  /** The rows, as XML; `rowsXml` writes plain ones. */
  readonly rows: string;
  readonly head?: string;
  readonly tail?: string;
  /** Parts that the sheet names: type, part, and its text. */
  readonly parts?: readonly HandPart[];
}

export interface HandPart {
  readonly type: string;
  readonly name: string;
  readonly text: string;
  readonly contentType?: string;
}

export interface HandBook {
  readonly names?: string;
  readonly calcPr?: string;
  readonly strings?: readonly string[];
  /** Parts that the workbook names. */
  readonly parts?: readonly HandPart[];
}

/** A workbook written by hand: exactly the XML that a test is about. */
export function handWorkbook(sheets: readonly HandSheet[], book: HandBook = {}): Map<string, Uint8Array> {
  const parts = new Map<string, string>();
  const overrides: string[] = [];
  const add = (name: string, text: string, contentType?: string) => {
    parts.set(name, text);
    if (contentType) overrides.push(`<Override PartName="/${name}" ContentType="${contentType}"/>`);
  };
  const own: HandPart[] = [...(book.parts ?? [])];
  if (book.strings)
    own.push({
      type: 'sharedStrings',
      name: 'xl/sharedStrings.xml',
      text: `<sst xmlns="${MAIN}">${book.strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml',
    });
  sheets.forEach(({ rows, head = '', tail = '', parts: named = [] }, i) => {
    const text = `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;
    add(
      `xl/worksheets/sheet${i + 1}.xml`,
      text,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
    );
    if (named.length > 0) add(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relations(named, '/'));
    for (const part of named) add(part.name, part.text, part.contentType);
  });
  for (const part of own) add(part.name, part.text, part.contentType);
  const list = sheets
    .map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list}</sheets>${book.names ? `<definedNames>${book.names}</definedNames>` : ''}${book.calcPr ?? ''}</workbook>`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  );
  const sheetParts = sheets.map((_, i) => ({ type: 'worksheet', name: `xl/worksheets/sheet${i + 1}.xml` }));
  add('xl/_rels/workbook.xml.rels', relations([...sheetParts, ...own], '/'));
  add('_rels/.rels', relations([{ type: 'officeDocument', name: 'xl/workbook.xml' }], ''));
  add(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`,
  );
  return new Map([...parts].map(([name, text]) => [name, strToU8(text)]));
}

function relations(parts: readonly Pick<HandPart, 'type' | 'name'>[], root: string): string {
  const list = parts.map(
    ({ type, name }, i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${root}${name}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

/** Rows of plain cells: texts inline, numbers, and formulas that begin with `=`, with their result after ` -> `. */
export function rowsXml(rows: readonly (readonly (string | number | null)[])[], first = 1): string {
  return rows
    .map((cells, i) => {
      const number = first + i;
      const xml = cells.map((value, column) =>
        cellXml(value, `${String.fromCharCode(65 + column)}${number}`),
      );
      return `<row r="${number}">${xml.join('')}</row>`;
    })
    .join('');
}

function cellXml(value: string | number | null, address: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
  if (!value.startsWith('=')) return `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const [formula = '', result] = value.slice(1).split(' -> ');
  return `<c r="${address}"><f>${formula}</f>${result === undefined ? '' : `<v>${result}</v>`}</c>`;
}

export function partText(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  return strFromU8(parts.get(name) ?? new Uint8Array());
}

/** The cells of a sheet as they stand in its XML: address to formula, value and attributes. */
export function cellsIn(parts: ReadonlyMap<string, Uint8Array>, sheet = 1): Readonly<Record<string, string>> {
  const xml = partText(parts, `xl/worksheets/sheet${sheet}.xml`);
  const cells: Record<string, string> = {};
  for (const [, attributes = '', content = ''] of xml.matchAll(/<c((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const address = /\sr="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '?';
    const formula = /<f[^>]*>([^<]*)<\/f>/.exec(content)?.[1];
    const value = /<(?:v|t)(?:\s[^>]*)?>([^<]*)<\//.exec(content.replace(/<f[^>]*>[^<]*<\/f>/, ''))?.[1];
    const shown =
      formula === undefined ? (value ?? '') : `=${formula}${value === undefined ? '' : ` -> ${value}`}`;
    if (address in cells) throw new Error(`${address} stands there twice`);
    cells[address] = shown;
  }
  return cells;
}

export function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts));
}
