import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import type { Language } from '../../src/language/language.ts';

/** The words of a label by the parts they stand in. */
function partsOf(language: Language, label: string): string[] {
  const { words, parts } = createAnalyser(language).analyse(label);
  const joined: string[] = [];
  words.forEach((word, i) => {
    const part = parts[i] as number;
    joined[part] = joined[part] === undefined ? word : `${joined[part]} ${word}`;
  });
  return joined.filter((part) => part !== undefined);
}

describe('the parts of a label', () => {
  it('are what commas, brackets and conjunctions divide', () => {
    expect(partsOf('it', 'Protocollo, archivio e spedizioni (posta)')).toEqual([
      'protocollo',
      'archivio',
      'spedizioni',
      'posta',
    ]);
  });

  it.each([
    [
      'it',
      'Promozione di fiere anche attraverso contributi per la partecipazione di imprese',
      ['promozione fiere', 'contributi', 'partecipazione imprese'],
    ],
    ['en', 'Promotion via grants for stands', ['promotion', 'grants', 'stands']],
  ] as const)('set a means apart from what it is for (%s)', (language, label, parts) => {
    expect(partsOf(language, label)).toEqual(parts);
  });

  it.each([
    ['it', 'Formazione per le imprese', ['formazione imprese']],
    ['en', 'Training for firms', ['training firms']],
  ] as const)(
    'keep a purpose with what it belongs to where no means is named (%s)',
    (language, label, parts) => {
      expect(partsOf(language, label)).toEqual(parts);
    },
  );
});
