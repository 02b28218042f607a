import { describe, expect, it } from 'vitest';
import type { MatchOptions } from '../../src/match/match.ts';
import { matchMaps } from '../../src/match/match.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { mapOf } from '../support/map-of.ts';

const OLD = mapOf(`
  A1 Pianificazione e controllo
  A1.C Coordinamento Pianificazione e controllo
  A1.1 Performance
  A1.1.F.F Formazione Performance
  A1.1.1 Programmazione
  A1.1.1.1 Relazione previsionale e programmatica
  A1.1.1.2 Predispensione/aggiornamento Bilancio preventivo
  A1.1.1.3 Programma pluriennale di mandato
  A1.1.1.4 Altri documenti di programmazione (Programma triennale)
  A1.2 Statistica
  A1.2.F.F Formazione Statistica
  A1.2.1 Rilevazioni statistiche
  A1.2.1.1 Rilevazioni per conto dell'ISTAT
  A1.2.1.2 Gestione banche dati economiche
`);

const NEW = mapOf(`
  A1 Pianificazione e controllo
  A1.1 Performance
  A1.1.1 Programmazione
  A1.1.1.1 Relazione previsionale e programmatica
  A1.1.1.2 Predisposizione/aggiornamento Bilancio preventivo
  A1.1.1.3 Altri documenti di programmazione (Programma pluriennale di mandato, Programma triennale)
  D6 Sviluppo
  D6.4 Statistica e osservatori
  D6.4.2 Rilevazioni statistiche
  D6.4.2.1 Rilevazioni per conto dell'ISTAT
  D6.4.2.2 Gestione banche dati economiche
  D6.4.2.3 Fascicolo informatico di impresa
`);

function linksOf(oldMap: ProcessMap, newMap: ProcessMap, options?: MatchOptions): string[] {
  const { newMap: target, correspondence } = matchMaps(oldMap, newMap, options);
  return [...correspondence.links, ...correspondence.structure].map(
    (link) => `${oldMap.nodes[link.old]?.code.text} > ${target.nodes[link.new]?.code.text}`,
  );
}

describe('matchMaps', () => {
  it('links what is called the same, wherever it went', () => {
    expect(linksOf(OLD, NEW)).toEqual(
      expect.arrayContaining([
        'A1.1.1.1 > A1.1.1.1',
        'A1.2.1.1 > D6.4.2.1',
        'A1.2.1.2 > D6.4.2.2',
        'A1.2 > D6.4',
      ]),
    );
  });

  it('sees through misspelt words', () => {
    expect(linksOf(OLD, NEW)).toContain('A1.1.1.2 > A1.1.1.2');
  });

  it('is never certain on code and place alone', () => {
    const before = mapOf(`
      A1 Governo
      A1.1 Servizi
      A1.1.1 Servizi interni
      A1.1.1.1 Protocollo della corrispondenza
      A1.1.1.2 Tenuta archivio storico
      A1.1.1.3 Gestione biblioteca
    `);
    const after = mapOf(`
      A1 Governo
      A1.1 Servizi
      A1.1.1 Servizi interni
      A1.1.1.1 Protocollo della corrispondenza
      A1.1.1.2 Mediazione civile
      A1.1.1.3 Gestione biblioteca
    `);
    const { links } = matchMaps(before, after).correspondence;
    const certain = links
      .filter((link) => link.tier === 'certain')
      .map((link) => after.nodes[link.new]?.label);
    expect(certain).toContain('Gestione biblioteca');
    expect(certain).not.toContain('Mediazione civile');
  });

  it('merges what the new label names among others', () => {
    expect(linksOf(OLD, NEW)).toEqual(expect.arrayContaining(['A1.1.1.3 > A1.1.1.3', 'A1.1.1.4 > A1.1.1.3']));
  });

  it('carries training and coordination along with what they serve', () => {
    const { newMap, correspondence } = matchMaps(OLD, NEW);
    expect(linksOf(OLD, NEW)).toEqual(
      expect.arrayContaining(['A1.C > A1.C', 'A1.1.F.F > A1.1.F.F', 'A1.2.F.F > D6.4.F.F']),
    );
    const carried = correspondence.links.filter((link) => link.matcher === 'carried-by-rule');
    expect(carried.every((link) => newMap.nodes[link.new]?.implied)).toBe(true);
    expect(carried.every((link) => link.evidence[0]?.kind === 'carried-by-rule')).toBe(true);
  });

  it('adds no entries when service entries are to be taken as the file lists them', () => {
    const { newMap, correspondence } = matchMaps(OLD, NEW, { serviceEntries: 'strict' });
    expect(newMap).toBe(NEW);
    expect(correspondence.unlinked.map((entry) => OLD.nodes[entry.old]?.code.text)).toEqual(
      expect.arrayContaining(['A1.C', 'A1.1.F.F', 'A1.2.F.F']),
    );
  });

  it('gives every link its evidence, and a confidence', () => {
    const { correspondence } = matchMaps(OLD, NEW);
    for (const link of [...correspondence.links, ...correspondence.structure]) {
      expect(link.evidence.length).toBeGreaterThan(0);
      expect(link.confidence).toBeGreaterThan(0);
      expect(link.confidence).toBeLessThanOrEqual(1);
    }
  });

  it('gives for every old entry a link or the reason why there is none', () => {
    const { correspondence } = matchMaps(OLD, NEW);
    const told = [
      ...correspondence.links,
      ...correspondence.structure,
      ...correspondence.unlinked,
      ...correspondence.structureUnlinked,
    ].map((entry) => entry.old);
    expect([...new Set(told)].sort((a, b) => a - b)).toEqual(OLD.nodes.map((node) => node.id));
  });
});

describe('decisions', () => {
  const id = (map: ProcessMap, code: string): number =>
    map.nodes.find((node) => node.code.text === code)?.id as number;

  it('does not propose a rejected pair again', () => {
    const rejected = [{ old: id(OLD, 'A1.2.1.1'), new: id(NEW, 'D6.4.2.1') }];
    expect(linksOf(OLD, NEW, { decisions: { rejected } })).not.toContain('A1.2.1.1 > D6.4.2.1');
  });
});
