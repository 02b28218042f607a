import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import type { CrosswalkCheck } from '../model/crosswalk-check.ts';
import type { ProcessMap } from '../model/process-map.ts';
import { isBookable, keyOf } from '../model/tree.ts';
import { groupBy } from '../values/group-by.ts';

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
  const open = entries.filter(([first]) => first?.tier === 'open');
  const mapped = entries.filter((own) => own.some(({ newCode, tier }) => newCode !== '' && tier !== 'open'));
  const listed = new Set(entries.map(([first]) => first?.oldCode));
  return {
    old: { mapped: mapped.length, dropped: entries.length - open.length - mapped.length, open: open.length },
    new: {
      reached: [...reached].filter((code) => !implied.has(code)).length,
      byRule: [...reached].filter((code) => implied.has(code)).length,
      added: added.size,
    },
    unshared: codesOf(
      entries.filter((own) =>
        own.some(({ newCode, share, tier }) => newCode !== '' && share === null && tier !== 'open'),
      ),
    ),
    ambiguous: repeated(entries.map(([first]) => first?.oldCode ?? '')),
    open: codesOf(open),
    missing: {
      old: missing(oldMap, (code) => listed.has(code)),
      new: missing(newMap, (code) => reached.has(code) || added.has(code)),
    },
  };
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
