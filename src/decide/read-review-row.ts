import type { Decision, Verdict } from '../model/decision.ts';
import type { DecisionProblem } from '../model/decision-problem.ts';
import { readVerdict } from '../model/decision-words.ts';
import type { Place } from '../model/place.ts';
import type { NamedRow } from './parse-decisions.ts';
import { codeText, type DecisionFacts, problemAt, readFacts } from './read-decision-row.ts';

/** What a row of the review sheet says: at most a rejection and an acceptance. */
export interface ReviewRowReading {
  readonly oldCode: string;
  /** The proposed target; empty where the row is a free one or nothing was proposed. */
  readonly proposed: string;
  readonly decisions: readonly Decision[];
  readonly problems: readonly DecisionProblem[];
  readonly place: Place;
}

/**
 * Reads a row of the review sheet. An empty decision with no entry chosen leaves the row open; a chosen entry takes the
 * place of the proposed one.
 */
export function readReviewRow(row: NamedRow): ReviewRowReading {
  const oldCode = codeText(row.get('old_code'));
  const proposed = codeText(row.get('proposed_code'));
  const place = row.placeOf('verdict');
  const base = { oldCode, proposed, place };
  const word = row.get('verdict');
  const chosen = codeText(row.get('chosen_entry'));
  const verdict = word === '' ? (chosen === '' ? null : 'accept') : readVerdict(word);
  if (word === '' && verdict === null) return { ...base, decisions: [], problems: unfinished(row) };
  if (verdict === null || verdict === 'add')
    return { ...base, decisions: [], problems: [problemAt(row, 'verdict', 'verdict-unknown')] };
  if (oldCode === '') {
    const missing: DecisionProblem = {
      kind: 'code-missing',
      place: row.placeOf('old_code'),
      args: { verdict, side: 'old' },
    };
    return { ...base, decisions: [], problems: [missing] };
  }
  const { facts, problems } = readFacts(row);
  const contradiction = contradicts(verdict, chosen, proposed)
    ? [problemAt(row, 'chosen_entry', 'choice-contradicts')]
    : [];
  const decisions = decide({ verdict, oldCode, proposed, chosen, facts, place });
  const nothing: readonly DecisionProblem[] =
    decisions.length === 0
      ? [{ kind: 'choice-missing', place: row.placeOf('chosen_entry'), args: { code: oldCode } }]
      : [];
  return { ...base, decisions, problems: [...problems, ...contradiction, ...nothing] };
}

/**
 * Where an entry has several rows and one is accepted, the others want a word too: whether they hold beside it is just
 * what nobody else can know.
 */
export function checkReviewRows(readings: readonly ReviewRowReading[]): readonly DecisionProblem[] {
  const accepted = new Map<string, Place>();
  for (const { oldCode, decisions, place } of readings) {
    if (decisions.some(({ verdict }) => verdict === 'accept') && !accepted.has(oldCode))
      accepted.set(oldCode, place);
  }
  return readings.flatMap(({ oldCode, proposed, decisions, problems, place }) => {
    const other = accepted.get(oldCode);
    if (other === undefined || proposed === '' || decisions.length > 0 || problems.length > 0) return [];
    return [{ kind: 'row-undecided', place, args: { code: oldCode, other } }];
  });
}

/** A share without a decision is a decision half made. */
function unfinished(row: NamedRow): readonly DecisionProblem[] {
  if (row.get('share') === '') return [];
  return [
    { kind: 'choice-missing', place: row.placeOf('verdict'), args: { code: codeText(row.get('old_code')) } },
  ];
}

function contradicts(verdict: Verdict, chosen: string, proposed: string): boolean {
  if (chosen === '') return false;
  return verdict === 'drop' || (verdict === 'reject' && chosen === proposed);
}

interface ReviewChoice {
  readonly verdict: Verdict;
  readonly oldCode: string;
  readonly proposed: string;
  readonly chosen: string;
  readonly facts: DecisionFacts;
  readonly place: Place;
}

function decide({ verdict, oldCode, proposed, chosen, facts, place }: ReviewChoice): readonly Decision[] {
  const toOther = chosen === '' || chosen === proposed ? {} : { newFingerprint: '' };
  const none = { share: null, isDefault: null } as const;
  if (verdict === 'drop')
    return [{ ...facts, ...none, verdict, oldCode, newCode: '', newFingerprint: '', place }];
  const target = chosen || (verdict === 'accept' ? proposed : '');
  const accepted: Decision[] =
    target === '' ? [] : [{ ...facts, ...toOther, verdict: 'accept', oldCode, newCode: target, place }];
  const rejected: Decision[] =
    verdict === 'reject' && proposed !== '' && proposed !== target
      ? [{ ...facts, ...none, verdict, oldCode, newCode: proposed, place }]
      : [];
  return [...rejected, ...accepted];
}
