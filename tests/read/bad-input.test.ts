import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CROSSWALK_COLUMNS } from '../../src/model/crosswalk.ts';
import { DECISION_COLUMNS } from '../../src/model/decision.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { ProcmapError } from '../../src/words/procmap-error.ts';
import { pack, smallMap, textRow, workbook } from './workbook-helpers.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const xlsx = readFileSync('fixtures/massa-carrara-2021.xlsx');
const MB = 2 ** 20;

async function failure(bytes: Uint8Array, name = 'file.xlsx'): Promise<ProcmapError> {
  const outcome = await parseMap({ name, bytes }).catch((error: unknown) => error);
  if (outcome instanceof ProcmapError) return outcome;
  throw new Error(`expected a ProcmapError, got ${String(outcome)}`);
}

const formulaRow = (row: number): string =>
  `<row r="${row}"><c r="A${row}"><f>B${row}&amp;"x"</f></c><c r="B${row}" t="inlineStr"><is><t>Voce</t></is></c></row>`;

describe('bad input ends in one clear error', () => {
  it.each<[string, () => Uint8Array, object]>([
    ['an empty file', () => new Uint8Array(), { code: 'file-empty' }],
    ['blanks only', () => utf8(' \r\n\t\n'), { code: 'file-empty' }],
    ['binary junk', () => Uint8Array.from(randomBytes(5000), (byte) => byte || 1), { code: 'not-text' }],
    ['a text with zeros in it', () => utf8('a;b\n\0;c\n'), { code: 'not-text' }],
    [
      'a truncated workbook',
      () => xlsx.subarray(0, xlsx.length / 2),
      { code: 'workbook-damaged', args: { reason: 'truncated' } },
    ],
    ['a workbook cut in its list', () => xlsx.subarray(0, xlsx.length - 30), { code: 'workbook-damaged' }],
    ['a zip archive of something else', () => pack({ 'a.txt': 'x' }), { code: 'archive-of-others' }],
    ['an empty zip archive', () => zipSync({}), { code: 'archive-of-others' }],
    ['a text document', () => document('word/document.xml'), { code: 'no-map' }],
    ['a binary workbook', () => document('xl/workbook.bin'), { code: 'workbook-damaged' }],
    ['an OpenDocument drawing', () => pack({ 'content.xml': '<x/>' }), { args: { format: 'odf' } }],
    ['an old workbook', () => ole(''), { code: 'workbook-damaged' }],
    ['a locked workbook', () => ole('EncryptedPackage'), { args: { format: 'xlsx-locked' } }],
    ['a PDF', () => utf8('%PDF-1.7\n%âãÏÓ'), { code: 'pdf-damaged' }],
    ['a web page', () => utf8('<html><table><tr><td>A1'), { code: 'no-map' }],
    ['a workbook without sheets', () => workbook([]), { args: { reason: 'no-sheets' } }],
    ['a workbook whose sheet is missing', () => withoutSheet(), { args: { reason: 'part-missing' } }],
    ['XML that stops', () => sheetXml('<worksheet><sheetData><row'), { args: { reason: 'xml' } }],
    ['XML that is not nested', () => sheetXml('<worksheet><a></b></worksheet>'), { args: { reason: 'xml' } }],
    ['XML with text after its end', () => sheetXml('<worksheet></worksheet>x'), { args: { reason: 'xml' } }],
    ['an unknown entity', () => sheetXml('<worksheet>&lol;</worksheet>'), { args: { reason: 'xml' } }],
    ['entities that expand', () => sheetXml(BILLION_LAUGHS), { args: { reason: 'doctype' } }],
    [
      'an address outside the sheet',
      () => rows('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
      { args: { reason: 'address' } },
    ],
    [
      'a text that is not there',
      () => rows('<row><c t="s"><v>7</v></c></row>'),
      { args: { reason: 'part-missing' } },
    ],
    [
      'one quote that is never closed',
      () => utf8('code,label\n1,"a\n2,b\n3,c\n'),
      { code: 'quote-unclosed', args: { line: 2 } },
    ],
    ['a text without a map', () => utf8('Nome;Ore\na;1\n'), { code: 'no-map' }],
    [
      'a header without rows',
      () => utf8('codice;descrizione\n'),
      { code: 'map-empty', args: { header: 'codice | descrizione' } },
    ],
    [
      'a time-sheet',
      () => utf8('Matricola;Data;Codice attività;Attività;Ore lavorate\n1;03/01/2022;A1.1.1.1;Uno;7,5\n'),
      { code: 'not-a-map', args: { what: 'timesheet' } },
    ],
    [
      'a crosswalk',
      () => utf8(`${CROSSWALK_COLUMNS.join(',')}\nA1.1.1.1,Uno,,renamed,,A1.1.1.2,Due,,1\n`),
      { code: 'not-a-map', args: { what: 'crosswalk' } },
    ],
    [
      'a crosswalk for the payroll office, saved again',
      () => utf8('old_code;new_code;share\nA1.1.1.1;A1.1.1.2;1\n'),
      { code: 'not-a-map', args: { what: 'crosswalk' } },
    ],
    [
      'a decision file',
      () => utf8(`${DECISION_COLUMNS.join(',')}\nA1.1.1.1,,drop\n`),
      { code: 'not-a-map', args: { what: 'decisions' } },
    ],
    [
      'a review workbook',
      () => rows(textRow(3, ['Vecchio codice', 'Descrizione', 'Codice proposto', 'Decisione'])),
      { code: 'not-a-map', args: { what: 'decisions' } },
    ],
    [
      'a workbook whose codes are formulas nobody has worked out',
      () => rows(textRow(1, ['Codice', 'Descrizione']) + formulaRow(2) + formulaRow(3)),
      { code: 'codes-without-value', args: { column: 'M!A', count: 2 } },
    ],
    ['a workbook without a map', () => rows(textRow(1, ['Nome', 'Ore'])), { code: 'no-map' }],
  ])('%s', async (_, bytes, expected) => {
    expect(await failure(bytes())).toMatchObject(expected);
  });

  it('zeros that unpack to a gigabyte, said honestly', async () => {
    const bomb = zipOf('xl/worksheets/sheet0.xml', zeros(1024), 1024 * MB);
    expect(await failure(bomb)).toMatchObject({ code: 'workbook-too-large', args: { measure: 'megabytes' } });
  });

  it.each([1000, 60 * MB])('zeros that unpack to a gigabyte and claim %i bytes', async (claim) => {
    const started = performance.now();
    expect(await failure(zipOf('xl/worksheets/sheet0.xml', zeros(1024), claim))).toMatchObject({
      code: 'workbook-damaged',
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('a sheet that claims a million rows of sixteen thousand columns', async () => {
    const bytes = workbook([{ name: 'M', rows: smallMap, before: '<dimension ref="A1:XFD1048576"/>' }]);
    expect(await failure(bytes)).toMatchObject({
      code: 'workbook-too-large',
      args: { measure: 'claimed-cells', sheet: 'M' },
    });
  });

  it('a sheet with its cells at the far end of thousands of rows', async () => {
    const far = Array.from(
      { length: 2000 },
      (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
    );
    expect(await failure(rows(far.join('')))).toMatchObject({
      code: 'workbook-too-large',
      args: { measure: 'cells' },
    });
  });

  it('a text of one line of a hundred megabytes', async () => {
    expect(await failure(new Uint8Array(100 * MB).fill(97))).toMatchObject({ code: 'text-too-large' });
    expect(await failure(new Uint8Array(60 * MB).fill(59))).toMatchObject({
      code: 'text-too-large',
      args: { measure: 'cells' },
    });
    expect(await failure(new Uint8Array(30 * MB).fill(97))).toMatchObject({ code: 'outsized' });
  });
});

const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>`;

function rows(xml: string): Uint8Array {
  return workbook([{ name: 'M', rows: xml }]);
}

function sheetXml(xml: string): Uint8Array {
  return workbook([{ name: 'M', rows: '' }], { 'xl/worksheets/sheet0.xml': xml });
}

function withoutSheet(): Uint8Array {
  return workbook([{ name: 'M', rows: '' }], {
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="s0" Type="x/worksheet" Target="no.xml"/></Relationships>',
  });
}

function document(part: string): Uint8Array {
  const rels = `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="${part}"/></Relationships>`;
  return pack({ '_rels/.rels': rels, [part]: '<x/>' });
}

function ole(entry: string): Uint8Array {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Uint8Array.from([
    ...magic,
    ...Array(504).fill(0),
    ...[...entry].flatMap((c) => [c.charCodeAt(0), 0]),
  ]);
}

/** Deflated zeros, that many megabytes: whole blocks of deflate may be repeated. */
function zeros(megabytes: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(MB), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(megabytes).fill(block), deflateRawSync(Buffer.alloc(0))]);
}

/** A workbook in which one part has this packed data and claims this size. */
function zipOf(part: string, packed: Uint8Array, claim: number): Uint8Array {
  const whole = Buffer.from(workbook([{ name: 'M', rows: smallMap }], { [part]: packed }));
  const name = Buffer.from(part);
  const entry = whole.lastIndexOf(name) - 46;
  // The part was packed once more by the helper; take its data as it is, and claim what we like.
  const stored = Buffer.from(zipSync({ [part]: [packed, { level: 0 }] }));
  return spliceMember(
    whole,
    entry,
    stored.subarray(0, 30 + name.length + packed.length),
    packed.length,
    claim,
  );
}

function spliceMember(
  zip: Buffer,
  entry: number,
  local: Buffer,
  packedSize: number,
  claim: number,
): Uint8Array {
  local.writeUInt16LE(8, 8);
  const directory = zip.subarray(zip.readUInt32LE(zip.length - 6), zip.length);
  const moved = Buffer.from(directory);
  const at = entry - zip.readUInt32LE(zip.length - 6);
  moved.writeUInt16LE(8, at + 10);
  moved.writeUInt32LE(packedSize, at + 20);
  moved.writeUInt32LE(claim, at + 24);
  const start = zip.readUInt32LE(zip.length - 6);
  moved.writeUInt32LE(start, at + 42);
  moved.writeUInt32LE(start + local.length, moved.length - 6);
  return Buffer.concat([zip.subarray(0, start), local, moved]);
}
