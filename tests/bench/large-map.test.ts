import { describe, expect, it } from 'vitest';
import { largeMap } from '../../bench/lib/large-map.ts';
import { revise, THOROUGH } from '../../bench/lib/revise.ts';

describe('largeMap', () => {
  const map = largeMap(2000, 7);

  it('is the same for the same seed, and another for another', () => {
    expect(largeMap(2000, 7)).toEqual(map);
    expect(largeMap(2000, 8)).not.toEqual(map);
  });

  it('has codes of its own for all entries, and labels that mostly differ', () => {
    expect(new Set(map.nodes.map((node) => node.code.text)).size).toBe(map.nodes.length);
    expect(new Set(map.nodes.map((node) => node.label)).size).toBeGreaterThan(0.9 * map.nodes.length);
  });

  it('can be revised: codes are numbered anew and so come to name other entries', () => {
    const { oldMap, newMap, gold } = revise('large', map, THOROUGH, 7);
    const newCodes = new Set(newMap.nodes.map((node) => node.code.text));
    const moved = gold.filter((link) => link.new !== '' && link.new !== link.old);
    expect(newCodes.size).toBe(newMap.nodes.length);
    expect(new Set(gold.map((link) => link.old)).size).toBe(oldMap.nodes.length);
    expect(moved.some((link) => newCodes.has(link.old))).toBe(true);
  });
});
