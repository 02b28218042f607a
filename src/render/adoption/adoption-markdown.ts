import type { Adoption, AdoptionOutcome } from '../../model/adoption.ts';
import type { Lang } from '../../model/lang.ts';
import type { ReportEntry } from '../../model/report.ts';
import { adoptionTexts } from '../../words/adoption.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { escapeMarkdown, tableMarkdown } from '../markdown.ts';
import { entryLine, outcomesByKind, remarksOf } from './adoption-lines.ts';

/** The report as Markdown: the counts, then a table for each kind of outcome that a reader has to see. */
export function renderAdoptionMarkdown(adoption: Adoption, { lang }: { readonly lang: Lang }): string {
  const texts = adoptionTexts[lang];
  const groups = outcomesByKind(adoption.outcomes);
  const lines = [
    `# ${texts.title}`,
    '',
    ...tableMarkdown(
      [texts.columns.outcome, '#', ''],
      groups.map(([kind]) => [
        texts.outcome[kind],
        formatNumber(lang, adoption.counts[kind]),
        texts.outcomeMeaning[kind],
      ]),
    ),
    '',
    adoption.open === 0 ? texts.noConflicts : fill(texts.openConflicts, { open: adoption.open }),
  ];
  for (const [kind, outcomes] of groups) {
    if (kind === 'taken-over' || kind === 'left-out') continue;
    lines.push('', `## ${texts.outcome[kind]}`, '', ...table(outcomes, lang));
  }
  return `${lines.join('\n')}\n`;
}

function table(outcomes: readonly AdoptionOutcome[], lang: Lang): readonly string[] {
  const { columns } = adoptionTexts[lang];
  const cell = (entries: readonly ReportEntry[]): string =>
    entries.map((entry) => escapeMarkdown(entryLine(entry))).join('<br>');
  return tableMarkdown(
    [columns.local, columns.national, columns.result, columns.notes],
    outcomes.map((outcome) => [
      cell(outcome.local),
      cell(outcome.national),
      cell(outcome.result),
      remarksOf(outcome, lang).map(escapeMarkdown).join('<br>'),
    ]),
  );
}
