import { applicationOf, type Obstacle } from '../crosswalk/applicable.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import type { DecisionNote } from '../model/decision.ts';
import { groupBy } from '../values/group-by.ts';
import type { CrosswalkDocument } from './crosswalk-document.ts';

/**
 * The crosswalk as SQL for any engine with window functions: a table of links with their dates and portions, a view that
 * adapts the time-sheet table at hand, and a view that recodes it: every booking once, divided to the cent by the method
 * of the largest remainder.
 */
export function renderCrosswalkSql(document: CrosswalkDocument): string {
  const { crosswalk } = document;
  const links = linksOf(crosswalk);
  const types = typesOf(links);
  return [
    heading(document),
    createLinks(types),
    links.map((link) => insertOf(link, crosswalk.validFrom)).join('\n'),
    BOOKINGS,
    recodingOf(types),
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
  readonly by: string;
  readonly reason: string;
}

function typesOf(links: readonly SqlLink[]): SqlTypes {
  const longest = (least: number, lengthOf: (link: SqlLink) => number) =>
    links.reduce((most, link) => Math.max(most, lengthOf(link)), least);
  const digits = longest(6, ({ portion }) => portion?.split('.')[1]?.length ?? 0);
  return {
    code: `VARCHAR(${longest(32, ({ oldCode, newCode }) => Math.max(oldCode.length, newCode?.length ?? 0))})`,
    portion: `DECIMAL(${digits + 1}, ${digits})`,
    by: `VARCHAR(${longest(100, ({ decision }) => decision.by.length)})`,
    reason: `VARCHAR(${longest(1000, ({ decision }) => decision.reason.length)})`,
  };
}

function heading({ old, new: fresh, toolVersion }: CrosswalkDocument): string {
  const said = (text: string) => text.replace(/\s+/g, ' ');
  return [
    `-- Crosswalk from ${said(old.name)} to ${said(fresh.name)}, written by procmap ${toolVersion}.`,
    '-- Standard SQL with window functions: PostgreSQL, DuckDB, MySQL 8, MariaDB. SQLite counts in floating point, so there a',
    '-- cent may fall to another target; totals hold everywhere.',
    '-- 1. Adapt procmap_booking to your table of time-sheets.  2. Read procmap_recoded.',
  ].join('\n');
}

function createLinks({ code, portion, by, reason }: SqlTypes): string {
  return `-- One row per link. Where new_code is NULL, change_kind says why: the entry is dropped, partly dropped or possibly
-- lost, open or undecided, or its code is ambiguous because several old entries bear it. valid_from is NULL where the crosswalk holds
-- for every day. link_rank orders the targets of an old code.
CREATE TABLE procmap_link (
  old_code    ${code} NOT NULL,
  new_code    ${code},
  portion     ${portion},
  link_rank   INTEGER NOT NULL,
  change_kind VARCHAR(20) NOT NULL,
  valid_from  DATE,
  decided_by  ${by},
  decided_on  DATE,
  reason      ${reason}
);`;
}

function insertOf(
  { oldCode, newCode, portion, rank, kind, decision }: SqlLink,
  validFrom: string | undefined,
): string {
  const values = [
    text(oldCode),
    newCode === null ? 'NULL' : text(newCode),
    portion ?? 'NULL',
    String(rank),
    text(kind),
    validFrom === undefined ? 'NULL' : text(validFrom),
    ...[decision.by, decision.on, decision.reason].map((said) => (said === '' ? 'NULL' : text(said))),
  ];
  return `INSERT INTO procmap_link VALUES (${values.join(', ')});`;
}

/** A string literal. MySQL takes a backslash in one for an escape, other engines do not; a slash is the same in all. */
function text(value: string): string {
  return `'${value.replaceAll("'", "''").replaceAll('\\', '/')}'`;
}

const BOOKINGS = `-- Your time-sheets: a number or name per row, the code, the amount to two decimals, and the day (or NULL).
CREATE VIEW procmap_booking AS
SELECT
  booking_id,
  code,
  CAST(hours AS DECIMAL(15, 2)) AS amount,
  booked_on
FROM timesheet;`;

/**
 * Amounts count in hundredths, so that nothing is rounded before it is divided. The parts of a booking are the whole
 * hundredths of its quotas; those left over go one each to the largest remainders, and to the first among equals. A
 * negative amount is divided like the positive one. A target that gets nothing gets no row, as in `procmap recode`.
 */
function recodingOf({ portion }: SqlTypes): string {
  const digits = Number(/, (\d+)\)/.exec(portion)?.[1] ?? 6);
  const quota = `DECIMAL(${Math.min(38, 17 + digits)}, ${digits})`;
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
    l.new_code,
    COALESCE(l.link_rank, 1) AS link_rank,
    COALESCE(l.portion, 1) AS portion,
    CASE
      WHEN d.valid_from IS NOT NULL AND b.booked_on IS NULL THEN 'no-date'
      WHEN b.booked_on < d.valid_from THEN 'before'
      WHEN l.old_code IS NULL THEN 'unknown-code'
      WHEN l.new_code IS NULL THEN l.change_kind
      ELSE 'recoded'
    END AS outcome,
    CASE WHEN b.amount < 0 THEN -1 ELSE 1 END AS amount_sign,
    CAST(ABS(b.amount) * 100 AS DECIMAL(15, 0)) AS units
  FROM procmap_booking b
  CROSS JOIN (SELECT MAX(valid_from) AS valid_from FROM procmap_link) d
  LEFT JOIN procmap_link l ON l.old_code = b.code
),
quotas AS (
  SELECT
    a.*,
    CAST(CASE WHEN outcome = 'recoded' THEN units * portion ELSE units END AS ${quota}) AS quota
  FROM applied a
  WHERE outcome = 'recoded' OR link_rank = 1
),
wholes AS (
  SELECT q.*, FLOOR(quota) AS whole_units, quota - FLOOR(quota) AS remainder
  FROM quotas q
),
ranked AS (
  SELECT
    w.*,
    units - SUM(whole_units) OVER (PARTITION BY booking_id) AS units_left,
    ROW_NUMBER() OVER (PARTITION BY booking_id ORDER BY remainder DESC, link_rank) AS remainder_rank,
    ROW_NUMBER() OVER (PARTITION BY booking_id ORDER BY portion DESC, link_rank) AS portion_rank
  FROM wholes w
),
parts AS (
  SELECT r.*, whole_units + CASE WHEN remainder_rank <= units_left THEN 1 ELSE 0 END AS part
  FROM ranked r
)
SELECT
  booking_id,
  old_code,
  CASE outcome WHEN 'recoded' THEN new_code WHEN 'before' THEN old_code END AS new_code,
  CAST(amount_sign * part * 0.01 AS DECIMAL(15, 2)) AS amount,
  booked_on,
  outcome
FROM parts
WHERE part > 0 OR units = 0 AND portion_rank = 1;
`;
}
