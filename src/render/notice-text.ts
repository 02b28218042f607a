import type { Lang } from '../model/lang.ts';
import type { Notice } from '../model/notice.ts';
import { checkCliTexts } from '../words/check-cli.ts';
import { cliTexts } from '../words/cli.ts';
import { crosswalkProblemText } from '../words/crosswalk-problems.ts';
import { decisionTexts, staleDecisionText } from '../words/decisions.ts';
import { fill, formatNumber } from '../words/language.ts';
import { findingMessage } from '../words/rules.ts';
import { safeText } from '../words/safe-text.ts';

/** What a use-case says on its way, as lines. */
export function noticeText(lang: Lang, notice: Notice): readonly string[] {
  switch (notice.kind) {
    case 'same-file':
      return [fill(cliTexts[lang].sameFile, { old: notice.old, new: notice.new })];
    case 'no-map-there':
      return [safeText(fill(checkCliTexts[lang].noMapThere, { file: notice.file }))];
    case 'decisions-found':
      return [fill(decisionTexts[lang].found, { file: notice.file })];
    case 'decisions-applied':
      return decisionLines(lang, notice);
    case 'repeated-sheet':
      return [safeText(`${notice.finding.place.file}: ${findingMessage(lang, notice.finding)}`)];
    case 'crosswalk-problem':
      return [safeText(crosswalkProblemText(lang, notice.problem))];
  }
}

/** How many decisions were applied, and which have gone stale and why. */
function decisionLines(
  lang: Lang,
  { file, applied, stale }: Extract<Notice, { readonly kind: 'decisions-applied' }>,
): readonly string[] {
  const counts = { applied: formatNumber(lang, applied), stale: formatNumber(lang, stale.length) };
  return [
    fill(decisionTexts[lang].applied, { file, ...counts }),
    ...stale.map((each) => `  ${staleDecisionText(lang, each)}`),
  ];
}
