/** What a column of a map can hold. The names of columns in a configuration. */
export const COLUMN_ROLES = [
  'macro-function',
  'macro-process',
  'process',
  'sub-process',
  'activity',
  'code',
  'label',
  'parent',
  'type',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Header texts by role, for maps whose header is none that is known. Compared without regard to case and blanks. */
export type ColumnHints = Readonly<Partial<Record<ColumnRole, string>>>;
