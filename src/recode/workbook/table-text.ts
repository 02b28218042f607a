import type { FormulaToken } from './formula-tokens.ts';

/**
 * A reference to a table, with the names of columns that are called otherwise now.
 *
 * @param tableColumns what columns are called now: by table and old name, both in lower case
 */
export function tableText(
  token: Extract<FormulaToken, { kind: 'table' }>,
  tableColumns: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string {
  const renamed = tableColumns.get(token.table.toLowerCase());
  if (renamed === undefined) return token.text;
  const brackets = token.brackets.replace(/\[((?:[^\][']|'.)*)\]/g, (whole, inner: string) => {
    const at = inner.startsWith('@') ? '@' : '';
    const now = renamed.get(unescapeColumn(inner.slice(at.length)).toLowerCase());
    return now === undefined ? whole : `[${at}${escapeColumn(now)}]`;
  });
  return token.table + brackets;
}

/** The name of a column as brackets hold it: an apostrophe stands before what means something there. */
function escapeColumn(name: string): string {
  return name.replace(/[[\]#'@]/g, (sign) => `'${sign}`);
}

function unescapeColumn(text: string): string {
  return text.replace(/'(.)/g, '$1');
}
