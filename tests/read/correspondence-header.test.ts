import { describe, expect, it } from 'vitest';
import { correspondenceColumns } from '../../src/read/correspondence-header.ts';

const cells = (header: string) => header.split(';');
/** Old and new code, old and new label, by column. */
const columns = (header: string) => {
  const found = correspondenceColumns(cells(header));
  return found === null ? null : [found.oldCode, found.newCode, found.oldLabel, found.newLabel];
};

describe('the header of a correspondence', () => {
  it.each<[string, (number | null)[]]>([
    ['CODICE_ATECO_2007;TITOLO_2007;CODICE_ATECO_2022;TITOLO_2022', [0, 2, 1, 3]],
    ['Codice 2021;Descrizione;Codice 2023;Descrizione', [0, 2, 1, 3]],
    ['2017 NAICS Code;2017 NAICS Title;2022 NAICS Code;2022 NAICS Title', [0, 2, 1, 3]],
    ['2022 NAICS Code;2022 NAICS Title;2017 NAICS Code;2017 NAICS Title', [2, 0, 3, 1]],
    ['ISIC31code;partialISIC31;ISIC4code;partialISIC4;Detail', [0, 2, null, 4]],
    ['NACE Rev. 2;NACE Rev. 2.1', [0, 1, null, null]],
    ['NACE code;NACE title;CPA code;CPA title', [0, 2, 1, 3]],
    ['Vecchio codice;Nuovo codice', [0, 1, null, null]],
    ['Nuovo codice;Denominazione;Vecchio codice', [2, 0, null, 1]],
    ['Old code;Old label;New code;New label', [0, 2, 1, 3]],
    ['Source code;Target code', [0, 1, null, null]],
    ['ISCO 88 code;ISCO-08 code;ISCO 08 title', [0, 1, null, 2]],
  ])('%s', (header, expected) => {
    expect(columns(header)).toEqual(expected);
  });

  it.each([
    'Codice;Descrizione',
    'Codice;Descrizione;Codice padre',
    'Codice sezione;Descrizione sezione;Codice divisione;Descrizione divisione',
    'codice_1_livello;label_1_livello;codice_2_livello;label_2_livello',
    'Codice;Codice;Descrizione',
    'Codice interno;Codice;Descrizione',
    'PCF ID;Hierarchy ID;Name',
    'Macro-processo;Processo;Sotto-processo;Attività',
    'code;booking_code;kind;type;level;label;parent',
    'Codice 2023;Descrizione 2023',
    'Codice;Attività;Codice 2021',
  ])('is not %s', (header) => {
    expect(columns(header)).toBeNull();
  });
});
