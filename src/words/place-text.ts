import type { Lang } from '../model/lang.ts';
import type { Place } from '../values/place.ts';

/** Where in its file: `Sheet!C12`, `12:3`; empty when only the file is known. */
export function placeText({ sheet, cell, line, column }: Place): string {
  if (sheet !== undefined) return cell === undefined ? sheet : `${sheet}!${cell}`;
  if (cell !== undefined) return cell;
  if (line === undefined) return '';
  return column === undefined ? `${line}` : `${line}:${column}`;
}

/** The same for a reader: a bare line is called one (`riga 12:3`). */
export function placeName(place: Place, lang: Lang): string {
  const text = placeText(place);
  return place.line === undefined || place.sheet !== undefined ? text : `${LINE[lang]} ${text}`;
}

const LINE = { en: 'line', it: 'riga' } as const satisfies Record<Lang, string>;
