import type { AdoptionDecision, Side } from '../model/adoption.ts';
import type { AdoptionProblem } from '../model/adoption-problem.ts';
import { fromPlainText } from '../values/plain-text.ts';
import { rowPlace, type Table, type TableRow } from '../values/table.ts';
import { adoptionSheetWords } from '../words/adoption.ts';

/** Decisions on conflicts as read. With problems none of them is to be applied. */
export interface AdoptionReading {
  readonly decisions: readonly AdoptionDecision[];
  readonly problems: readonly AdoptionProblem[];
}

type Column = keyof typeof adoptionSheetWords.en.columns;

/**
 * Reads decisions on conflicts: from the file that procmap writes, from a spreadsheet's copy of it, or from the sheet of
 * the workbook, in either language. Rows without a verdict are no decisions.
 */
export function parseAdoptionDecisions(tables: readonly Table[]): AdoptionReading {
  const readings = tables.map(readTable).filter((reading) => reading !== null);
  const [first] = tables;
  if (readings.length === 0) {
    const place = first ? rowPlace(first, first.rows[0] ?? { number: 1, cells: [] }) : { file: '' };
    return {
      decisions: [],
      problems: [{ kind: 'columns-missing', value: 'local_code, national_code, verdict', place }],
    };
  }
  const decisions = readings.flatMap((reading) => reading.decisions);
  return {
    decisions,
    problems: [...readings.flatMap(({ problems }) => problems), ...contradictions(decisions)],
  };
}

function readTable(table: Table): AdoptionReading | null {
  const at = table.rows.findIndex((row) => isHeader(columnsOf(row)));
  const header = table.rows[at];
  if (header === undefined) return null;
  const columns = columnsOf(header);
  const decisions: AdoptionDecision[] = [];
  const problems: AdoptionProblem[] = [];
  for (const row of table.rows.slice(at + 1)) {
    const get = (column: Column): string => (row.cells[columns.get(column) ?? -1] ?? '').trim();
    const verdict = get('verdict');
    if (verdict === '') continue;
    const side = sideOf(verdict);
    const place = rowPlace(table, row, columns.get('verdict'));
    if (side === null) problems.push({ kind: 'verdict-unknown', value: verdict, place });
    else if (get('local_code') === '' && get('national_code') === '')
      problems.push({ kind: 'codes-missing', value: '', place });
    else
      decisions.push({
        localCode: get('local_code'),
        nationalCode: get('national_code'),
        side,
        by: fromPlainText(get('decided_by')),
        on: get('decided_on'),
        reason: fromPlainText(get('reason')),
        localFingerprint: get('local_fingerprint').toLowerCase(),
        nationalFingerprint: get('national_fingerprint').toLowerCase(),
        place,
      });
  }
  return { decisions, problems };
}

/** Two decisions on one conflict are one too many, whatever they say. */
function contradictions(decisions: readonly AdoptionDecision[]): readonly AdoptionProblem[] {
  const seen = new Set<string>();
  return decisions.flatMap(({ localCode, nationalCode, place }) => {
    const key = `${localCode}\u0000${nationalCode}`;
    const isKnown = seen.has(key);
    seen.add(key);
    const value = [localCode, nationalCode].filter((code) => code !== '').join(' / ');
    return isKnown ? [{ kind: 'decided-twice', value, place } as const] : [];
  });
}

function sideOf(verdict: string): Side | null {
  const word = foldWord(verdict);
  for (const { verdicts } of Object.values(adoptionSheetWords)) {
    if (word === verdicts.national) return 'national';
    if (word === verdicts.local) return 'local';
  }
  return null;
}

function isHeader(columns: ReadonlyMap<Column, number>): boolean {
  return (['local_code', 'national_code', 'verdict'] as const).every((name) => columns.has(name));
}

function columnsOf({ cells }: TableRow): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  cells.forEach((cell, i) => {
    const column = COLUMN_BY_WORD.get(foldWord(cell));
    if (column !== undefined && !columns.has(column)) columns.set(column, i);
  });
  return columns;
}

const COLUMN_BY_WORD: ReadonlyMap<string, Column> = new Map(
  Object.values(adoptionSheetWords).flatMap(({ columns }) =>
    (Object.entries(columns) as [Column, string][]).flatMap(([column, word]) => [
      [foldWord(word), column] as const,
      [column, column] as const,
    ]),
  ),
);

function foldWord(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
