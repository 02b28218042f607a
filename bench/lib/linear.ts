/** Solves a system of linear equations by Gaussian elimination with pivots. */
export function solve(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let c = 0; c < size; c++) {
    let pivot = c;
    for (let r = c + 1; r < size; r++) {
      if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[pivot]?.[c] ?? 0)) pivot = r;
    }
    [rows[c], rows[pivot]] = [rows[pivot] as number[], rows[c] as number[]];
    const head = rows[c] as number[];
    for (let r = 0; r < size; r++) {
      const row = rows[r] as number[];
      const factor = r === c ? 0 : (row[c] as number) / (head[c] as number);
      if (factor !== 0)
        for (let k = c; k <= size; k++) row[k] = (row[k] as number) - factor * (head[k] as number);
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}
