import type { Notice } from '../../model/notice.ts';
import type { AdoptCall, AdoptionFilesCall, SettleCall } from './adopt.ts';
import type { CompareCall } from './compare.ts';
import type { CrosswalkCall } from './crosswalk.ts';
import type { ExplainCall } from './explain.ts';
import type { Failure } from './failure.ts';
import type { CheckCall, ConvertCall } from './one-map.ts';
import type { RecodeCall } from './recode.ts';
import type { ReportCall, RowsCall } from './report.ts';
import type { DecideCall, DecidedAsCall, ReviewCall, TreeCall } from './review.ts';
import type { SaveCall } from './save.ts';
import type { UsageCall } from './usage.ts';

/** What the page may ask of the worker: a use-case each. */
export interface Calls {
  readonly compare: CompareCall;
  readonly usage: UsageCall;
  readonly report: ReportCall;
  readonly rows: RowsCall;
  readonly explain: ExplainCall;
  readonly review: ReviewCall;
  readonly tree: TreeCall;
  readonly decide: DecideCall;
  readonly decidedAs: DecidedAsCall;
  readonly crosswalk: CrosswalkCall;
  readonly save: SaveCall;
  readonly recode: RecodeCall;
  readonly check: CheckCall;
  readonly convert: ConvertCall;
  readonly adopt: AdoptCall;
  readonly settle: SettleCall;
  readonly adoptionFiles: AdoptionFilesCall;
}

export type { Failure } from './failure.ts';

export type CallName = keyof Calls;
export type Ask<Name extends CallName> = Calls[Name]['ask'];
export type Answer<Name extends CallName> = Calls[Name]['answer'];

/** A call on its way to the worker. */
export type Request = {
  readonly [Name in CallName]: { readonly id: number; readonly name: Name; readonly ask: Ask<Name> };
}[CallName];

/** What the worker sends: one answer or failure for each request, and what is to be told on the way. */
export type Reply =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<CallName> }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  /** `done` in [0, 1]. */
  | { readonly kind: 'progress'; readonly id: number; readonly done: number }
  | { readonly kind: 'notice'; readonly id: number; readonly notice: Notice };
