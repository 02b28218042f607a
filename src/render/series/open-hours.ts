import type { Series } from '../../model/series.ts';

/** Hours of a year in a group that something undecided belongs to. */
export interface OpenHours {
  readonly year: string;
  readonly code: string;
  readonly label: string;
  readonly amount: string;
}

/** The hours of groups with an entry of which nobody has decided what becomes of it: later years may have them elsewhere. */
export function openHours({ rows, years }: Series): readonly OpenHours[] {
  return rows.flatMap(({ group, amounts }) => {
    const open = group.entries.find(({ whole }) => whole === 'open');
    if (open === undefined) return [];
    return years.flatMap(({ year, revision }, i) => {
      const amount = amounts[i];
      const isMeant = revision === open.revision && amount !== null && amount !== undefined && amount !== '0';
      return isMeant ? [{ year, code: open.code, label: open.label, amount }] : [];
    });
  });
}
