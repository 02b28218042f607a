import { type Signal, signal } from '@preact/signals-core';
import type { Compared } from '../calls/compare.ts';
import type { PageFile } from '../calls/page-file.ts';
import type { Answer } from '../calls/protocol.ts';
import type { RecodeFields } from '../calls/recode.ts';

/** What a recoding was made from. Once one of them is another, what came of it is of yesterday. */
export interface RecodedFrom {
  readonly timesheets: readonly PageFile[];
  readonly crosswalkFile: PageFile | null;
  readonly compared: Compared | null;
  readonly fields: RecodeFields;
}

/** What the page knows of recoding. */
export interface RecodingState {
  readonly fields: Signal<RecodeFields>;
  readonly recoded: Signal<{ readonly answer: Answer<'recode'>; readonly from: RecodedFrom } | null>;
}

/** Nothing is said, so that all is found out. */
const NO_FIELDS: RecodeFields = {
  ...{ code: '', amount: '', repeat: '', person: '', date: '', keep: '', sheet: '' },
  ...{ decimalSign: '', allocate: 'none', validFrom: 'table', day: '', notRecoded: false },
};

/** Recoding as the page opens. */
export function newRecoding(): RecodingState {
  return { fields: signal(NO_FIELDS), recoded: signal(null) };
}
