import type { StaleChange, StaleDecision } from '../model/decision.ts';
import type { Lang } from '../model/lang.ts';
import { catalogue } from './catalogue.ts';
import { fill } from './language.ts';
import { placeText } from './place-text.ts';
import { safeText } from './safe-text.ts';

export const decisionTexts = catalogue(
  {
    applied: '{file}: decisions applied: {applied}, stale: {stale}',
    found: 'using {file}, found beside the old map (--no-decisions leaves it out)',
    stale: '{place}: {verdict} {codes} is stale, the entry is open again: {changes}',
    staleTitle: 'Stale decisions: {count}. What they decided has changed since; the entries are open again.',
    changed: {
      'old-code': 'the old entry now has code {now}',
      'old-label': 'the old entry now reads "{now}"',
      'old-path': 'the old entry now stands under "{now}"',
      'new-code': 'the new entry now has code {now}',
      'new-label': 'the new entry now reads "{now}"',
      'new-path': 'the new entry now stands under "{now}"',
    },
  },
  {
    applied: '{file}: decisioni applicate: {applied}, superate: {stale}',
    found: 'uso {file}, trovato accanto alla vecchia mappa (--no-decisions per ignorarlo)',
    stale: '{place}: {verdict} {codes} è superata, la voce torna da decidere: {changes}',
    staleTitle: 'Decisioni superate: {count}. Ciò che decidevano è cambiato; le voci tornano da decidere.',
    changed: {
      'old-code': 'la vecchia voce ora ha codice {now}',
      'old-label': 'la vecchia voce ora è "{now}"',
      'old-path': 'la vecchia voce ora sta sotto "{now}"',
      'new-code': 'la nuova voce ora ha codice {now}',
      'new-label': 'la nuova voce ora è "{now}"',
      'new-path': 'la nuova voce ora sta sotto "{now}"',
    },
  },
);

/** One line for a stale decision: where it stands, what it said, what has changed since. */
export function staleDecisionText(lang: Lang, { decision, changes }: StaleDecision): string {
  const { verdict, oldCode, newCode, place } = decision;
  return fill(decisionTexts[lang].stale, {
    place: `${place.file}:${placeText(place)}`,
    verdict,
    codes: [oldCode, newCode].filter((code) => code !== '').join(' -> '),
    changes: staleChangesText(lang, changes),
  });
}

/** What has changed under a decision, joined to one text. */
export function staleChangesText(lang: Lang, changes: readonly StaleChange[]): string {
  const { changed } = decisionTexts[lang];
  return changes
    .map(({ side, what, now }) => fill(changed[`${side}-${what}`], { now: safeText(now) }))
    .join('; ');
}
