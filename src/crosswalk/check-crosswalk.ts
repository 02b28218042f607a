import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import type { CrosswalkCheck } from '../model/crosswalk-check.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { isBookable, keyOf } from '../model/tree.ts';
import { groupBy } from '../values/group-by.ts';
import { applicationOf, type Obstacle } from './applicable.ts';

/**
 * Checks a crosswalk both ways against its maps: every old entry is mapped or listed as dropped or open, every new one is
 * reached or listed as added. Entries that stand in the new map by rule alone may be left unreached.
 */
export function checkCrosswalk(crosswalk: Crosswalk, oldMap: ProcessMap, newMap: ProcessMap): CrosswalkCheck {
  const entries = groupByEntry(crosswalk.rows.filter(({ oldCode }) => oldCode !== ''));
  const implied = new Set(newMap.nodes.filter((node) => node.implied).map(keyOf));
  const reached = new Set(crosswalk.rows.flatMap((row) => (row.oldCode === '' ? [] : [row.newCode])));
  const added = new Set(crosswalk.rows.flatMap((row) => (row.oldCode === '' ? [row.newCode] : [])));
  reached.delete('');
  const fates = entries.map((own) => ({ own, fate: fateOf(own), obstacle: applicationOf(own).obstacle }));
  const withObstacle = (wanted: Obstacle) =>
    codesOf(fates.flatMap(({ own, obstacle }) => (obstacle === wanted ? [own] : [])));
  const listed = new Set(entries.map(([first]) => first?.oldCode));
  return {
    old: countFates(fates.map(({ fate }) => fate)),
    new: {
      reached: [...reached].filter((code) => !implied.has(code)).length,
      byRule: [...reached].filter((code) => implied.has(code)).length,
      added: added.size,
    },
    unshared: withObstacle('split-undecided'),
    ambiguous: repeated(entries.map(([first]) => first?.oldCode ?? '')),
    possiblyLost: withObstacle('possibly-lost'),
    incomplete: codesOf(
      fates.flatMap(({ own, fate }) =>
        fate === 'certain' && own.some(({ complete }) => complete === 'unknown') ? [own] : [],
      ),
    ),
    open: withObstacle('open'),
    missing: {
      old: missing(oldMap, (code) => listed.has(code)),
      new: missing(newMap, (code) => reached.has(code) || added.has(code)),
    },
  };
}

type Fate = Exclude<keyof CrosswalkCheck['old'], 'mapped'>;

function countFates(fates: readonly Fate[]): CrosswalkCheck['old'] {
  const counts = { certain: 0, probable: 0, dropped: 0, possiblyLost: 0, open: 0 };
  for (const fate of fates) counts[fate]++;
  return { mapped: counts.certain + counts.probable, ...counts };
}

function fateOf(own: readonly CrosswalkRow[]): Fate {
  const { obstacle } = applicationOf(own);
  if (obstacle === 'possibly-lost') return 'possiblyLost';
  if (obstacle === 'open' || obstacle === 'dropped') return obstacle;
  return own.some(({ tier }) => tier === 'probable') ? 'probable' : 'certain';
}

/** The rows of each old entry. A code may stand on two entries; the fingerprint tells them apart. */
function groupByEntry(rows: readonly CrosswalkRow[]): readonly (readonly CrosswalkRow[])[] {
  return [...groupBy(rows, ({ oldCode, fingerprint }) => `${oldCode} ${fingerprint}`).values()];
}

function codesOf(entries: readonly (readonly CrosswalkRow[])[]): readonly string[] {
  return entries.flatMap(([first]) => (first ? [first.oldCode] : []));
}

function repeated(codes: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const code of codes) (seen.has(code) ? twice : seen).add(code);
  return [...twice];
}

function missing(map: ProcessMap, isListed: (code: string) => boolean): readonly string[] {
  const listed = map.nodes.filter((node) => isBookable(node) && !node.implied);
  return [...new Set(listed.map(keyOf))].filter((code) => !isListed(code));
}
