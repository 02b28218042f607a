import { type AdoptionOutcome, OUTCOMES, type OutcomeKind } from '../../model/adoption.ts';
import type { Lang } from '../../model/lang.ts';
import type { ReportEntry } from '../../model/report.ts';
import { adoptionTexts } from '../../words/adoption.ts';
import { fill } from '../../words/language.ts';
import { safeText } from '../../words/safe-text.ts';

/** An entry in a line: code and label. */
export function entryLine({ code, label }: ReportEntry): string {
  return safeText(label === '' ? code : `${code} ${label}`);
}

/** What is told of an outcome below its entries: reasons, notes, hours, who decided. */
export function remarksOf(outcome: AdoptionOutcome, lang: Lang): readonly string[] {
  const texts = adoptionTexts[lang];
  const { conflict, side, decision, notes, kind, national, candidates, hours } = outcome;
  const codes = (entries: readonly ReportEntry[]) => entries.map(entryLine).join('; ');
  return [
    ...(conflict === null ? [] : [texts.conflict[conflict]]),
    ...(conflict === null || decision !== null ? [] : [fill(texts.stands, { side: texts.side[side] })]),
    ...(decision === null ? [] : [fill(texts.decided, { side: decidedText(outcome, lang) })]),
    ...(kind === 'addition-replaced' ? [fill(texts.retiredFor, { entries: codes(national) })] : []),
    ...(candidates.length === 0 ? [] : [fill(texts.maybe, { entries: codes(candidates) })]),
    ...notes.map((note) => texts.note[note]),
    ...(hours === null || hours === '0' || outcome.local.length === 0
      ? []
      : [fill(texts.hours, { hours: lang === 'it' ? hours.replace('.', ',') : hours })]),
  ];
}

function decidedText({ side, decision }: AdoptionOutcome, lang: Lang): string {
  const note = [decision?.by, decision?.on, decision?.reason].filter(
    (text) => text !== undefined && text !== '',
  );
  return safeText([adoptionTexts[lang].side[side], ...note].join(', '));
}

/** Kinds in the order in which they are told: what needs a person first, what is as it was last. */
export const TOLD: readonly OutcomeKind[] = [
  'conflict',
  'dropped',
  'addition-replaced',
  'addition-kept',
  'kept-wording',
  'kept-place',
  'kept-content',
  'added',
  'left-out',
  'taken-over',
] satisfies readonly OutcomeKind[];

/** Outcomes by kind, in the order in which they are told; kinds without any are left out. */
export function outcomesByKind(
  outcomes: readonly AdoptionOutcome[],
): readonly (readonly [OutcomeKind, readonly AdoptionOutcome[]])[] {
  const kinds = [...TOLD, ...OUTCOMES.filter((kind) => !TOLD.includes(kind))];
  return kinds
    .map((kind) => [kind, outcomes.filter((outcome) => outcome.kind === kind)] as const)
    .filter(([, all]) => all.length > 0);
}

/** Whether the new local map has something that the old one has not in the same words under the same code. */
export function isChanged({ local, result }: AdoptionOutcome): boolean {
  const before = local.map(({ code, label }) => `${code} ${label}`).sort();
  const after = result.map(({ code, label }) => `${code} ${label}`).sort();
  return before.length !== after.length || before.some((line, i) => line !== after[i]);
}
