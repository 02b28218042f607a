import type { ReadLimits } from '../limits.ts';
import type { NumberFormat, ShownNumber } from './number-format.ts';
import type { NumberLook } from './number-look.ts';

/** What the sheets of a workbook share. */
export interface WorkbookParts {
  readonly file: string;
  readonly strings: readonly string[];
  /** By the style number that cells carry. */
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
  readonly shown: ShownNumber;
  readonly limits: ReadLimits;
  /** How each style shows numbers, where the facts of cells are wanted beside their text. */
  readonly looks: readonly NumberLook[] | null;
}
