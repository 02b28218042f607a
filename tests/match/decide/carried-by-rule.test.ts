import { describe, expect, it } from 'vitest';
import { carriedWhole, carryByRule } from '../../../src/match/decide/carried-by-rule.ts';
import { constraintsOf } from '../../../src/match/decide/constraints.ts';
import type { Link } from '../../../src/model/correspondence.ts';
import { mapOf } from '../../support/map-of.ts';

const OLD = mapOf(`
  A1 Governo
  A1:coordination Coordinamento governo
  A1.1 Atti
  A1.1.F.F Formazione atti
  A1.2 Gare
  A1.2.F.F Formazione gare`);
const NEW = mapOf(`
  A1 Governo
  A1:coordination Coordinamento governo
  A1.1 Documenti
  A1.1.F.F Formazione documenti
  A1.2 Protocollo
  A1.2.F.F Formazione protocollo
  A1.3 Appalti`);
const idOf = (map: typeof OLD, code: string, kind?: string) =>
  map.nodes.find((node) => node.code.text === code && (kind ? node.kind === kind : true))?.id as number;

function structure(from: string, to: string, confidence: number, tier: Link['tier'] = 'certain'): Link {
  return { old: idOf(OLD, from), new: idOf(NEW, to), confidence, tier, evidence: [], matcher: 'one-to-one' };
}

const TRAINING = idOf(OLD, 'A1.1.F.F');

function carried(links: readonly Link[], rejected: { old: number; new: number }[] = []) {
  return carryByRule(OLD, NEW, links, constraintsOf({ rejected }));
}

describe('service entries follow what they serve', () => {
  it('as surely as it goes there', () => {
    const { links } = carried([structure('A1', 'A1', 0.99), structure('A1.1', 'A1.2', 0.8, 'probable')]);
    expect(links).toMatchObject([
      {
        old: idOf(OLD, 'A1', 'coordination'),
        new: idOf(NEW, 'A1', 'coordination'),
        tier: 'certain',
        confidence: 0.99,
      },
      { old: TRAINING, new: idOf(NEW, 'A1.2.F.F'), tier: 'probable', confidence: 0.8 },
    ]);
  });

  it('to the surest of several places, and are less sure of that', () => {
    const { links } = carried([structure('A1.1', 'A1.1', 0.9), structure('A1.1', 'A1.2', 0.95)]);
    expect(links).toMatchObject([
      { old: TRAINING, new: idOf(NEW, 'A1.2.F.F'), tier: 'probable', matcher: 'carried-by-rule' },
    ]);
    expect(links[0]?.confidence).toBeCloseTo(0.7 * 0.95, 12);
  });

  it('to the next place where a person turned the first down', () => {
    const links = [structure('A1.1', 'A1.1', 0.9), structure('A1.1', 'A1.2', 0.95)];
    const rejected = [{ old: TRAINING, new: idOf(NEW, 'A1.2.F.F') }];
    expect(carried(links, rejected).links).toMatchObject([{ new: idOf(NEW, 'A1.1.F.F') }]);
  });

  it('nowhere where the new file lists none for it, which is probable if that goes on and open if not', () => {
    const { links, unlinked } = carried([structure('A1.2', 'A1.3', 0.99)]);
    expect(links).toEqual([]);
    const tierOf = Object.fromEntries(unlinked.map(({ old, tier }) => [OLD.nodes[old]?.code.text, tier]));
    expect(tierOf).toEqual({ A1: 'open', 'A1.1.F.F': 'open', 'A1.2.F.F': 'probable' });
  });

  it('whole where what they serve goes to one place and nowhere else', () => {
    const one = [structure('A1.1', 'A1.1', 0.9)];
    const two = [...one, structure('A1.1', 'A1.2', 0.95)];
    const whole = (links: readonly Link[], complete: readonly number[]) =>
      carriedWhole(OLD, {
        carried: carried(links).links,
        structure: links,
        complete: new Set(complete),
      });
    const served = idOf(OLD, 'A1.1');
    expect(whole(one, [served])).toEqual([TRAINING]);
    expect(whole(one, [])).toEqual([]);
    expect(whole(two, [served])).toEqual([]);
  });
});
