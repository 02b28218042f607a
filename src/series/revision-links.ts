import type { OpenEntry } from '../model/code-groups.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import { rowsByOldCode } from '../model/crosswalk-rows.ts';

/** The entries of one revision: their codes with their labels. */
export type RevisionEntries = ReadonlyMap<string, string>;

/** A code of one revision and all that it goes to in the next. */
export interface CodeLinks {
  readonly from: string;
  readonly to: readonly string[];
  readonly confirmed: boolean;
  /** Whether all it goes to is known. */
  readonly complete: boolean;
  /** Whether a part of it goes nowhere. */
  readonly loses: boolean;
  /** Set while nobody has decided what becomes of it, or of a part of it. */
  readonly open: Pick<OpenEntry, 'possiblyLost' | 'candidates'> | null;
}

/** The codes of the revisions of a chain of crosswalks, oldest first: what a step leads to, and what the next one knows. */
export function revisionEntries(crosswalks: readonly Crosswalk[]): readonly RevisionEntries[] {
  const revisions = Array.from({ length: crosswalks.length + 1 }, () => new Map<string, string>());
  const note = (revision: number, code: string, label: string): void => {
    const own = revisions[revision];
    if (own === undefined || code === '' || own.get(code)) return;
    own.set(code, label);
  };
  // The next crosswalk says what an entry is called there; the one before, what it became.
  crosswalks.forEach(({ rows }, step) => {
    for (const { newCode, newLabel } of rows) note(step + 1, newCode, newLabel);
  });
  crosswalks.forEach(({ rows }, step) => {
    for (const { oldCode, oldLabel } of rows) note(step, oldCode, oldLabel);
  });
  return revisions;
}

/**
 * What becomes of each code of a revision. Entries that share a code are one: no booking tells them apart. A code that the
 * crosswalk does not know is open.
 */
export function codeLinks(codes: Iterable<string>, crosswalk: Crosswalk): readonly CodeLinks[] {
  const byOld = rowsByOldCode(crosswalk);
  return [...codes].map((code) => linksOf(code, byOld.get(code) ?? []));
}

function linksOf(from: string, rows: readonly CrosswalkRow[]): CodeLinks {
  const undecided = rows.filter(({ tier, change }) => tier === 'open' || change === 'possibly-lost');
  const firm = rows.filter((row) => row.newCode !== '' && !undecided.includes(row));
  const nowhere = rows.filter((row) => row.newCode === '' && !undecided.includes(row));
  const isOpen = rows.length === 0 || undecided.length > 0;
  return {
    from,
    to: [...new Set(firm.map(({ newCode }) => newCode))],
    confirmed: firm.every(({ tier, decidedBy }) => tier === 'certain' || decidedBy !== ''),
    complete: firm.every(({ complete }) => complete !== 'unknown'),
    loses: nowhere.length > 0,
    open: isOpen
      ? {
          possiblyLost: undecided.some(({ change }) => change === 'possibly-lost'),
          candidates: candidatesOf(undecided),
        }
      : null,
  };
}

function candidatesOf(rows: readonly CrosswalkRow[]): readonly string[] {
  const named = rows.map(({ newCode }) => newCode).filter((code) => code !== '');
  return [
    ...new Set([...named, ...rows.flatMap(({ alternatives }) => alternatives.map(({ code }) => code))]),
  ];
}
