import { describe, expect, it } from 'vitest';
import { matchMaps } from '../../../src/match/match.ts';
import type { Link } from '../../../src/model/correspondence.ts';
import { mapOf } from '../../support/map-of.ts';

/** The links of a comparison as `old > new`, with what is asked of each. */
function linksOf<T>(oldText: string, newText: string, of: (link: Link) => T): Record<string, T> {
  const oldMap = mapOf(oldText);
  const { newMap, correspondence } = matchMaps(oldMap, mapOf(newText));
  const textOf = (link: Link): string =>
    `${oldMap.nodes[link.old]?.code.text} > ${newMap.nodes[link.new]?.code.text}`;
  return Object.fromEntries(correspondence.links.map((link) => [textOf(link), of(link)]));
}

const EXPORT_OLD = `
  D1 Internazionalizzazione
  D1.1 Servizi per l'export
  D1.1.1 Orientamento ai mercati
  D1.1.1.1 Seminari di orientamento ai mercati esteri
  D1.1.1.2 Accoglienza delegazioni imprenditoriali estere
  D1.1.2 Assistenza specialistica
  D1.1.2.1 Progetti di assistenza specialistica (analisi di mercato, ricerca partner, supporto legale) anche attraverso forme di sostegno economico
`;

const EXPORT_NEW = `
  D1 Internazionalizzazione
  D1.1 Servizi per l'export
  D1.1.0 Bandi/Contributi
  D1.1.0.1 Gestione di bandi e contributi
  D1.1.1 Orientamento ai mercati
  D1.1.1.1 Seminari di orientamento ai mercati esteri
  D1.1.1.2 Accoglienza delegazioni imprenditoriali estere
  D1.1.2 Assistenza specialistica
  D1.1.2.1 Progetti di assistenza specialistica (analisi di mercato, ricerca partner, supporto legale)
  `;

describe('what an entry joins', () => {
  it('takes from a clause that nothing else answers to', () => {
    const links = linksOf(EXPORT_OLD, EXPORT_NEW, (link) => link.matcher);
    expect(links).toMatchObject({ 'D1.1.2.1 > D1.1.0.1': 'split', 'D1.1.2.1 > D1.1.2.1': 'one-to-one' });
  });

  it('says which clause it was', () => {
    const clauses = linksOf(EXPORT_OLD, EXPORT_NEW, ({ evidence }) =>
      evidence.filter(({ kind }) => kind === 'part-of-label').map(({ detail }) => detail),
    );
    expect(clauses['D1.1.2.1 > D1.1.0.1']).toEqual(['contributi']);
    expect(clauses['D1.1.2.1 > D1.1.2.1']).toEqual([]);
  });

  it('takes nothing from labels that share only their topic', () => {
    const links = linksOf(
      EXPORT_OLD,
      `
      D1 Internazionalizzazione
      D1.1 Servizi per l'export
      D1.1.1 Orientamento ai mercati
      D1.1.1.1 Seminari di orientamento ai mercati esteri
      D1.1.1.2 Accoglienza delegazioni imprenditoriali estere
      D1.1.2 Assistenza specialistica
      D1.1.2.1 Progetti di assistenza specialistica (analisi di mercato, ricerca partner, supporto legale) anche attraverso forme di sostegno economico
      D1.1.3 Piattaforma
      D1.1.3.1 Manutenzione della piattaforma informatica
      `,
      (link) => link.new,
    );
    expect(Object.keys(links).filter((link) => link.endsWith('> D1.1.3.1'))).toEqual([]);
  });

  it('divides an enumeration between two that name different parts of it', () => {
    const old = `
      B3 Risorse
      B3.2 Contabilità
      B3.2.1 Contabilità
      B3.2.1.1 Predisposizione bilancio consuntivo
      B3.2.1.4 Mandati e reversali: inserimento, archivio e controllo
    `;
    const links = linksOf(
      old,
      `
      B3 Risorse
      B3.2 Contabilità
      B3.2.1 Contabilità
      B3.2.1.1 Predisposizione bilancio consuntivo
      B3.2.1.2 Gestione documentazione attiva ed emissione di reversali
      B3.2.1.3 Gestione documentazione passiva ed emissione di mandati
      `,
      (link) => link.tier,
    );
    expect(Object.keys(links)).toEqual(
      expect.arrayContaining(['B3.2.1.4 > B3.2.1.2', 'B3.2.1.4 > B3.2.1.3']),
    );
  });

  it('is certain of a merge only where the new label has the old one whole', () => {
    const tiers = linksOf(
      `
      A1 Governo
      A1.1 Performance
      A1.1.1 Programmazione
      A1.1.1.1 Relazione previsionale e programmatica
      A1.1.1.2 Programma pluriennale di mandato
      A1.1.1.3 Altri documenti di programmazione (programma triennale, programma annuale dei lavori pubblici)
      A1.1.1.4 Programma annuale delle assunzioni
      `,
      `
      A1 Governo
      A1.1 Performance
      A1.1.1 Programmazione
      A1.1.1.1 Relazione previsionale e programmatica
      A1.1.1.2 Altri documenti di programmazione (programma pluriennale di mandato, programma triennale, programma annuale dei lavori pubblici)
      `,
      (link) => (link.matcher === 'merge' ? `merge, ${link.tier}` : link.matcher),
    );
    expect(tiers['A1.1.1.2 > A1.1.1.2']).toBe('merge, certain');
    expect(tiers['A1.1.1.3 > A1.1.1.2']).toBe('one-to-one');
    expect(tiers['A1.1.1.4 > A1.1.1.2']).toBe('merge, probable');
  });

  it('finds what names the same matter in other words', () => {
    const links = linksOf(
      `
      C2 Tutela
      C2.6 Giustizia alternativa
      C2.6.1 Mediazioni
      C2.6.1.1 Gestione mediazioni
      C2.6.2 Controversie
      C2.6.2.1 Nomina arbitro unico
      `,
      `
      C2 Tutela
      C2.6 Giustizia alternativa
      C2.6.1 Mediazioni
      C2.6.1.1 Gestione mediazioni
      C2.6.2 Controversie
      C2.6.2.1 Gestione procedure di arbitrato
      `,
      (link) => link.confidence,
    );
    expect(links['C2.6.2.1 > C2.6.2.1']).toBeGreaterThan(0.5);
  });
});

const FREIGHT_OLD = `
  A1 Trasporti
  A1.1 Merci
  A1.1.1 Trasporto merci
  A1.1.1.1 Trasporto specializzato merci su strada locale
  A1.1.1.2 Trasporto specializzato merci su strada interurbano
  A1.1.1.3 Deposito doganale
`;

describe('how sure a merger is', () => {
  it('is certain where the new label shows it', () => {
    const tiers = linksOf(
      FREIGHT_OLD,
      `
      A1 Trasporti
      A1.1 Merci
      A1.1.1 Trasporto merci
      A1.1.1.2 Trasporto specializzato merci su strada locale e interurbano
      A1.1.1.3 Deposito doganale
      `,
      (link) => link.tier,
    );
    expect(tiers).toMatchObject({ 'A1.1.1.1 > A1.1.1.2': 'certain', 'A1.1.1.2 > A1.1.1.2': 'certain' });
  });

  it('is not where the target bears its old name: the row of the other may be lost', () => {
    const tiers = linksOf(
      FREIGHT_OLD,
      `
      A1 Trasporti
      A1.1 Merci
      A1.1.1 Trasporto merci
      A1.1.1.2 Trasporto specializzato merci su strada interurbano
      A1.1.1.3 Deposito doganale
      `,
      (link) => link.tier,
    );
    expect(tiers['A1.1.1.2 > A1.1.1.2']).toBe('certain');
    expect(tiers['A1.1.1.1 > A1.1.1.2']).not.toBe('certain');
  });
});
