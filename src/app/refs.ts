import { compareCodes, parseCode } from '../model/code.ts';
import type { Crosswalk } from '../model/crosswalk.ts';
import { codeOfText } from '../model/crosswalk-rows.ts';
import type { ProcessMap } from '../model/process-map.ts';
import type { RefsReport } from '../model/refs-report.ts';
import { readDocument } from '../read/document/read-document.ts';
import { codeFates, oldCodes } from '../refs/code-fates.ts';
import { findCodes, type KnownCodes } from '../refs/find-codes.ts';

/** A document as its bytes; the name is for messages and places. */
export interface DocumentInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Finds the codes that documents cite, and tells what the crosswalk makes of each.
 *
 * @param maps further maps, in which codes are looked up that the crosswalk may not know
 * @throws ProcmapError when a document cannot be read
 */
export async function findReferences(
  documents: readonly DocumentInput[],
  crosswalk: Crosswalk,
  maps: readonly ProcessMap[] = [],
): Promise<RefsReport> {
  const others = maps.map((map) => ({ name: map.source.name, labels: labelsOf(map) }));
  const known = knownCodes([oldCodes(crosswalk), ...others.map(({ labels }) => new Set(labels.keys()))]);
  const found = [];
  for (const document of documents) {
    found.push({ file: document.name, citations: findCodes(await readDocument(document), known) });
  }
  const cited = [...new Set(found.flatMap(({ citations }) => citations.map(({ code }) => code)))];
  const sorted = cited.sort((a, b) => compareCodes(codeOfText(a), codeOfText(b)));
  return { documents: found, codes: sorted.map(codeFates(crosswalk, others)) };
}

function labelsOf(map: ProcessMap): ReadonlyMap<string, string> {
  return new Map(map.nodes.map((node) => [node.code.text, node.label]));
}

function knownCodes(sets: readonly ReadonlySet<string>[]): KnownCodes {
  const roots = new Set<string>();
  for (const code of sets.flatMap((set) => [...set])) {
    const root = parseCode(code)?.segments[0];
    if (root?.type === 'root' && root.number !== null) roots.add(`${root.letter}${root.number}`);
  }
  const letters = new Set([...roots].map((root) => root.charAt(0)));
  return { has: (code) => sets.some((set) => set.has(code)), roots, letters };
}
