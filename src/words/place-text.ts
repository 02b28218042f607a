import type { Lang } from '../model/lang.ts';
import type { Place } from '../values/place.ts';

/** Where in its file: `Sheet!C12`, `12:3`, `p4:12:3` on a page, `t2:5:1` in a table; empty when only the file is known. */
export function placeText({ sheet, cell, page, table, line, column }: Place): string {
  if (sheet !== undefined) return cell === undefined ? sheet : `${sheet}!${cell}`;
  if (cell !== undefined) return cell;
  const part = page !== undefined ? [`p${page}`] : table !== undefined ? [`t${table}`] : [];
  return [...part, ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(
    ':',
  );
}

/** The same for a reader: a bare line is called one (`riga 12:3`), and so are pages (`pagina 4, riga 12`). */
export function placeName(place: Place, lang: Lang): string {
  const { sheet, page, table, line } = place;
  const words = WORDS[lang];
  if (page !== undefined || table !== undefined) {
    const part = page !== undefined ? `${words.page} ${page}` : `${words.table} ${table}`;
    return line === undefined ? part : `${part}, ${words.row} ${line}`;
  }
  const text = placeText(place);
  return line === undefined || sheet !== undefined ? text : `${words.line} ${text}`;
}

const WORDS = {
  en: { line: 'line', row: 'row', page: 'page', table: 'table' },
  it: { line: 'riga', row: 'riga', page: 'pagina', table: 'tabella' },
} as const satisfies Record<Lang, Readonly<Record<'line' | 'row' | 'page' | 'table', string>>>;
