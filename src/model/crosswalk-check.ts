/**
 * What a crosswalk covers. Counts are of entries: the old ones are mapped (certain or probable), dropped,
 * possibly lost or open, the new ones reached or
 * added, and none is missing.
 */
export interface CrosswalkCheck {
  readonly old: {
    readonly mapped: number;
    /** Of the mapped ones: by their least certain link. */
    readonly certain: number;
    readonly probable: number;
    readonly dropped: number;
    readonly possiblyLost: number;
    readonly open: number;
  };
  /** `byRule`: reached, though the new map does not list them. */
  readonly new: { readonly reached: number; readonly byRule: number; readonly added: number };
  /** Codes of old splits without shares. */
  readonly unshared: readonly string[];
  /** Codes that stand on several old entries: a table joined by code would count their hours twice. */
  readonly ambiguous: readonly string[];
  /** Codes of entries that the new file may have lost; they wait for a decision like open ones. */
  readonly possiblyLost: readonly string[];
  /** Codes of certain entries that may also go elsewhere in part. */
  readonly incomplete: readonly string[];
  /** Codes of open entries. */
  readonly open: readonly string[];
  /** Entries that the table says nothing about, though it should. */
  readonly missing: { readonly old: readonly string[]; readonly new: readonly string[] };
}

/** Whether a crosswalk can be applied to every hour as it stands. */
export function isDecided({ open, possiblyLost, unshared, ambiguous }: CrosswalkCheck): boolean {
  return open.length + possiblyLost.length + unshared.length + ambiguous.length === 0;
}
