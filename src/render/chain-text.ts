import type { ChainResult } from '../model/chain-result.ts';
import type { Lang } from '../model/lang.ts';
import { chainCliTexts } from '../words/chain-cli.ts';
import { fill, formatNumber } from '../words/language.ts';
import { safeText } from '../words/safe-text.ts';

const EXAMPLES = 5;

/** What a chain could not join, as lines. */
export function renderChainRemarks(
  { joints, crosswalk }: ChainResult,
  files: readonly string[],
  lang: Lang,
): readonly string[] {
  const texts = chainCliTexts[lang];
  const counted = (codes: readonly string[]) => ({
    count: formatNumber(lang, codes.length),
    codes: codes.slice(0, EXAMPLES).join(', ') + (codes.length > EXAMPLES ? ', …' : ''),
  });
  const unknown = joints.flatMap((joint, i) =>
    joint.unknown.length === 0
      ? []
      : [fill(texts.unknown, { file: files[i + 1] ?? '', ...counted(joint.unknown) })],
  );
  const partly = crosswalk.rows
    .filter((row) => row.newCode === '' && row.share !== null)
    .map((row) => row.oldCode);
  const remarks = partly.length === 0 ? unknown : [...unknown, fill(texts.partly, counted(partly))];
  return remarks.map(safeText);
}
