import { type Decision, isAccepted, type Verdict } from '../model/decision.ts';
import type { DecisionProblem } from '../model/decision-problem.ts';
import { groupBy } from '../values/group-by.ts';
import type { Place } from '../values/place.ts';
import { NO_TARGET_MARK, readStays, readVerdict } from '../words/review-words.ts';
import type { NamedRow } from './named-row.ts';
import { codeText, type DecisionFacts, problemAt, readFacts } from './read-decision-row.ts';
import { sameEntry } from './same-entry.ts';

/** What a row of the review sheet says: at most a rejection and an acceptance. */
export interface ReviewRowReading {
  readonly oldCode: string;
  /** Empty on a free row, which may be of any entry of the code. */
  readonly oldFingerprint: string;
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
export function readReviewRow(row: NamedRow, author: ReviewAuthor): ReviewRowReading {
  const oldCode = codeText(row.get('old_code'));
  const proposed = codeText(row.get('proposed_code'));
  const stays = readStays(row.get('chosen_entry'));
  const chosen = stays ?? codeText(row.get('chosen_entry'));
  const place = row.placeOf(row.get('verdict') === '' && chosen !== '' ? 'chosen_entry' : 'verdict');
  const oldFingerprint = row.get('old_fingerprint').toLowerCase();
  const base = { oldCode, oldFingerprint, proposed: proposed === NO_TARGET_MARK ? '' : proposed, place };
  const word = row.get('verdict');
  if (word === '' && chosen === '') return { ...base, decisions: [], problems: unfinished(row) };
  const verdict = stays !== null && isOpenTo(word) ? 'restore' : word === '' ? 'accept' : readVerdict(word);
  if (verdict === null)
    return { ...base, decisions: [], problems: [problemAt(row, 'verdict', 'verdict-unknown')] };
  if (oldCode === '' && verdict !== 'add') {
    const args = { verdict, side: 'old' } as const;
    return {
      ...base,
      decisions: [],
      problems: [{ kind: 'code-missing', place: row.placeOf('old_code'), args }],
    };
  }
  const { facts, problems } = readFacts(withAuthor(row, author));
  const decisions = decide({ verdict, oldCode, proposed, chosen, facts, place });
  const further = contradicts({ verdict, oldCode, proposed, chosen })
    ? [problemAt(row, verdict === 'add' ? 'verdict' : 'chosen_entry', 'choice-contradicts')]
    : decisions.length === 0
      ? [{ kind: 'choice-missing', place: row.placeOf('chosen_entry'), args: { code: oldCode } } as const]
      : [];
  return { ...base, decisions, problems: [...problems, ...further] };
}

/** Whether a decision leaves room for a lost entry to stay: none at all, or one that confirms it. */
function isOpenTo(word: string): boolean {
  const verdict = readVerdict(word);
  return word === '' || verdict === 'accept' || verdict === 'restore';
}

/** Who decided and when, for rows that do not say; either may be empty. */
export type ReviewAuthor = Readonly<Record<'decided_by' | 'decided_on', string>>;

/** A row that says neither who nor when takes both from the head of the sheet. */
function withAuthor(row: NamedRow, author: ReviewAuthor): NamedRow {
  const get: NamedRow['get'] = (column) =>
    row.get(column) || (column === 'decided_by' || column === 'decided_on' ? author[column] : '');
  return { ...row, get };
}

/**
 * Where an entry has several rows and one is accepted, the others want a word too: whether they hold beside it is just
 * what nobody else can know.
 */
export function checkReviewRows(readings: readonly ReviewRowReading[]): readonly DecisionProblem[] {
  const accepted = readings.filter(({ decisions }) => decisions.some(isAccepted));
  const byCode = groupBy(accepted, ({ oldCode }) => oldCode);
  return readings.flatMap(({ oldCode, oldFingerprint, proposed, decisions, problems, place }) => {
    if (proposed === '' || decisions.length > 0 || problems.length > 0) return [];
    const other = byCode.get(oldCode)?.find((each) => sameEntry(each.oldFingerprint, oldFingerprint));
    return other ? [{ kind: 'row-undecided', place, args: { code: oldCode, other: other.place } }] : [];
  });
}

/** A share without a decision is a decision half made. */
function unfinished(row: NamedRow): readonly DecisionProblem[] {
  if (row.get('share') === '') return [];
  return [
    { kind: 'choice-missing', place: row.placeOf('verdict'), args: { code: codeText(row.get('old_code')) } },
  ];
}

interface RowChoice {
  readonly verdict: Verdict;
  readonly oldCode: string;
  readonly proposed: string;
  readonly chosen: string;
}

function contradicts({ verdict, oldCode, proposed, chosen }: RowChoice): boolean {
  if (verdict === 'add') return oldCode !== '' || chosen !== '';
  return chosen !== '' && (verdict === 'drop' || (verdict === 'reject' && chosen === proposed));
}

interface ReviewChoice extends RowChoice {
  readonly facts: DecisionFacts;
  readonly place: Place;
}

function decide(choice: ReviewChoice): readonly Decision[] {
  const { oldCode, proposed, chosen, facts, place } = choice;
  const unnamed = { ...facts, newLabel: '' };
  const undivided = { ...unnamed, share: null, isDefault: null, place };
  const verdict =
    choice.verdict === 'accept' && chosen === '' && proposed === NO_TARGET_MARK ? 'drop' : choice.verdict;
  if (verdict === 'drop') return [{ ...undivided, verdict, oldCode, newCode: '', newFingerprint: '' }];
  if (verdict === 'add')
    return [{ ...undivided, verdict, oldCode: '', newCode: proposed, oldFingerprint: '' }];
  if (verdict === 'restore') {
    const newCode = chosen !== '' ? chosen : proposed === NO_TARGET_MARK ? '' : proposed;
    return newCode === '' ? [] : [{ ...facts, verdict, oldCode, newCode, newFingerprint: '', place }];
  }
  const isProposal = proposed !== '' && proposed !== NO_TARGET_MARK;
  const target = chosen !== '' ? chosen : verdict === 'accept' && isProposal ? proposed : '';
  const newFingerprint = target === proposed ? facts.newFingerprint : '';
  const rejected = verdict === 'reject' && isProposal && proposed !== target;
  return [
    ...(rejected ? [{ ...undivided, verdict, oldCode, newCode: proposed }] : []),
    ...(target === ''
      ? []
      : [{ ...unnamed, verdict: 'accept' as const, oldCode, newCode: target, newFingerprint, place }]),
  ];
}
