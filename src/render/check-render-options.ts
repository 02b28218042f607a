import type { FailOn } from '../model/check-report.ts';
import type { Lang } from '../model/lang.ts';
import type { Style } from './style.ts';

/** How a check is drawn. Machine formats look at neither language, style nor width. */
export interface CheckRenderOptions {
  readonly lang: Lang;
  readonly style: Style;
  /** Characters in a line. */
  readonly width: number;
  readonly toolVersion: string;
  /** What fails the check; JUnit marks the rules that do. */
  readonly failOn: FailOn;
}
