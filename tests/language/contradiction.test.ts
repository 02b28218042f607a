import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { contradictionMeter } from '../../src/language/contradiction.ts';
import type { Language } from '../../src/language/language.ts';

function contradict(language: Language, a: string, b: string): boolean {
  const analyser = createAnalyser(language);
  const contradicts = contradictionMeter(analyser);
  const [one, other] = [analyser.analyse(a), analyser.analyse(b)];
  expect(contradicts(other, one)).toBe(contradicts(one, other));
  return contradicts(one, other);
}

describe('contradictionMeter', () => {
  test.each([
    ['it', 'imprese soggette a vigilanza', 'imprese non soggette a vigilanza'],
    ['it', 'affidamenti con gara', 'affidamenti senza gara'],
    ['it', 'spese incluse', 'spese escluse'],
    ['it', 'contributi diretti', 'contributi indiretti'],
    ['it', 'ciclo attivo', 'ciclo passivo'],
    ['it', 'allegato II', 'allegato III'],
    ['en', 'with charges', 'without charges'],
    ['en', 'residential buildings', 'nonresidential buildings'],
    ['en', 'printing, books', 'printing (except books)'],
    ['en', 'imports of steel', 'exports of steel'],
    ['en', 'over 10 tons', 'over 20 tons'],
  ] as const)('%s: %s, %s', (language, a, b) => {
    expect(contradict(language, a, b)).toBe(true);
  });

  test.each([
    ['both negate it', 'it', 'imprese non soggette', 'le imprese non soggette a IVA'],
    ['only one speaks of it', 'it', 'imprese', 'imprese non soggette'],
    ['both say both', 'it', 'ciclo attivo e passivo', 'ciclo passivo e attivo'],
    ['one says both', 'it', 'ciclo attivo', 'ciclo attivo e passivo'],
    ['the exclusion is of what follows', 'it', 'mobili (escluse le sedie)', 'mobili'],
    ['it states some and excludes others', 'en', 'fabrics (except broadwoven fabrics)', 'fabrics'],
    ['the same in one word', 'en', 'nonsystem maintenance', 'non-system maintenance'],
    ['a number is added', 'it', 'fase', 'fase 2'],
    ['too short to be a word and its opposite', 'it', 'ira', 'ra'],
  ] as const)('not where %s', (_, language, a, b) => {
    expect(contradict(language, a, b)).toBe(false);
  });
});
