import { ABOUT_FIELDS, type AboutField } from '../model/entry-about.ts';
import type { EntryAbout } from '../model/process-map.ts';
import { foldBlanks } from '../values/fold-blanks.ts';
import { fromPlainText } from '../values/plain-text.ts';
import { headerWord } from './layouts/header-words.ts';
import type { Columns } from './layouts/layout.ts';
import type { MapBuilder } from './map-builder.ts';
import type { Table, TableRow } from './table.ts';

/** What the columns are called, in Italian and English. */
const NAMES: Readonly<Record<AboutField, RegExp>> = {
  id: /^(id|identifier|identificativo|identificatore|uri|iri)$/,
  definition: /^(definition|definizione)$/,
  includes: /^(includes|inclusions?|comprende|include|inclusioni)$/,
  excludes: /^(excludes|exclusions?|esclude|noncomprende|esclusioni)$/,
  validFrom: /^(validfrom|valid[oa]dal|(data)?inizio(validita)?)$/,
  validTo: /^(valid(to|until)|valid[oa](al|finoal)|(data)?fine(validita)?)$/,
  status: /^(status|stato)$/,
};
/** Where codes stand in a column of their own, one that is called `id` holds something else. */
const CODE = /^(code|codice|cod|notation|notazione)$/;

/** The columns that say more of an entry than code and label do: a field -> 0-based index. */
export type AboutColumns = ReadonlyMap<AboutField, number>;

/**
 * Finds them in a header that a layout has recognised.
 *
 * @param taken the columns of the layout
 */
export function aboutColumns(header: readonly string[], taken: Columns): AboutColumns {
  const words = header.map(headerWord);
  const used = new Set(taken.values());
  const hasCode = words.some((word) => CODE.test(word));
  const found = ABOUT_FIELDS.flatMap((field) => {
    const free = (column: number) => !used.has(column) || (field === 'id' && hasCode);
    const at = words.findIndex((word, column) => NAMES[field].test(word) && free(column));
    return at < 0 ? [] : [[field, at] as const];
  });
  return new Map(found);
}

/** What a row says of its entry; `undefined` where it says nothing. In text files signs of formulas have a mark before them. */
export function aboutOf(
  { source }: Table,
  { cells }: TableRow,
  columns: AboutColumns,
): EntryAbout | undefined {
  const fields = [...columns].flatMap(([field, column]) => {
    const cell = foldBlanks(cells[column] ?? '');
    const text = source === undefined ? cell : fromPlainText(cell);
    return text === '' ? [] : [[field, text] as const];
  });
  return fields.length === 0 ? undefined : (Object.fromEntries(fields) as EntryAbout);
}

/**
 * A builder for one row: of the entries that the row adds, at once or once the table is read, the last one is what it speaks
 * of; the others stand above it.
 */
export function describing(builder: MapBuilder, about: EntryAbout): MapBuilder {
  let last: number | undefined;
  return {
    ...builder,
    addEntry: (entry) => {
      const id = builder.addEntry(entry);
      if (last !== undefined) delete builder.entry(last).about;
      builder.entry(id).about = about;
      last = id;
      return id;
    },
  };
}
