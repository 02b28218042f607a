import type { Lang } from '../../model/lang.ts';

/** Why an entry of the comparison went where it went. */
export interface ExplainCall {
  readonly ask: { readonly code: string; readonly lang: Lang };
  readonly answer: { readonly text: string };
}
