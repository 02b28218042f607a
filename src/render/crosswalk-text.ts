import type { CrosswalkObstacle } from '../model/crosswalk-obstacle.ts';
import type { Lang } from '../model/lang.ts';
import { cliTexts } from '../words/cli.ts';
import { crosswalkCliTexts } from '../words/crosswalk-cli.ts';
import { fill, formatNumber } from '../words/language.ts';
import type { CrosswalkDocument } from './crosswalk.ts';

const EXAMPLES = 8;

/** What a crosswalk that was written holds, as lines: rows by tier, and entries of both maps. */
export function renderCrosswalkSummary(
  { crosswalk, check }: CrosswalkDocument,
  file: string,
  lang: Lang,
): readonly string[] {
  const count = (tier: string) =>
    formatNumber(lang, crosswalk.rows.filter((row) => row.tier === tier).length);
  const rows = formatNumber(lang, crosswalk.rows.length);
  const tiers = { certain: count('certain'), probable: count('probable'), open: count('open') };
  const { mapped, dropped, open } = check.old;
  const { reached, byRule, added } = check.new;
  const totals = { old: mapped + dropped + open, new: reached + added };
  const counts = { mapped, dropped, open, reached, byRule, added, ...totals };
  const shown = Object.fromEntries(
    Object.entries(counts).map(([name, each]) => [name, formatNumber(lang, each)]),
  );
  const texts = crosswalkCliTexts[lang];
  return [
    fill(cliTexts[lang].crosswalkRows, { file, rows, ...tiers }),
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
