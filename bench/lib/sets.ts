import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { keyOf } from '../../src/model/tree.ts';
import { readRows } from './csv.ts';
import { readFlatMap } from './flat-map.ts';

/** A reference link. */
export interface GoldLink {
  readonly old: string;
  readonly new: string;
  readonly relation: string;
  readonly optional: boolean;
}

/** Two maps and the links between them as people made them. */
export interface ReferenceSet {
  readonly name: string;
  readonly oldMap: ProcessMap;
  readonly newMap: ProcessMap;
  readonly gold: readonly GoldLink[];
  /** The set that this one was made of, where it is no set that people made. */
  readonly variantOf?: string;
}

const SHARED = join(import.meta.dirname, '../../../shared/data');
const FIXTURES = join(import.meta.dirname, '../../fixtures/truth');
const OWN = join(import.meta.dirname, '../reference');

/** Reads reference links as `old_code,new_code,relation,required`. */
export function readGold(path: string): GoldLink[] {
  return readRows(path).map((row) => ({
    old: (row.old_code ?? '').trim(),
    new: (row.new_code ?? '').trim(),
    relation: row.relation ?? '',
    optional: row.required === 'optional',
  }));
}

/** Names of the reference sets that may lie beside the project: they are kept apart from it. */
export const REFERENCE_SETS = ['activities', 'structure'] as const;

/** Those of them that are there. */
export function referenceSets(): ReferenceSet[] {
  const seeds = { old: join(SHARED, 'massa-carrara.flat.csv'), new: join(SHARED, 'rev2023.flat.csv') };
  const gold = (name: string) => join(SHARED, `gold/massa-carrara-to-rev2023.${name}.csv`);
  return REFERENCE_SETS.flatMap((name) => readSet(name, { ...seeds, gold: gold(name) }));
}

/** The public correspondences: other classifications, another language. */
export function publicSets(): ReferenceSet[] {
  const folder = (name: string) => ({
    old: join(OWN, name, 'old.csv'),
    new: join(OWN, name, 'new.csv'),
    gold: join(OWN, name, 'gold.csv'),
  });
  return [
    ...readSet('nist', folder('nist-800-53-r4-to-r5')),
    ...readSet('naics', folder('naics-2007-to-2012')),
  ];
}

/** The reference sets of process maps that the project made itself. */
export function ownSets(): ReferenceSet[] {
  const local = join(FIXTURES, 'massa-carrara-2021.csv');
  return [
    ...readSet('rest', {
      old: local,
      new: join(FIXTURES, 'unioncamere-rev2023.csv'),
      gold: join(OWN, '2021-to-rev2023.rest.csv'),
    }),
    ...readSet('levels', {
      old: join(FIXTURES, 'massa-carrara-liv.csv'),
      new: local,
      gold: join(OWN, 'levels-to-2021.csv'),
    }),
  ];
}

/** Every reference set there is, in the order in which weights are learnt from them. */
export function allSets(): ReferenceSet[] {
  return [...referenceSets(), ...publicSets(), ...ownSets()];
}

/** A set whose three files are all there; otherwise nothing. */
function readSet(name: string, paths: Readonly<Record<'old' | 'new' | 'gold', string>>): ReferenceSet[] {
  if (!Object.values(paths).every((path) => existsSync(path))) return [];
  return [
    { name, oldMap: readFlatMap(paths.old), newMap: readFlatMap(paths.new), gold: readGold(paths.gold) },
  ];
}

/** First node of each code. */
export function idsByCode(map: ProcessMap): Map<string, number> {
  const ids = new Map<string, number>();
  for (const node of map.nodes) {
    if (!ids.has(node.code.text)) ids.set(node.code.text, node.id);
  }
  for (const node of map.nodes) if (!ids.has(keyOf(node))) ids.set(keyOf(node), node.id);
  return ids;
}

/** Whether a set links the levels above the bookable entries. */
export function isStructureSet(set: ReferenceSet): boolean {
  return set.name.startsWith('structure');
}
