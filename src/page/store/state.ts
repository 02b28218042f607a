import { type Signal, signal } from '@preact/signals-core';
import type { Lang } from '../../model/lang.ts';
import type { Notice } from '../../model/notice.ts';
import { type Filters, NO_FILTERS } from '../../render/html/client/row-filter.ts';
import type { Compared } from '../calls/compare.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { Answer, CallName, Failure } from '../calls/protocol.ts';
import { type AdoptingState, newAdopting } from './adopting-state.ts';
import { newOneMap, type OneMapState } from './one-map-state.ts';
import type { QueueName } from './queue.ts';
import { newRecoding, type RecodingState } from './recoding-state.ts';

/** The views of the page, in the order they are shown. */
export const PANELS = ['report', 'decide', 'save', 'recode', 'map', 'adopt'] as const;
export type PanelName = (typeof PANELS)[number];

/** What the worker is busy with. `done` in [0, 1]; `null` while that is not known. */
export interface Work {
  readonly name: CallName;
  readonly done: number | null;
}

/** Who decides, when (an ISO date) and why: asked once, and said of every decision until it is changed. */
export interface Author {
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

/** Two maps to compare. */
export interface MapsChosen {
  readonly old: PageFile;
  readonly fresh: PageFile;
}

/** All that the page knows. Components read it, actions change it, nothing else does. */
export interface State {
  readonly lang: Signal<Lang>;
  readonly panel: Signal<PanelName>;

  readonly old: Signal<PageFile | null>;
  readonly fresh: Signal<PageFile | null>;
  readonly decisions: Signal<PageFile | null>;
  readonly timesheets: Signal<readonly PageFile[]>;
  readonly crosswalkFile: Signal<PageFile | null>;

  readonly work: Signal<Work | null>;
  readonly failure: Signal<Failure | null>;
  readonly notices: Signal<readonly Notice[]>;

  /** The two maps that are compared, or are being: what is chosen above may be others by now. */
  readonly pair: Signal<MapsChosen | null>;
  readonly compared: Signal<Compared | null>;
  /** What was decided on these two maps, as the decision file that holds it; it outlives a comparison that failed. */
  readonly taken: Signal<string>;
  /** What was decided on other maps before, for its owner to save. */
  readonly setAside: Signal<PageFile | null>;
  readonly usage: Signal<Answer<'usage'> | null>;
  readonly report: Signal<Answer<'report'> | null>;
  /** Whether something was decided since the report was drawn. */
  readonly isReportOld: Signal<boolean>;
  readonly filters: Signal<Filters>;
  readonly explained: Signal<{ readonly code: string; readonly text: string } | null>;

  readonly review: Signal<Answer<'review'> | null>;
  readonly tree: Signal<Answer<'tree'> | null>;
  readonly queue: Signal<QueueName>;
  /** Id of the old entry that is being decided. */
  readonly current: Signal<number | null>;
  readonly author: Signal<Author>;
  /** Decision files before the one of now, the latest last, and those that were undone. */
  readonly past: Signal<readonly string[]>;
  readonly future: Signal<readonly string[]>;

  readonly crosswalk: Signal<Answer<'crosswalk'> | null>;
  readonly saved: Signal<Answer<'save'> | null>;
  readonly licences: Signal<PageFile | null>;
  readonly recoding: RecodingState;
  readonly oneMap: OneMapState;
  readonly adopting: AdoptingState;
}

/**
 * The page as it opens.
 *
 * @param today an ISO date
 */
export function newState(lang: Lang, today: string): State {
  return {
    lang: signal(lang),
    panel: signal<PanelName>('report'),
    old: signal(null),
    fresh: signal(null),
    decisions: signal(null),
    timesheets: signal<readonly PageFile[]>([]),
    crosswalkFile: signal(null),
    work: signal(null),
    failure: signal(null),
    notices: signal<readonly Notice[]>([]),
    pair: signal(null),
    compared: signal(null),
    taken: signal(''),
    setAside: signal(null),
    usage: signal(null),
    report: signal(null),
    isReportOld: signal(false),
    filters: signal<Filters>(NO_FILTERS),
    explained: signal(null),
    review: signal(null),
    tree: signal(null),
    queue: signal<QueueName>('waiting'),
    current: signal(null),
    author: signal<Author>({ by: '', on: today, reason: '' }),
    past: signal<readonly string[]>([]),
    future: signal<readonly string[]>([]),
    crosswalk: signal(null),
    saved: signal(null),
    licences: signal(null),
    recoding: newRecoding(),
    oneMap: newOneMap(),
    adopting: newAdopting(),
  };
}

/** Whether the maps chosen are those that were compared. */
export function isOfChosen({ pair, old, fresh }: State): boolean {
  return pair.value !== null && pair.value.old === old.value && pair.value.fresh === fresh.value;
}

/** Forgets what a comparison came to; what was chosen and decided stays. */
export function forgetResults(state: State): void {
  state.compared.value = null;
  state.usage.value = null;
  state.report.value = null;
  state.isReportOld.value = false;
  state.explained.value = null;
  state.review.value = null;
  state.tree.value = null;
  forgetFiles(state);
}

/** Forgets files that were made for saving: they are of decisions that have changed since. */
export function forgetFiles(state: State): void {
  state.crosswalk.value = null;
  state.saved.value = null;
}
