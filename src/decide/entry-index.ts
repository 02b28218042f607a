import { fingerprintOf, readFingerprint } from '../model/fingerprint.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { readCode } from '../model/read-code.ts';
import { isBookable, keyOf } from '../model/tree.ts';
import { groupBy } from '../values/group-by.ts';

/** Looks entries up the ways a decision names them. */
export interface EntryIndex {
  readonly map: ProcessMap;
  /** Bookable entries that hours are booked on by this code, or that bear it; codes as people write them. */
  readonly byCode: (code: string) => readonly MapNode[];
  /** Of several bearers of a code the one the fingerprint was taken of. */
  readonly same: (bearers: readonly MapNode[], fingerprint: string) => MapNode | undefined;
  /** The entry of this label and path that now bears another code; only when the code's bearers are none of it. */
  readonly elsewhere: (fingerprint: string, code: string) => MapNode | undefined;
  /** The only entry of this label, wherever it stands now. */
  readonly labelled: (fingerprint: string) => MapNode | undefined;
  /** A structure entry of this code. */
  readonly structure: (code: string) => MapNode | undefined;
  readonly fingerprint: (node: MapNode) => string;
  readonly codes: () => Iterable<string>;
}

export function indexEntries(map: ProcessMap): EntryIndex {
  const bookable = map.nodes.filter(isBookable);
  const byKey = groupBy(bookable, keyOf);
  const byName = groupBy(bookable, (node) => node.code.text);
  const byFolded = groupBy(bookable, (node) => keyOf(node).toLowerCase());
  const fingerprints = new Map<number, string>();
  const fingerprint = (node: MapNode) => {
    const known = fingerprints.get(node.id) ?? fingerprintOf(map, node);
    fingerprints.set(node.id, known);
    return known;
  };
  const byCode = (code: string): readonly MapNode[] => {
    const canonical = readCode(code).code?.text ?? code;
    return (
      byKey.get(code) ?? byName.get(code) ?? byKey.get(canonical) ?? byFolded.get(code.toLowerCase()) ?? []
    );
  };
  const grouped = new Map<PartOf, ReadonlyMap<string, readonly MapNode[]>>();
  const onlyOne = (wanted: string, partOf: PartOf): MapNode | undefined => {
    const groups = grouped.get(partOf) ?? groupBy(bookable, (node) => partOf(fingerprint(node)));
    grouped.set(partOf, groups);
    const found = groups.get(partOf(wanted)) ?? [];
    return found.length === 1 ? found[0] : undefined;
  };
  return {
    map,
    byCode,
    same: (bearers, wanted) => bearers.find((node) => fingerprint(node) === wanted),
    elsewhere: (wanted, code) => {
      const stays = byCode(code).some((node) => contentOf(fingerprint(node)) === contentOf(wanted));
      return stays ? undefined : onlyOne(wanted, contentOf);
    },
    labelled: (wanted) => onlyOne(wanted, labelOf),
    structure: (code) => map.nodes.find((node) => !isBookable(node) && node.code.text === code),
    fingerprint,
    codes: () => byKey.keys(),
  };
}

/** What of a fingerprint is compared. */
type PartOf = (fingerprint: string) => string;

function contentOf(fingerprint: string): string {
  const parts = readFingerprint(fingerprint);
  return parts ? `${parts.label}-${parts.path}` : '';
}

function labelOf(fingerprint: string): string {
  return readFingerprint(fingerprint)?.label ?? '';
}
