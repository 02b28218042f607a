import type { Lang } from '../model/lang.ts';
import type { Point } from '../recode/amount.ts';
import type { RecodeOptions } from '../recode/recode-result.ts';
import { listOf } from '../values/list-of.ts';

/** How time-sheets are recoded, as people say it: lists between commas. What is left out or empty is found out. */
export interface RecodeWish {
  readonly code?: string | undefined;
  readonly amount?: string | undefined;
  readonly person?: string | undefined;
  readonly date?: string | undefined;
  readonly repeat?: string | undefined;
  readonly keep?: string | undefined;
  readonly sheets?: readonly string[] | undefined;
  readonly labels?: boolean | undefined;
  readonly audit?: boolean | undefined;
  readonly point?: Point | null | undefined;
  readonly decimals?: number | undefined;
  readonly notRecoded?: boolean | undefined;
}

/** What a wish means for the recoding of a time-sheet. */
export function recodeOptions(file: string, wish: RecodeWish, lang: Lang): RecodeOptions {
  const { code, amount, person, date, repeat, keep, sheets = [] } = wish;
  return {
    file,
    columns: {
      ...(code ? { code } : {}),
      ...(amount ? { amounts: listOf(amount) } : {}),
      ...(person ? { person } : {}),
      ...(date ? { date } : {}),
      ...(repeat ? { repeat: listOf(repeat) } : {}),
    },
    lang,
    labels: wish.labels !== false,
    keep: keep ? listOf(keep) : [],
    audit: wish.audit === true,
    point: wish.point ?? null,
    decimals: wish.decimals ?? 0,
    evenIfMarked: wish.notRecoded === true,
    ...(sheets.length === 0 ? {} : { sheets }),
  };
}
