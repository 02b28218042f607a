import { describe, expect, it } from 'vitest';
import { foldHeader } from '../../src/language/fold-header.ts';

describe('a header, folded', () => {
  it.each([
    ['Attività (cod.)', 'attivita'],
    ['  N. MATRICOLA: ', 'n matricola'],
    ['Importo €', 'importo €'],
    ['% di impegno', '% di impegno'],
    ['Ore\nlavorate', 'ore lavorate'],
    ['Ｃｏｄｉｃｅ', 'codice'],
    ['---', ''],
  ])('%j is %j', (header, folded) => {
    expect(foldHeader(header)).toBe(folded);
  });

  it('leaves what no header says: texts of any length are cut', () => {
    expect(foldHeader('ora '.repeat(1000)).length).toBeLessThanOrEqual(200);
  });
});
