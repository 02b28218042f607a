import type { ChangeKind } from '../model/change.ts';
import type { Lang } from '../model/lang.ts';
import type { Style } from './style.ts';

/** How a text report is drawn. */
export interface TextOptions {
  readonly lang: Lang;
  readonly style: Style;
  /** Characters in a line. */
  readonly width: number;
  /** Kinds to list; all but `unchanged` when empty. */
  readonly only: readonly ChangeKind[];
  /** One screen: the counts and the alarms, no list of changes. */
  readonly summary?: boolean;
  /** Lists what changed above the entries, too, instead of counting it. */
  readonly structure?: boolean;
}
