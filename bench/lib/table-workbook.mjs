// A workbook of one flat table, written part by part, so that what no program would write can be written too.
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The bytes of a workbook with a header, so many rows of codes and labels, and as many columns; all labels are one text. */
export function tableWorkbook(count, columns, label = 'Tenuta del registro', format = '0.00') {
  const letters = Array.from({ length: columns }, (_, i) => String.fromCharCode(65 + i));
  const cell = (address, index) => `<c r="${address}" t="s"><v>${index}</v></c>`;
  const rows = [
    `<row r="1">${letters.map((letter, i) => cell(`${letter}1`, i === 0 ? 1 : 2)).join('')}</row>`,
  ];
  for (let i = 1; i <= count; i++) {
    const code = `${Math.floor(i / 900) + 1}.${(Math.floor(i / 30) % 30) + 1}.${(i % 30) + 1}`;
    const first =
      columns > 1 ? `<c r="A${i + 1}" t="inlineStr"><is><t>${code}</t></is></c>` : cell(`A${i + 1}`, 0);
    rows.push(
      `<row r="${i + 1}">${first}${letters
        .slice(1)
        .map((letter) => cell(`${letter}${i + 1}`, 0))
        .join('')}</row>`,
    );
  }
  const relations = (...all) =>
    strToU8(
      `<Relationships xmlns="${PACKAGE}">${all
        .map(([type, target], i) => `<Relationship Id="r${i}" Type="${OFFICE}/${type}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    );
  return zipSync({
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r0"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="200" formatCode="${format}"/></numFmts><cellXfs count="1"><xf numFmtId="200"/></cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst xmlns="${MAIN}"><si><t>${label}</t></si><si><t>code</t></si><si><t>label</t></si></sst>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ),
  });
}
