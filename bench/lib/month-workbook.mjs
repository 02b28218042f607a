// A workbook of time-sheets, one employee a sheet: a row per code, a column per day, totals by formula.
import { utils, write } from '@e965/xlsx';

const DAYS = 31;
const ROWS = 40;

/** The bytes of a workbook with so many sheets, booked on these codes. */
export function monthWorkbook(sheets, codes) {
  const book = utils.book_new();
  for (let person = 1; person <= sheets; person++) {
    const days = Array.from({ length: DAYS }, (_, i) => i + 1);
    const rows = Array.from({ length: ROWS }, (_, i) => [
      codes[(person * 7 + i * 3) % codes.length],
      ...days.map((day) => ((day + i + person) % 6 === 0 ? 1.25 : null)),
    ]);
    const sheet = utils.aoa_to_sheet([
      ['Dipendente:', `Matricola ${1000 + person}`],
      ['Mese:', 'marzo 2023'],
      [],
      ['Codice', ...days.map(String), 'Totale'],
      ...rows,
    ]);
    rows.forEach((row, i) => {
      const sum = row.slice(1).reduce((all, each) => all + (each ?? 0), 0);
      sheet[`AG${i + 5}`] = { t: 'n', v: sum, f: `SUM(B${i + 5}:AF${i + 5})` };
    });
    sheet['!ref'] = `A1:AG${ROWS + 4}`;
    utils.book_append_sheet(book, sheet, `Dip. ${person}`);
  }
  return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array', compression: true }));
}
