import { foldLabel } from '../../language/fold-label.ts';

/** A header cell in the form in which headers are compared: small letters and digits, no accents, no punctuation. */
export function headerWord(cell: string): string {
  return foldLabel(cell).replace(/[^a-z0-9]/g, '');
}

/** A longer cell is a sentence, not the name of a column, and a row with one is no header. */
const MAX_HEADER_CELL = 80;
const MAX_HEADER_CELLS = 200;

/**
 * Finds columns by their names.
 *
 * @param roles what to look for, in order of precedence: each cell takes the first role that fits and is still free
 * @param hints roles by header word, which go before
 */
export function findColumns(
  cells: readonly string[],
  roles: readonly (readonly [role: string, pattern: RegExp])[],
  hints: ReadonlyMap<string, string> = new Map(),
): Map<string, number> {
  const columns = new Map<string, number>();
  if (cells.length < 2 || cells.length > MAX_HEADER_CELLS || cells.some(isSentence)) return columns;
  let seen = 0;
  for (const [index, cell] of cells.entries()) {
    const word = cell === '' ? '' : headerWord(cell);
    if (word === '') continue;
    const role =
      hints.get(word) ?? roles.find(([name, pattern]) => !columns.has(name) && pattern.test(word))?.[0];
    if (role !== undefined) columns.set(role, index);
    else if (columns.size === 0 && ++seen === MAX_STRANGERS) break;
  }
  return columns;
}

/** So many names in a row that mean nothing, and the row is no header: most rows are told by their first cells. */
const MAX_STRANGERS = 6;

function isSentence(cell: string): boolean {
  return cell.length > MAX_HEADER_CELL;
}

/** The names that the levels of a map go by, in singular and plural; a damaged `à` may be missing from `Attività`. */
export const levelRoles = [
  ['macro-function', /^macrofunzion[ei]$/],
  ['macro-process', /^(tema)?macroprocess[oi]?$/],
  ['sub-process', /^(servizioambito|servizio|ambito)?sotto?process[oi]$/],
  ['process', /^(funzione)?process[oi]$/],
  ['activity', /^(attivita?(azion[ei])?|azion[ei])$/],
] as const satisfies readonly (readonly [string, RegExp])[];
