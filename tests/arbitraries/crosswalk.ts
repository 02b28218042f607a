import fc from 'fast-check';
import type { Crosswalk, CrosswalkRow } from '../../src/model/crosswalk.ts';
import { crosswalkRow } from '../support/crosswalk-row.ts';

/** Codes of a small world, so that chains, swaps and recycled codes abound. */
export function smallCodes(prefix: string, size: number): readonly string[] {
  return Array.from({ length: size }, (_, i) => `${prefix}1.1.1.${i + 1}`);
}

/** Decimal shares that sum to exactly 1. */
export function shares(count: number): fc.Arbitrary<readonly string[]> {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), {
    minLength: count - 1,
    maxLength: count - 1,
  });
  return cuts.map((list) => {
    const bounds = [0, ...[...list].sort((a, b) => a - b), 10_000];
    return bounds.slice(1).map((bound, i) => shareText(bound - (bounds[i] as number)));
  });
}

function shareText(tenThousandths: number): string {
  if (tenThousandths === 10_000) return '1';
  return `0.${String(tenThousandths).padStart(4, '0')}`.replace(/0+$/, '');
}

/** A crosswalk between two lists of codes: one to one, divided, merged, dropped, undecided, added. */
export function crosswalkBetween(
  oldCodes: readonly string[],
  newCodes: readonly string[],
  options: { readonly decided?: boolean } = {},
): fc.Arbitrary<Crosswalk> {
  const kinds = options.decided
    ? (['map'] as const)
    : (['map', 'map', 'map', 'drop', 'open', 'unshared'] as const);
  const ofCode = (oldCode: string) =>
    fc
      .tuple(
        fc.constantFrom(...kinds),
        fc.uniqueArray(fc.constantFrom(...newCodes), { minLength: 1, maxLength: 4 }),
      )
      .chain(([kind, targets]) => rowsOf(oldCode, kind, targets));
  return fc.tuple(...oldCodes.map(ofCode)).map((lists) => {
    const rows = lists.flat();
    const reached = new Set(rows.map((row) => row.newCode));
    const added = newCodes.filter((code) => !reached.has(code));
    return {
      rows: [...rows, ...added.map((newCode) => crosswalkRow({ newCode, change: 'added', share: null }))],
    };
  });
}

function rowsOf(
  oldCode: string,
  kind: 'map' | 'drop' | 'open' | 'unshared',
  targets: readonly string[],
): fc.Arbitrary<readonly CrosswalkRow[]> {
  if (kind === 'drop') return fc.constant([crosswalkRow({ oldCode, change: 'dropped', share: null })]);
  if (kind === 'open')
    return fc.constant([crosswalkRow({ oldCode, change: 'open', tier: 'open', share: null })]);
  const change = targets.length > 1 ? 'split' : 'moved';
  if (kind === 'unshared' && targets.length > 1)
    return fc.constant(targets.map((newCode) => crosswalkRow({ oldCode, newCode, change, share: null })));
  return shares(targets.length).map((list) =>
    targets.map((newCode, i) => crosswalkRow({ oldCode, newCode, change, share: list[i] ?? null })),
  );
}
