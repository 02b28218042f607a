import { describe, expect, it } from 'vitest';
import { matchMaps } from '../../../src/match/match.ts';
import { mapOf } from '../../support/map-of.ts';

const OLD = mapOf(`
  A1 Governo
  A1.1 Comunicazione
  A1.1.1 Stampa
  A1.1.1.1 Rassegna stampa quotidiana
  A1.1.1.9 Tenuta archivio fotografico
`);
/** The archive twice, under codes that say nothing, with the press review told apart by its label. */
const TWINS = mapOf(`
  A1 Governo
  A1.1 Comunicazione
  A1.1.1 Stampa
  A1.1.1.1 Rassegna stampa quotidiana
  A1.1.1.4 Rapporti con i giornalisti
  A1.1.1.5 Tenuta archivio fotografico
  A1.1.1.6 Conferenze e comunicati
  A1.1.1.7 Tenuta archivio fotografico
  A1.1.1.8 Pubblicazioni periodiche
`);

describe('a tie', () => {
  const { newMap, correspondence } = matchMaps(OLD, TWINS);
  const archive = OLD.nodes.find((node) => node.code.text === 'A1.1.1.9')?.id as number;

  it('is open, never the first one found', () => {
    expect(correspondence.links.filter((link) => link.old === archive)).toEqual([]);
    expect(correspondence.unlinked.find((entry) => entry.old === archive)).toMatchObject({
      tier: 'open',
      reason: 'tie',
    });
  });

  it('lists both with the same confidence', () => {
    const [first, second] = correspondence.candidates[archive] ?? [];
    const codes = [first, second].map((candidate) => newMap.nodes[candidate?.new ?? -1]?.code.text);
    expect(codes.sort()).toEqual(['A1.1.1.5', 'A1.1.1.7']);
    expect(first?.confidence).toBe(second?.confidence);
  });

  it('is settled by a rejection', () => {
    const twin = TWINS.nodes.find((node) => node.code.text === 'A1.1.1.5')?.id as number;
    const { correspondence: settled } = matchMaps(OLD, TWINS, {
      decisions: { rejected: [{ old: archive, new: twin }] },
    });
    expect(settled.links.filter((link) => link.old === archive).map((link) => link.new)).toEqual([
      TWINS.nodes.find((node) => node.code.text === 'A1.1.1.7')?.id,
    ]);
  });

  it('is none where the code tells the two apart', () => {
    const kept = mapOf(`
      A1 Governo
      A1.1 Comunicazione
      A1.1.1 Stampa
      A1.1.1.1 Rassegna stampa quotidiana
      A1.1.1.9 Tenuta archivio fotografico
      A1.1.1.12 Tenuta archivio fotografico
    `);
    const links = matchMaps(OLD, kept).correspondence.links.filter((link) => link.old === archive);
    expect(links.map((link) => kept.nodes[link.new]?.code.text)).toContain('A1.1.1.9');
  });
});
