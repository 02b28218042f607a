/**
 * Whether two fingerprints may be of one entry. A code may stand on two entries; what was written by hand has no
 * fingerprint to tell them apart.
 */
export function sameEntry(before: string, now: string): boolean {
  return before === '' || now === '' || before === now;
}
