import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { labelComparer } from '../../src/language/label-difference.ts';
import type { LexiconExtension } from '../../src/language/lexicon.ts';
import { mapOf } from '../support/map-of.ts';

/** How two labels differ, in a new map that has the second and perhaps others. */
function difference(
  before: string,
  after: string,
  others: readonly string[] = [],
  lexicon: LexiconExtension = {},
) {
  const map = mapOf([after, ...others].map((label, i) => `A1.1.1.${i + 1} ${label}`).join('\n'));
  return labelComparer(map, createAnalyser('it', lexicon))(before, after);
}

describe('how two labels differ', () => {
  it.each([
    ['the same', 'Gestione delle sedi', 'Gestione delle sedi', 'none'],
    ['blanks', 'Gestione  delle\u00a0sedi ', 'Gestione delle sedi', 'none'],
    ['composed accents', 'Qualita\u0300', 'Qualità', 'none'],
    ['case', 'Gestione delle SEDI', 'Gestione delle sedi', 'editorial'],
    ['accents', 'Attivita', 'Attività', 'editorial'],
    ['punctuation', 'Bandi, voucher', 'Bandi - voucher', 'editorial'],
    ['an abbreviation of the lexicon', 'Tenuta del RI', 'Tenuta del Registro delle imprese', 'editorial'],
    ['another of it', 'Uffici della CCIAA', 'Uffici della Camera di commercio', 'editorial'],
    [
      'an abbreviation in the middle of other words',
      'Sportello CCIAA per le imprese',
      'Sportello camerale per le imprese',
      'editorial',
    ],
    ['initials of the words beside', 'Ufficio RU', 'Ufficio risorse umane', 'editorial'],
    ['a shortened word', 'Imposta di reg', 'Imposta di registro', 'editorial'],
    ['singular and plural', 'Evento camerale', 'Eventi camerali', 'editorial'],
    ['a slip of the scanner', 'Predispensione bilancio', 'Predisposizione bilancio', 'editorial'],
    ['an open list', 'Corsi, eventi ecc.', 'Corsi ed eventi', 'editorial'],
    ['another word', 'Bilancio preventivo', 'Bilancio consuntivo', 'substantive'],
    ['one word more', 'Bilancio', 'Bilancio consuntivo', 'substantive'],
    ['another year', 'Censimento 2011', 'Censimento 2021', 'substantive'],
    ['another order', 'Corsi ed eventi', 'Eventi e corsi', 'substantive'],
    ['words that only begin alike', 'Contabilità', 'Contenzioso', 'substantive'],
    ['nothing left of it', 'Bilancio', '', 'substantive'],
  ])('%s', (_, before, after, expected) => {
    expect(difference(before, after)).toBe(expected);
  });

  it('takes two like words for a slip only where the new map does not use both', () => {
    expect(difference('Rete informativa', 'Rete informatica')).toBe('editorial');
    expect(difference('Rete informativa', 'Rete informatica', ['Carta informativa'])).toBe('substantive');
  });

  it('knows the abbreviations that a chamber adds', () => {
    const [before, after] = [
      'Sportello SUAP comunale',
      'Sportello unico per le attività produttive comunale',
    ];
    expect(difference(before, after)).toBe('substantive');
    const lexicon = { abbreviations: { SUAP: 'Unico per le attività produttive' } };
    expect(difference(before, after, [], lexicon)).toBe('editorial');
  });
});
