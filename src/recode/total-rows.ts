const TOTAL =
  /^\s*(?:[A-G]\d[\w.]{0,20}[\s:–-]+)?(?:(?:sub|grand|gran)[\s.-]*)?(?:tot|total[ei]?|totals|somma|sum)\b/i;

/** Whether the cells of a row say that it is a total of other rows, and no booking. Only a row without a known code is. */
export function isTotal(cells: readonly string[]): boolean {
  return cells.some((cell) => TOTAL.test(cell));
}

const GRAND = /(?:gran\w*[\s.-]*tot|tot\w*[\s.-]*(?:gen|compl|gran|overall|all|file|anno|azienda)|overall)/i;

/** Whether a row of totals says that it is the total of all. */
export function isGrandTotal(cells: readonly string[]): boolean {
  return cells.some((cell) => GRAND.test(cell));
}
