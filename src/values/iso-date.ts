const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether text is a day of the calendar as ISO 8601 writes it (`2023-01-31`; not `2023-02-30`). */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = ISO.exec(text) ?? [];
  return year !== undefined && isDay(Number(year), Number(month), Number(day));
}

/** Whether such a day exists. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The ISO date of a day. Comparing two of them as text compares the days. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days of Excel that anybody may mean: 1990 to 2099. A shorter or longer number is no date. */
const EXCEL_DAYS = { first: 32_874, last: 73_050 };

/**
 * The ISO date behind the number that a spreadsheet shows for a day whose cell has lost its format: `45366`.
 *
 * @returns `null` for anything else
 */
export function excelDay(text: string): string | null {
  const days = /^\d{5}$/.test(text) ? Number(text) : 0;
  if (days < EXCEL_DAYS.first || days > EXCEL_DAYS.last) return null;
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}

/**
 * The ISO date of a day as a file of ours has it after a spreadsheet saved it again: `2023-01-31`, or `31/01/2023`.
 *
 * @returns `null` for anything else
 */
export function isoDay(text: string): string | null {
  if (isIsoDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) return null;
  return isoDate(Number(year), Number(month), Number(day));
}

/** The day that a moment is on where the user is, as an ISO date. */
export function localIsoDay(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
