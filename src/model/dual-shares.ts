import type { Place } from '../values/place.ts';
import type { SeriesUnit } from './series.ts';

/** The ends between which a share lies with 95 % confidence, in [0, 1]. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What bookings that were coded twice say of one target of a split. */
export interface EstimatedTarget {
  readonly code: string;
  readonly bookings: number;
  /** Exact: a decimal, or seconds where the unit is a clock. */
  readonly amount: string;
  /** Its part of the amounts, as decimal text; the shares of an entry sum to exactly 1. */
  readonly share: string;
  /** Its part of the bookings, by Wilson's interval. */
  readonly byBookings: Interval;
  /** Its part of the amounts, by resampling the bookings. */
  readonly byAmount: Interval;
}

/**
 * Why no decision is written on an entry. `few`: fewer bookings than asked for. `elsewhere`: it was booked on codes that the
 * crosswalk does not send it to. `missing`: it was never booked on a code that the crosswalk sends it to. `negative`: the
 * amounts of a target do not come to more than nothing.
 */
export const SHARE_OBSTACLES = ['few', 'elsewhere', 'missing', 'negative'] as const;
export type ShareObstacle = (typeof SHARE_OBSTACLES)[number];

/** An old entry that was booked on several new ones. */
export interface EstimatedEntry {
  readonly code: string;
  readonly label: string;
  readonly bookings: number;
  readonly amount: string;
  readonly targets: readonly EstimatedTarget[];
  readonly obstacle: ShareObstacle | null;
  /** The codes that the obstacle is about. */
  readonly about: readonly string[];
  readonly fingerprint: string;
}

/** A row that could not be counted. */
export interface LeftRow {
  readonly why: 'no-code' | 'amount-unreadable' | 'amount-ambiguous' | 'amount-missing';
  readonly text: string;
  readonly place: Place;
}

/** Shares of splits, estimated from bookings that were coded in both revisions. */
export interface SharesReport {
  readonly columns: { readonly old: string; readonly new: string; readonly amount: string };
  readonly unit: SeriesUnit;
  readonly bookings: number;
  readonly entries: readonly EstimatedEntry[];
  /** Old entries that were booked on one new one only. */
  readonly single: number;
  readonly left: readonly LeftRow[];
  /** Fewer bookings of an entry give no share. */
  readonly minimum: number;
}
