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
}

const SHARED = join(import.meta.dirname, '../../../shared/data');

/** Reads reference links as `old_code,new_code,relation,required`. */
export function readGold(path: string): GoldLink[] {
  return readRows(path).map((row) => ({
    old: (row.old_code ?? '').trim(),
    new: (row.new_code ?? '').trim(),
    relation: row.relation ?? '',
    optional: row.required === 'optional',
  }));
}

/** The reference sets that lie beside the project, or none. */
export function referenceSets(): ReferenceSet[] {
  if (!existsSync(SHARED)) return [];
  const local = readFlatMap(join(SHARED, 'massa-carrara.flat.csv'));
  const national = readFlatMap(join(SHARED, 'rev2023.flat.csv'));
  const external = (name: string, folder: string): ReferenceSet => ({
    name,
    oldMap: readFlatMap(join(SHARED, 'external', folder, 'old.csv')),
    newMap: readFlatMap(join(SHARED, 'external', folder, 'new.csv')),
    gold: readGold(join(SHARED, 'external', folder, 'gold.csv')),
  });
  return [
    {
      name: 'activities',
      oldMap: local,
      newMap: national,
      gold: readGold(join(SHARED, 'gold/massa-carrara-to-rev2023.activities.csv')),
    },
    {
      name: 'structure',
      oldMap: local,
      newMap: national,
      gold: readGold(join(SHARED, 'gold/massa-carrara-to-rev2023.structure.csv')),
    },
    external('nist', 'nist_80053_r4_r5'),
    external('naics', 'naics2007_naics2012'),
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
