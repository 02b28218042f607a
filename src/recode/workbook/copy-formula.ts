import { columnName } from '../../values/table.ts';
import { MAX_COLUMNS, MAX_ROWS } from './axis.ts';
import { type Corner, formulaTokens } from './formula-tokens.ts';

/** Moves a formula as copying it does: what is not fixed by a dollar sign goes along. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moved = ({ row, column, rowFixed, columnFixed }: Corner): Corner => ({
    rowFixed,
    columnFixed,
    row: row === null || rowFixed ? row : wrapped(row + rows, MAX_ROWS),
    column: column === null || columnFixed ? column : wrapped(column + columns, MAX_COLUMNS),
  });
  return formulaTokens(formula)
    .map((token) => {
      if (token.kind !== 'reference') return token.text;
      const { prefix, first, last } = token;
      return prefix + cornersText(moved(first), last === null ? null : moved(last));
    })
    .join('');
}

/** Relative references go round the edges of a sheet. */
function wrapped(at: number, limit: number): number {
  return ((((at - 1) % limit) + limit) % limit) + 1;
}

/** A reference as formulas write it, of one end or two. */
export function cornersText(first: Corner, last: Corner | null): string {
  return last === null ? cornerText(first) : `${cornerText(first)}:${cornerText(last)}`;
}

function cornerText({ row, column, rowFixed, columnFixed }: Corner): string {
  const letters = column === null ? '' : `${columnFixed ? '$' : ''}${columnName(column - 1)}`;
  return letters + (row === null ? '' : `${rowFixed ? '$' : ''}${row}`);
}
