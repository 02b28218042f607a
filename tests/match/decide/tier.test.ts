import { describe, expect, test } from 'vitest';
import { flatMap } from '../../../bench/lib/flat-map.ts';
import { matchMaps } from '../../../src/match/match.ts';
import type { ProcessMap } from '../../../src/model/process-map.ts';
import { mapOf } from '../../support/map-of.ts';

/** A revision in which most things stay as they are, so that codes and places are trusted. */
const CALM = `
  A1 Servizi alle imprese
  A1.1 Sportello
  A1.1.1 Accoglienza
  A1.1.1.1 Protocollo della corrispondenza in arrivo
  A1.1.1.2 Rilascio carta nazionale dei servizi
  A1.1.1.3 Vidimazione dei libri sociali
  A1.1.1.4 Gestione biblioteca e archivio storico`;

/** The tier of the link between two entries of two maps that are alike besides; none where they are not linked. */
function tierBetween(oldMap: ProcessMap, newMap: ProcessMap, from: string, to = from): string {
  const { newMap: target, correspondence } = matchMaps(oldMap, newMap);
  const found = [...correspondence.links, ...correspondence.structure].find(
    (link) => oldMap.nodes[link.old]?.code.text === from && target.nodes[link.new]?.code.text === to,
  );
  return found?.tier ?? 'none';
}

const within = (label: string) => mapOf(`${CALM}\n  A1.1.1.5 ${label}`);

describe('a label that says the opposite', () => {
  test.each([
    ['Adempimenti dei soggetti obbligati IVA', 'Adempimenti dei soggetti non obbligati IVA'],
    ['Acquisti di beni mediante gara pubblica', 'Acquisti di beni senza gara pubblica'],
    ['Rimborso delle spese di viaggio incluse', 'Rimborso delle spese di viaggio escluse'],
    ['Riscossione delle imposte dirette comunali', 'Riscossione delle imposte indirette comunali'],
    ['Gestione del ciclo attivo di fatturazione', 'Gestione del ciclo passivo di fatturazione'],
    ['Collaudo degli strumenti metrici fase 1', 'Collaudo degli strumenti metrici fase 2'],
  ])('is never certain: %s, %s', (before, after) => {
    expect(tierBetween(within(before), within(after), 'A1.1.1.5')).not.toBe('certain');
    expect(tierBetween(within(after), within(before), 'A1.1.1.5')).not.toBe('certain');
  });

  test.each([
    ['Adempimenti dei soggetti non obbligati IVA', 'Adempimenti per i soggetti non obbligati IVA'],
    ['Acquisti di beni senza gara pubblica', 'Acquisti dei beni senza gara pubblica'],
    ['Rimborso spese di viaggio (esclusi i pasti)', 'Rimborso delle spese di viaggio (esclusi i pasti)'],
    ['Riscossione delle imposte dirette comunali', 'Riscossione imposte dirette comunali'],
    ['Collaudo degli strumenti metrici fase 1', 'Collaudo strumenti metrici, fase 1'],
  ])('is certain where both say it alike: %s, %s', (before, after) => {
    expect(tierBetween(within(before), within(after), 'A1.1.1.5')).toBe('certain');
  });
});

describe('labels of which neither has anything of the other', () => {
  /** A sub-process whose activities all stay what and where they are. */
  const above = (label: string) =>
    mapOf(`${CALM}
      A1.1.2 ${label}
      A1.1.2.1 Tenuta albo conciliatori
      A1.1.2.2 Rilascio copie di bilanci depositati
      A1.1.2.3 Nomina arbitri unici
      A1.1.2.4 Verifica strumenti metrici`);

  test('are never certain, whatever code and place say', () => {
    expect(tierBetween(above('Stampa brochure'), above('Fornitura arredi'), 'A1.1.2')).toBe('probable');
  });

  test('are where one has most of the other', () => {
    expect(tierBetween(above('Stampa brochure'), above('Stampa di brochure illustrate'), 'A1.1.2')).toBe(
      'certain',
    );
  });
});

describe('siblings that no word tells apart', () => {
  const twins = (first: string, second: string) =>
    mapOf(`${CALM}
      A1.1.1.${first} Ricorsi in materia tributaria
      A1.1.1.${second} Ricorsi in materia tributaria`);

  test('are certain each under its code, in its place', () => {
    const map = twins('5', '6');
    expect(tierBetween(map, twins('5', '6'), 'A1.1.1.5')).toBe('certain');
    expect(tierBetween(map, twins('5', '6'), 'A1.1.1.6')).toBe('certain');
  });

  test('are not where the codes moved on by one: the second may be either', () => {
    const map = twins('5', '6');
    for (const to of ['A1.1.1.6', 'A1.1.1.7']) {
      expect(tierBetween(map, twins('6', '7'), 'A1.1.1.5', to)).not.toBe('certain');
      expect(tierBetween(map, twins('6', '7'), 'A1.1.1.6', to)).not.toBe('certain');
    }
  });

  test('are not where one of them is gone', () => {
    const one = mapOf(`${CALM}\n  A1.1.1.5 Ricorsi in materia tributaria`);
    expect(tierBetween(twins('5', '6'), one, 'A1.1.1.5')).not.toBe('certain');
  });

  test('are certain where a stop word tells them apart and stays', () => {
    const told = (prefix: string) =>
      mapOf(`${CALM}
        A1.1.1.${prefix}5 Ricorsi in materia tributaria
        A1.1.1.${prefix}6 Ricorsi anche in materia tributaria`);
    expect(tierBetween(told(''), told('1'), 'A1.1.1.5', 'A1.1.1.15')).toBe('certain');
  });
});

const row = (code: string, label: string, parent = '') => ({ code, label, parent });

/** A table whose rows stand on levels that hold entries and groups alike. */
const TABLE = [
  row('10', 'Attrezzature'),
  row('11', 'Attrezzature sportive', '10'),
  row('12', 'Attrezzature agricole', '10'),
  row('13', 'Mietitrebbie', '12'),
  row('20', 'Forniture'),
  row('21', 'Carta da stampa', '20'),
  row('22', 'Inchiostri e toner', '20'),
  row('30', 'Veicoli e rimorchi'),
];

describe('a link across levels of a table', () => {
  const deeper = flatMap('deeper', [
    ...TABLE.filter(({ code }) => code !== '22'),
    row('23', 'Consumabili', '20'),
    row('24', 'Inchiostri e toner', '23'),
  ]);

  test('is certain for a name that no other entry has', () => {
    expect(tierBetween(flatMap('before', TABLE), deeper, '22', '24')).toBe('certain');
    expect(tierBetween(deeper, flatMap('after', TABLE), '24', '22')).toBe('certain');
  });

  test('is not for a name in other words', () => {
    const reworded = flatMap('reworded', [
      ...TABLE.filter(({ code }) => code !== '22'),
      row('23', 'Consumabili', '20'),
      row('24', 'Inchiostri, toner e nastri', '23'),
    ]);
    expect(tierBetween(flatMap('before', TABLE), reworded, '22', '24')).not.toBe('certain');
  });

  test('is not where the name stands twice', () => {
    const twice = flatMap('twice', [
      ...TABLE.filter(({ code }) => code !== '22'),
      row('23', 'Consumabili', '20'),
      row('24', 'Inchiostri e toner', '23'),
      row('31', 'Inchiostri e toner', '30'),
    ]);
    expect(tierBetween(flatMap('before', TABLE), twice, '22', '24')).not.toBe('certain');
  });

  test('is not where the old code is now that of a group above', () => {
    const grouped = flatMap('grouped', [
      ...TABLE.filter(({ code }) => code !== '22'),
      row('22', 'Consumabili', '20'),
      row('24', 'Inchiostri e toner', '22'),
    ]);
    expect(tierBetween(flatMap('before', TABLE), grouped, '22', '24')).not.toBe('certain');
  });

  test('is not between an entry and a group', () => {
    const gathered = flatMap('gathered', [
      ...TABLE.filter(({ code }) => code !== '22'),
      row('23', 'Consumabili', '20'),
      row('24', 'Inchiostri e toner', '23'),
      row('25', 'Toner laser', '24'),
    ]);
    expect(tierBetween(flatMap('before', TABLE), gathered, '22', '24')).not.toBe('certain');
  });

  test('is never certain in a process map, whose levels are kinds', () => {
    const before = mapOf(`${CALM}\n  A1.2 Conciliazione\n  A1.2.1 Arbitrato\n  A1.2.1.1 Nomina arbitri`);
    const fifth = mapOf(
      `${CALM}\n  A1.2 Conciliazione\n  A1.2.1 Arbitrato\n  A1.2.1.2 Arbitri\n  A1.2.1.2.1 Nomina arbitri`,
    );
    expect(tierBetween(before, fifth, 'A1.2.1.1', 'A1.2.1.2.1')).not.toBe('certain');
  });
});

describe('an entry that came into another family of a table', () => {
  const before = flatMap('before', [...TABLE, row('23', 'Noleggio di fotocopiatrici', '20')]);
  const under = (head: string, label = 'Noleggio di fotocopiatrici') =>
    flatMap('under', [...TABLE, row('40', head), row('41', label, '40'), row('42', 'Altri servizi', '40')]);

  test('is certain where the head speaks of something else', () => {
    expect(tierBetween(before, under('Servizi generali'), '23', '41')).toBe('certain');
    expect(tierBetween(under('Servizi generali'), before, '41', '23')).toBe('certain');
  });

  test('is not where the head says a part of it: it may have become part of the head', () => {
    expect(tierBetween(before, under('Fotocopiatrici'), '23', '41')).not.toBe('certain');
    expect(tierBetween(under('Fotocopiatrici'), before, '41', '23')).not.toBe('certain');
  });

  test('is in a family that came along', () => {
    const family = (code: string) =>
      flatMap('family', [
        ...TABLE,
        row(code, 'Fotocopiatrici'),
        row(`${code}1`, 'Noleggio di fotocopiatrici', code),
        row(`${code}2`, 'Riparazione di fotocopiatrici', code),
      ]);
    expect(tierBetween(family('40'), family('50'), '401', '501')).toBe('certain');
  });
});

describe('an entry and a group on one level of a table', () => {
  const subdivided = (code: string, below: string) =>
    flatMap('subdivided', [
      ...TABLE.filter((each) => each.code !== '22'),
      row(code, 'Inchiostri e toner', '20'),
      row(`${code}1`, below, code),
    ]);

  test('are certain where the entry was subdivided under its code', () => {
    expect(tierBetween(flatMap('before', TABLE), subdivided('22', 'Nastri'), '22')).toBe('certain');
  });

  test('are not under another code', () => {
    expect(tierBetween(flatMap('before', TABLE), subdivided('29', 'Nastri'), '22', '29')).not.toBe('certain');
  });

  test('are not where the name stands once more below', () => {
    const map = subdivided('22', 'Inchiostri e toner');
    expect(tierBetween(flatMap('before', TABLE), map, '22')).not.toBe('certain');
  });
});

describe('what may be certain besides', () => {
  test('is no split: its hours need shares', () => {
    const before = within('Mandati e reversali: inserimento, archivio e controllo');
    const after = mapOf(`${CALM}
      A1.1.1.5 Emissione di reversali
      A1.1.1.6 Emissione di mandati`);
    expect(tierBetween(before, after, 'A1.1.1.5', 'A1.1.1.6')).not.toBe('certain');
  });

  test('is a merger that shows in the label, and none that does not', () => {
    const before = mapOf(`${CALM}
      A1.1.1.5 Trasporto specializzato merci su strada locale
      A1.1.1.6 Trasporto specializzato merci su strada interurbano`);
    const shown = within('Trasporto specializzato merci su strada locale e interurbano');
    const silent = within('Trasporto specializzato merci su strada locale');
    expect(tierBetween(before, shown, 'A1.1.1.6', 'A1.1.1.5')).toBe('certain');
    expect(tierBetween(before, silent, 'A1.1.1.6', 'A1.1.1.5')).not.toBe('certain');
    expect(tierBetween(before, silent, 'A1.1.1.5')).toBe('certain');
  });
});

describe('words that are alike by chance', () => {
  test('tell nothing: books are no free time', () => {
    const before = within('Vendita di libri');
    const after = within('Tempo libero');
    expect(tierBetween(before, after, 'A1.1.1.5')).not.toBe('certain');
  });
});
