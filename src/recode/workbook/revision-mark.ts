import { readProperty } from './document-property.ts';
import { openPackage, type Parts } from './package.ts';

/** The custom property that names the revision a workbook was recoded from. */
export const REVISION_PROPERTY = 'procmap';

/** The revision that a workbook says it was recoded from; `null` when it says none. */
export function markOf(file: string, parts: Parts): string | null {
  return readProperty(openPackage(file, parts), REVISION_PROPERTY);
}
