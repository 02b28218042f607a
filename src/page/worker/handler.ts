import type { OpenAdoption } from '../../app/open-adoption.ts';
import type { OpenComparison } from '../../app/open-comparison.ts';
import type { ReadUsage } from '../../app/read-usage.ts';
import { reportWithHours } from '../../app/report-with-hours.ts';
import type { Notice } from '../../model/notice.ts';
import type { MigrationReport } from '../../model/report.ts';
import type { Answer, Ask, CallName } from '../calls/protocol.ts';

/** What the worker keeps from one call to the next. */
export interface Held {
  /** The comparison as decided so far. */
  open: OpenComparison | null;
  /** The hours booked on its old entries; `null` without time-sheets. */
  usage: ReadUsage | null;
  /** The chamber's own map as carried over so far. */
  adoption: OpenAdoption | null;
}

/** What a handler is given besides what is asked. */
export interface CallContext {
  readonly held: Held;
  /** Shows how far the call has come, in [0, 1]. */
  progress(done: number): void;
  /** Tells what is to be said on the way. */
  tell(notice: Notice): void;
}

/** Answers one kind of call. */
export type Handler<Name extends CallName> = (ask: Ask<Name>, context: CallContext) => Promise<Answer<Name>>;

/** The comparison that a call builds on; the page asks for nothing that needs one before there is one. */
export function openIn({ open }: Held): OpenComparison {
  if (open === null) throw new Error('nothing is compared yet');
  return open;
}

/** The report of the comparison as decided so far, with the hours where they are known. */
export function reportIn(held: Held): MigrationReport {
  const { report } = openIn(held).comparison;
  return held.usage === null ? report : reportWithHours(report, held.usage.byCode);
}
