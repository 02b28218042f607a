import type { GsimCode } from '../model/change.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import { EMPTY_ROW, entryKey } from '../model/crosswalk-rows.ts';
import type { Inversion } from '../model/inversion.ts';
import { allocate } from '../values/allocate.ts';
import {
  type Decimal,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  sumDecimals,
  trimDecimal,
  unitsAt,
  ZERO,
} from '../values/decimal.ts';
import { groupBy } from '../values/group-by.ts';
import { linkKinds } from './link-kinds.ts';

/** Digits after the point that a share has at most, as those of `--allocate equal`. */
const SCALE = 6;

/**
 * Reads a crosswalk backwards: each link leads from the new code to the old one, what was added ends, what was dropped begins.
 * Which part of a merged entry came from where is known only by what was booked: shares backwards are those of the amounts,
 * each with the share by which it came, or empty.
 *
 * @param booked what was booked on each old code; `null` when nobody says
 */
export function invertCrosswalk({ rows }: Crosswalk, booked: ReadonlyMap<string, Decimal> | null): Inversion {
  const links = linksOf(rows);
  const byNew = groupBy(links, ({ newCode }) => newCode);
  const oldCodes = new Set(rows.map(({ oldCode }) => oldCode));
  const shares = new Map([...byNew].map(([code, own]) => [code, sharesBack(own, rows, booked)]));
  const turned = [...byNew].flatMap(([code, own]) =>
    own.map((row, i) => turnedRow(row, { own, oldCodes, share: shares.get(code)?.[i] ?? null })),
  );
  const linked = new Set(links.map(({ oldCode }) => oldCode));
  const several = [...byNew].filter(([code, own]) => own.length > 1 && shares.get(code) === null);
  return {
    crosswalk: { rows: [...withKinds(turned), ...rows.flatMap((row) => endRow(row, linked, byNew))] },
    unshared: several.filter(([, own]) => isDecided(own)).map(([code]) => code),
    undecided: several.filter(([, own]) => !isDecided(own)).map(([code]) => code),
    open: codesOf(rows.filter(({ tier }) => tier === 'open')),
    partlyDropped: codesOf(
      rows.filter((row) => row.newCode === '' && linked.has(row.oldCode) && row.tier !== 'open'),
    ),
  };
}

/** The links, each once: entries that share a code are told apart by nobody who reads it backwards. */
function linksOf(rows: readonly CrosswalkRow[]): readonly CrosswalkRow[] {
  const links = rows.filter(({ oldCode, newCode }) => oldCode !== '' && newCode !== '');
  return [
    ...new Map([...links].reverse().map((row) => [`${row.oldCode} ${row.newCode}`, row])).values(),
  ].reverse();
}

function codesOf(rows: readonly CrosswalkRow[]): readonly string[] {
  return [...new Set(rows.map(({ oldCode }) => oldCode))].filter((code) => code !== '');
}

/** Whether every source says which part of it comes along the link. */
function isDecided(own: readonly CrosswalkRow[]): boolean {
  return own.every(({ share, tier }) => share !== null && tier !== 'open');
}

/** One share a link that sum to exactly 1; an only source has it all. `null` where nobody knows. */
function sharesBack(
  own: readonly CrosswalkRow[],
  rows: readonly CrosswalkRow[],
  booked: ReadonlyMap<string, Decimal> | null,
): readonly string[] | null {
  if (own.length === 1) return ['1'];
  if (booked === null || !isDecided(own)) return null;
  const amounts = own.map((row) =>
    multiplyDecimals(booked.get(row.oldCode) ?? ZERO, parseDecimal(row.share ?? '') ?? ZERO),
  );
  if (amounts.some(({ units }) => units < 0n) || sumDecimals(amounts).units === 0n) return null;
  if (own.some((row) => isAmbiguousCode(row, rows))) return null;
  const scale = Math.max(...amounts.map((amount) => amount.scale));
  const weights = amounts.map((amount) => unitsAt(amount, scale));
  return allocate(10n ** BigInt(SCALE), weights).map((units) =>
    formatDecimal(trimDecimal({ units, scale: SCALE })),
  );
}

/** What is booked on a code of several entries is nobody's alone. */
function isAmbiguousCode({ oldCode }: CrosswalkRow, rows: readonly CrosswalkRow[]): boolean {
  return new Set(rows.filter((row) => row.oldCode === oldCode).map(entryKey)).size > 1;
}

interface Turning {
  readonly own: readonly CrosswalkRow[];
  readonly oldCodes: ReadonlySet<string>;
  readonly share: string | null;
}

function turnedRow(row: CrosswalkRow, { own, oldCodes, share }: Turning): CrosswalkRow {
  const code = row.newCode;
  const isRecycled = oldCodes.has(code) && !own.some(({ oldCode }) => oldCode === code);
  return {
    ...row,
    ...{ oldCode: code, oldLabel: row.newLabel, oldPath: row.newPath },
    ...{ newCode: row.oldCode, newLabel: row.oldLabel, newPath: row.oldPath },
    share,
    isDefault: own.length === 1 ? true : null,
    gsim: gsimBack(row.gsim),
    alarms: isRecycled ? ['recycled'] : [],
    ...{ alternatives: [], fingerprint: '', complete: '' },
  };
}

/** A merger read backwards is a split, and the other way round. */
function gsimBack(gsim: GsimCode | null): GsimCode | null {
  const back: Partial<Record<GsimCode, GsimCode>> = {
    'RC3.1': 'RC4.1',
    'RC3.2': 'RC4.2',
    'RC4.1': 'RC3.1',
    'RC4.2': 'RC3.2',
  };
  return gsim === null ? null : (back[gsim] ?? gsim);
}

function withKinds(rows: readonly CrosswalkRow[]): readonly CrosswalkRow[] {
  const kinds = linkKinds(rows);
  return rows.map((row) => {
    const change = kinds.get(entryKey(row)) ?? row.change;
    return { ...row, change, gsim: change === 'transfer' ? ('RC5' as const) : row.gsim };
  });
}

/** What was added ends, what was dropped begins, what is open is open. What also stands in a link needs no row of its own. */
function endRow(
  row: CrosswalkRow,
  linked: ReadonlySet<string>,
  byNew: ReadonlyMap<string, readonly CrosswalkRow[]>,
): readonly CrosswalkRow[] {
  if (row.oldCode === '') {
    if (byNew.has(row.newCode)) return [];
    return [
      turnedEnd(
        row,
        row.tier === 'open' ? { change: 'open', gsim: null } : { change: 'dropped', gsim: 'RC1' },
      ),
    ];
  }
  if (row.newCode !== '' || linked.has(row.oldCode)) return [];
  return [
    turnedEnd(row, row.tier === 'open' ? { change: 'open', gsim: null } : { change: 'added', gsim: 'RC2' }),
  ];
}

function turnedEnd(row: CrosswalkRow, kind: Pick<CrosswalkRow, 'change' | 'gsim'>): CrosswalkRow {
  return {
    ...EMPTY_ROW,
    ...{ oldCode: row.newCode, oldLabel: row.newLabel, oldPath: row.newPath },
    ...{ newCode: row.oldCode, newLabel: row.oldLabel, newPath: row.oldPath },
    ...kind,
    ...{ tier: row.tier, confidence: row.oldCode === '' ? 0 : 1 },
    ...{ decidedBy: row.decidedBy, decidedOn: row.decidedOn, reason: row.reason },
  };
}
