import type { Adoption, AdoptionConflict, Side } from '../model/adoption.ts';
import type { DecisionNote } from '../model/decision.ts';
import type { Lang } from '../model/lang.ts';
import { entryLine } from '../render/adoption/adoption-lines.ts';
import { adoptionTexts } from '../words/adoption.ts';
import { interactiveTexts } from '../words/interactive.ts';
import { fill, formatNumber } from '../words/language.ts';
import { safeText } from '../words/safe-text.ts';
import type { Prompter } from './prompter.ts';

/** Who is asked about conflicts, and where the answers go. */
export interface AdoptionSession {
  readonly lang: Lang;
  readonly prompter: Prompter;
  readonly by: string;
  /** Today, as an ISO date. */
  readonly on: string;
  /** Keeps all that is decided so far. Called after every answer. */
  save(conflicts: readonly AdoptionConflict[]): Promise<void>;
}

/**
 * Walks a person through the open conflicts of an adoption. Every answer is saved before the next question, so that the
 * walk can be left at any time.
 *
 * @returns how many conflicts were decided, and how many are left
 */
export async function adoptInteractively(
  { conflicts }: Adoption,
  session: AdoptionSession,
): Promise<{ readonly decided: number; readonly left: number }> {
  const { prompter, lang, save } = session;
  const open = conflicts.filter(({ outcome }) => outcome.decision === null);
  if (open.length === 0) prompter.show(interactiveTexts[lang].nothingOpen);
  let all = conflicts;
  let decided = 0;
  for (const [i, conflict] of open.entries()) {
    prompter.show(draw(conflict, { at: i + 1, all: open.length }, lang));
    const answer = await ask(conflict, session);
    if (answer === 'stop') break;
    if (answer === 'skip') continue;
    all = all.map((each) => (each === conflict ? withAnswer(each, answer) : each));
    await save(all);
    decided++;
  }
  return { decided, left: open.length - decided };
}

interface Answer {
  readonly side: Side;
  readonly note: DecisionNote;
}

function withAnswer(conflict: AdoptionConflict, { side, note }: Answer): AdoptionConflict {
  return { ...conflict, outcome: { ...conflict.outcome, side, decision: note } };
}

function draw(
  { outcome }: AdoptionConflict,
  place: { readonly at: number; readonly all: number },
  lang: Lang,
): string {
  const texts = adoptionTexts[lang];
  const { conflict, base, candidates, hours } = outcome;
  const [first] = [...outcome.local, ...outcome.national, ...base];
  const { code = '', label = '' } = first ?? {};
  const lines = [
    ...(conflict === null ? [] : [texts.conflict[conflict]]),
    ...base.map((entry) => `${texts.maps.base}: ${entryLine(entry)}`),
    ...candidates.map((entry) => fill(texts.maybe, { entries: entryLine(entry) })),
    ...(hours === null ? [] : [fill(texts.hours, { hours: formatNumber(lang, Number(hours), 2) })]),
  ];
  const head = fill(interactiveTexts[lang].entry, { ...place, code, label });
  return [head, ...lines.map((line) => `  ${line}`)].map(safeText).join('\n');
}

async function ask(
  { outcome }: AdoptionConflict,
  session: AdoptionSession,
): Promise<Answer | 'skip' | 'stop'> {
  const { prompter, lang, by, on } = session;
  const texts = interactiveTexts[lang];
  const { side: sides, nothing } = adoptionTexts[lang];
  const shown = (side: Side): string => {
    const entries = [...outcome[side], ...(side === 'national' ? outcome.candidates : [])];
    return `${sides[side]}: ${entries.length === 0 ? nothing : entries.map(entryLine).join('; ')}`;
  };
  const choices = [
    { value: 'national', label: safeText(shown('national')) },
    { value: 'local', label: safeText(shown('local')) },
    { value: 'skip', label: texts.skip },
    { value: 'stop', label: texts.stop },
  ];
  const side = await prompter.choose(adoptionTexts[lang].question, choices, outcome.side);
  if (side === null || side === 'stop') return 'stop';
  if (side === 'skip') return 'skip';
  const reason = await prompter.ask(texts.reason, {});
  if (reason === null) return 'stop';
  return { side: side === 'local' ? 'local' : 'national', note: { by, on, reason: reason.trim() } };
}
