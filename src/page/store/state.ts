import { type Signal, signal } from '@preact/signals-core';
import type { Lang } from '../../model/lang.ts';
import type { Notice } from '../../model/notice.ts';
import type { Compared } from '../calls/compare.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { Answer, CallName, Failure } from '../calls/protocol.ts';

/** The views of the page, in the order they are shown. */
export const PANELS = ['report', 'save'] as const;
export type PanelName = (typeof PANELS)[number];

/** What the worker is busy with. `done` in [0, 1]; `null` while that is not known. */
export interface Work {
  readonly name: CallName;
  readonly done: number | null;
}

/** All that the page knows. Components read it, actions (store/actions.ts) change it, nothing else does. */
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
  readonly compared: Signal<Compared | null>;
  readonly crosswalk: Signal<Answer<'crosswalk'> | null>;
}

/** The page as it opens. */
export function newState(lang: Lang): State {
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
    compared: signal(null),
    crosswalk: signal(null),
  };
}
