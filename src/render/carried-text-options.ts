import type { Lang } from '../model/lang.ts';
import { plainStyle, type Style } from './style.ts';

/** How the report on a file that was carried over with a crosswalk is drawn as text. */
export interface CarriedTextOptions {
  readonly lang: Lang;
  readonly style: Style;
  readonly width: number;
  readonly file: string;
  readonly crosswalk: string;
  /** Whether nothing was written. */
  readonly dryRun: boolean;
}

/** What holds where nobody says otherwise. */
export const CARRIED_TEXT_DEFAULTS = { lang: 'en', style: plainStyle, width: 80, dryRun: false } as const;
