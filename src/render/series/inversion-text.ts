import type { Inversion } from '../../model/inversion.ts';
import type { Lang } from '../../model/lang.ts';
import { invertCliTexts } from '../../words/invert-cli.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { safeText } from '../../words/safe-text.ts';

const EXAMPLES = 8;

/** What time-sheets gave for an inversion. */
export interface InversionUsage {
  readonly files: readonly string[];
  readonly column: string;
  readonly codes: number;
  readonly unknown: readonly string[];
}

/** What could not be said backwards, and what was counted for it, as lines. */
export function renderInversionRemarks(
  { unshared, undecided, open, partlyDropped }: Inversion,
  usage: InversionUsage | null,
  lang: Lang,
): readonly string[] {
  const texts = invertCliTexts[lang];
  const told = (text: string, codes: readonly string[]): readonly string[] =>
    codes.length === 0 ? [] : [fill(text, { count: formatNumber(lang, codes.length), codes: listed(codes) })];
  const counted =
    usage === null
      ? []
      : [
          fill(texts.usage, {
            ...{ files: usage.files.join(', '), column: usage.column },
            codes: formatNumber(lang, usage.codes),
          }),
          ...(usage.unknown.length === 0 ? [] : [fill(texts.unknown, { codes: listed(usage.unknown) })]),
        ];
  return [
    ...counted,
    ...told(texts.unshared, unshared),
    ...told(texts.undecided, undecided),
    ...told(texts.open, open),
    ...told(texts.partly, partlyDropped),
  ].map(safeText);
}

function listed(codes: readonly string[]): string {
  return codes.slice(0, EXAMPLES).join(', ') + (codes.length > EXAMPLES ? ', …' : '');
}
