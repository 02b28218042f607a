/** A header cell in the form in which headers are compared: small letters and digits, no accents, no punctuation. */
export function headerWord(cell: string): string {
  return cell
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** A longer cell is a sentence, not the name of a column, and a row with one is no header. */
const MAX_HEADER_CELL = 80;

/**
 * Finds columns by their names.
 *
 * @param roles what to look for, in order of precedence: each cell takes the first role that fits and is still free
 */
export function findColumns(
  cells: readonly string[],
  roles: readonly (readonly [role: string, pattern: RegExp])[],
): Map<string, number> {
  const columns = new Map<string, number>();
  if (cells.length < 2 || cells.some((cell) => cell.length > MAX_HEADER_CELL)) return columns;
  cells.forEach((cell, index) => {
    const word = cell === '' ? '' : headerWord(cell);
    if (word === '') return;
    const role = roles.find(([name, pattern]) => !columns.has(name) && pattern.test(word));
    if (role) columns.set(role[0], index);
  });
  return columns;
}

/** The names that the levels of a map go by, in singular and plural. */
export const levelRoles = [
  ['macro-function', /^macrofunzion[ei]$/],
  ['macro-process', /^(tema)?macroprocess[oi]$/],
  ['sub-process', /^(servizioambito|servizio|ambito)?sotto?process[oi]$/],
  ['process', /^(funzione)?process[oi]$/],
  ['activity', /^(attivita(azion[ei])?|azion[ei])$/],
] as const satisfies readonly (readonly [string, RegExp])[];
