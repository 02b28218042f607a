import { applicationOf, type Obstacle } from '../crosswalk/applicable.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import type { DecisionNote } from '../model/decision.ts';
import { groupBy } from '../values/group-by.ts';
import type { CrosswalkDocument } from './crosswalk-document.ts';
import { SQL_DIALECTS, type SqlDialect, type SqlDialectName } from './sql-dialects.ts';

/**
 * The crosswalk as SQL: a table of links with their dates and portions, a view that adapts the time-sheet table at hand,
 * and a view that recodes it: every booking once, its amount times the share of each target, to the last digit. Nothing is
 * rounded, so that every total is exact; `procmap recode`, which writes whole units, is within one unit of it for every
 * person and code.
 */
export function renderCrosswalkSql(
  document: CrosswalkDocument,
  dialectName: SqlDialectName = 'standard',
): string {
  const { crosswalk } = document;
  const dialect = SQL_DIALECTS[dialectName];
  const links = linksOf(crosswalk);
  const types = typesOf(links, dialect);
  return [
    heading(document, dialect),
    createLinks(types, dialect),
    links.map((link) => insertOf(link, crosswalk.validFrom, dialect)).join('\n'),
    bookings(dialect),
    recodingOf(types, dialect),
  ].join('\n\n');
}

/** A link as it is stored: its rank among those of its old code says in which order remainders are given out. */
interface SqlLink {
  readonly oldCode: string;
  /** `null` where the code goes nowhere, or nobody has decided where. */
  readonly newCode: string | null;
  readonly portion: string | null;
  readonly rank: number;
  readonly kind: string;
  /** Who decided, when and why; each may be empty. */
  readonly decision: DecisionNote;
}

function linksOf({ rows }: Crosswalk): readonly SqlLink[] {
  const byCode = groupBy(
    rows.filter(({ oldCode }) => oldCode !== ''),
    ({ oldCode }) => oldCode,
  );
  return [...byCode].flatMap(([code, own]) => linksOfCode(code, own));
}

/** A code that cannot be applied as a whole has one link that says why. */
function linksOfCode(oldCode: string, rows: readonly CrosswalkRow[]): readonly SqlLink[] {
  const { obstacle } = applicationOf(rows);
  const linked = obstacle === null ? rows : rows.slice(0, 1);
  return linked.map((row, i) => ({
    oldCode,
    newCode: obstacle === null ? row.newCode : null,
    portion: obstacle === null ? (row.share ?? '1') : null,
    rank: i + 1,
    kind: obstacle === null ? row.change : SQL_KINDS[obstacle],
    decision: { by: row.decidedBy, on: row.decidedOn, reason: row.reason },
  }));
}

/** The names of obstacles in the column `change_kind`. */
const SQL_KINDS = {
  'ambiguous-code': 'ambiguous',
  open: 'open',
  'possibly-lost': 'possibly-lost',
  dropped: 'dropped',
  'partly-dropped': 'partly-dropped',
  'split-undecided': 'undecided',
} as const satisfies Record<Obstacle, string>;

interface SqlTypes {
  readonly code: string;
  readonly portion: string;
  /** Digits of a portion behind the point. */
  readonly digits: number;
  readonly by: string;
  readonly reason: string;
  readonly kind: string;
}

function typesOf(links: readonly SqlLink[], { text }: SqlDialect): SqlTypes {
  const longest = (least: number, lengthOf: (link: SqlLink) => number) =>
    links.reduce((most, link) => Math.max(most, lengthOf(link)), least);
  const digits = longest(6, ({ portion }) => portion?.split('.')[1]?.length ?? 0);
  return {
    code: text(longest(32, ({ oldCode, newCode }) => Math.max(oldCode.length, newCode?.length ?? 0))),
    portion: `DECIMAL(${digits + 1}, ${digits})`,
    digits,
    by: text(longest(100, ({ decision }) => decision.by.length)),
    reason: text(longest(1000, ({ decision }) => decision.reason.length)),
    kind: text(20),
  };
}

function heading({ old, new: fresh, toolVersion }: CrosswalkDocument, { engines }: SqlDialect): string {
  const said = (text: string) => text.replace(/\s+/g, ' ');
  return [
    `-- Crosswalk from ${said(old.name)} to ${said(fresh.name)}, written by procmap ${toolVersion}.`,
    `-- ${engines}. Amounts are exact decimals and are never rounded.`,
    '-- 1. Adapt procmap_booking to your table of time-sheets.  2. Read procmap_recoded.',
  ].join('\n');
}

function createLinks({ code, portion, by, reason, kind }: SqlTypes, { notNull }: SqlDialect): string {
  return `-- One row per link. Where new_code is NULL, change_kind says why: the entry is dropped, partly dropped or possibly
-- lost, open or undecided, or its code is ambiguous because several old entries bear it. valid_from is NULL where the
-- crosswalk holds for every day. link_rank orders the targets of an old code.
CREATE TABLE procmap_link (
  old_code    ${code}${notNull},
  new_code    ${code},
  link_share  ${portion},
  link_rank   INTEGER${notNull},
  change_kind ${kind}${notNull},
  valid_from  DATE,
  decided_by  ${by},
  decided_on  DATE,
  reason      ${reason}
);`;
}

function insertOf(
  { oldCode, newCode, portion, rank, kind, decision }: SqlLink,
  validFrom: string | undefined,
  dialect: SqlDialect,
): string {
  const said = (value: string): string => (value === '' ? 'NULL' : text(value, dialect));
  const values = [
    text(oldCode, dialect),
    newCode === null ? 'NULL' : text(newCode, dialect),
    portion ?? 'NULL',
    String(rank),
    text(kind, dialect),
    validFrom === undefined ? 'NULL' : dialect.day(validFrom),
    said(decision.by),
    decision.on === '' ? 'NULL' : dialect.day(decision.on),
    said(decision.reason),
  ];
  return `INSERT INTO procmap_link VALUES (${values.join(', ')});`;
}

/**
 * A string literal. Where a backslash escapes, it is doubled; in what several engines are to read it becomes a slash,
 * for they do not agree on it.
 */
function text(value: string, dialect: SqlDialect): string {
  const isShared = dialect === SQL_DIALECTS.standard;
  const slashed = isShared ? value.replaceAll('\\', '/') : value;
  const escaped = dialect.backslashEscapes ? slashed.replaceAll('\\', '\\\\') : slashed;
  return `'${escaped.replaceAll("'", dialect.backslashEscapes ? "\\'" : "''")}'`;
}

function bookings({ parquet }: SqlDialect): string {
  return `-- Your time-sheets: the code, the amount as it is, and the day (or NULL); whatever else you group by may stand beside.
CREATE VIEW procmap_booking AS
SELECT
  booking_id,
  code,
  CAST(hours AS DECIMAL(15, 2)) AS amount,
  booked_on
FROM timesheet;${parquet === '' ? '' : ` -- in Parquet: FROM ${parquet}`}`;
}

/** Every booking once. The portions of a code sum to 1, so that what it divides into sums to the booking. */
function recodingOf({ digits }: SqlTypes, { maxDigits }: SqlDialect): string {
  const scale = digits + 2;
  const amount = `DECIMAL(${Math.min(maxDigits, 13 + scale)}, ${scale})`;
  return `-- Every booking once. outcome says what became of it; new_code is NULL unless it is one of the first two:
-- recoded        the code goes to new_code, with the part of the amount that is its due
-- before         booked before the crosswalk holds: the code stays
-- no-date        the crosswalk holds from a day, and the booking has none
-- unknown-code   no entry of the old map bears the code
-- dropped, partly-dropped, possibly-lost, open, undecided, ambiguous   a person has to decide where the amount goes
CREATE VIEW procmap_recoded AS
WITH applied AS (
  SELECT
    b.booking_id,
    b.code AS old_code,
    b.booked_on,
    b.amount,
    l.new_code,
    COALESCE(l.link_rank, 1) AS link_rank,
    COALESCE(l.link_share, 1) AS link_share,
    CASE
      WHEN d.valid_from IS NOT NULL AND b.booked_on IS NULL THEN 'no-date'
      WHEN b.booked_on < d.valid_from THEN 'before'
      WHEN l.old_code IS NULL THEN 'unknown-code'
      WHEN l.new_code IS NULL THEN l.change_kind
      ELSE 'recoded'
    END AS outcome
  FROM procmap_booking b
  CROSS JOIN (SELECT MAX(valid_from) AS valid_from FROM procmap_link) d
  LEFT JOIN procmap_link l ON l.old_code = b.code
)
SELECT
  booking_id,
  old_code,
  CASE outcome WHEN 'recoded' THEN new_code WHEN 'before' THEN old_code END AS new_code,
  CAST(CASE outcome WHEN 'recoded' THEN amount * link_share ELSE amount END AS ${amount}) AS amount,
  booked_on,
  outcome
FROM applied
WHERE outcome = 'recoded' OR link_rank = 1;
`;
}
