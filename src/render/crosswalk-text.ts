import type { CrosswalkObstacle } from '../model/crosswalk-obstacle.ts';
import type { Lang } from '../model/lang.ts';
import { cliTexts } from '../words/cli.ts';
import { crosswalkCliTexts } from '../words/crosswalk-cli.ts';
import { fill, formatNumber } from '../words/language.ts';
import type { CrosswalkDocument } from './crosswalk-document.ts';

const EXAMPLES = 8;

/** What a crosswalk that was written holds, as lines: how many rows, and what becomes of the entries of both maps. */
export function renderCrosswalkSummary(
  { crosswalk, check }: CrosswalkDocument,
  file: string,
  lang: Lang,
): readonly string[] {
  const rows = formatNumber(lang, crosswalk.rows.length);
  const { mapped, dropped, possiblyLost, open } = check.old;
  const { reached, byRule, added } = check.new;
  const totals = { old: mapped + dropped + possiblyLost + open, new: reached + added };
  const counts = { ...check.old, ...check.new, ...totals };
  const shown = Object.fromEntries(
    Object.entries(counts).map(([name, each]) => [name, formatNumber(lang, each)]),
  );
  const texts = crosswalkCliTexts[lang];
  return [
    fill(cliTexts[lang].crosswalkRows, { file, rows }),
    fill(byRule === 0 ? texts.complete : `${texts.complete}; ${texts.byRule}`, shown),
  ];
}

/** What a person still has to decide before hours can be recoded, as lines, under a headline that says why it matters. */
export function renderObstacles(
  obstacles: readonly CrosswalkObstacle[],
  why: 'strict' | 'payroll',
  lang: Lang,
): readonly string[] {
  const texts = crosswalkCliTexts[lang];
  const lines = obstacles.map(({ kind, count, codes }) => {
    const listed = codes.slice(0, EXAMPLES).join(', ') + (codes.length > EXAMPLES ? ', …' : '');
    return `  ${fill(texts[kind], { count: formatNumber(lang, count), codes: listed })}`;
  });
  return [texts[why], ...lines];
}
