import type { Place } from '../values/place.ts';
import { sha256Hex } from '../values/sha256.ts';
import type { Finding } from './finding.ts';

/**
 * What each finding is known by from one run to the next: its rule and its code, or its place where it concerns no code.
 * Never what it says, so that neither a new wording nor another language makes it a new finding. A second finding of the
 * same rule and code gets `#2`.
 *
 * @param findings of one file, in their one order
 */
export function findingKeys(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = `${finding.ruleId} ${finding.code ?? placeKey(finding.place)}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} #${count}`;
  });
}

/** A short name for a finding of a file, for formats that ask for one. */
export function fingerprintOfKey(file: string, key: string): string {
  return sha256Hex(`${file}\u0000${key}`).slice(0, 32);
}

function placeKey({ sheet, cell, line, column }: Place): string {
  if (cell !== undefined) return `${sheet ?? ''}!${cell}`;
  if (line !== undefined) return column === undefined ? `${line}` : `${line}:${column}`;
  return sheet === undefined ? '-' : `${sheet}!`;
}
