import type { Lang } from '../../model/lang.ts';

/** Why an entry of the comparison went where it went. */
export interface ExplainCall {
  /** `width`: characters that fit on a line. */
  readonly ask: { readonly code: string; readonly lang: Lang; readonly width: number };
  readonly answer: { readonly text: string };
}
