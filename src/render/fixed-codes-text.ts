import type { Lang } from '../model/lang.ts';
import { checkCliTexts } from '../words/check-cli.ts';
import { fill, formatNumber } from '../words/language.ts';
import { placeName } from '../words/place-text.ts';
import { quote } from '../words/quote.ts';
import type { FixedCode } from './written-code.ts';

/** Codes that were brought to their canonical form, as lines. */
export function renderFixedCodes(fixed: readonly FixedCode[], lang: Lang): readonly string[] {
  const texts = checkCliTexts[lang];
  if (fixed.length === 0) return [texts.nothingToFix];
  return [
    fill(texts.fixed, { count: formatNumber(lang, fixed.length) }),
    ...fixed.map(({ place, raw, code }) => `  ${placeName(place, lang)}: ${quote(raw)} -> ${code}`),
  ];
}
