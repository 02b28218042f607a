import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { likenessMeter } from '../../src/language/label-likeness.ts';

const LABELS = ['Gestione sedi', 'Gestione brevetti', 'Gestione eventi', 'Gestione stampa', 'Bilancio'];
const likeness = likenessMeter(() => LABELS, createAnalyser('it'));

describe('how alike two labels are', () => {
  it('1 where they differ in writing only', () => {
    expect(likeness('Gestione delle sedi', 'GESTIONE  delle sedi')).toBe(1);
    expect(likeness('Tenuta RI', 'Tenuta Registro Imprese')).toBe(1);
  });

  it('0 where they share no word of meaning, or have none', () => {
    expect(likeness('Gestione sedi', 'Bilancio')).toBe(0);
    expect(likeness('e per', 'di')).toBe(0);
  });

  it('is the same both ways', () => {
    expect(likeness('Gestione sedi', 'Gestione eventi')).toBe(likeness('Gestione eventi', 'Gestione sedi'));
  });

  it('counts a rare word for more than a common one', () => {
    const common = likeness('Gestione sedi', 'Gestione eventi');
    const rare = likeness('Controllo brevetti', 'Deposito brevetti');
    expect(common).toBeGreaterThan(0);
    expect(rare).toBeGreaterThan(common);
  });

  it('counts a repeated word once', () => {
    expect(likeness('Sedi e sedi', 'Sedi')).toBe(1);
  });
});
