import type { Config } from '../config/schema.ts';
import type { ColumnHints } from '../model/column-hints.ts';
import { LAYOUT_NAMES, type LayoutName } from '../model/process-map.ts';
import type { Context } from './context.ts';
import { oneOf } from './usage-error.ts';

/** How a map is read: in the layout that an option names, else in the configured one, with the configured columns. */
export function readOptions(
  { lang }: Context,
  { layout, columns }: Config,
  option?: { readonly name: string; readonly value: string | undefined },
): { readonly layout?: LayoutName; readonly columns?: ColumnHints } {
  const wanted = option?.value === undefined ? layout : oneOf(lang, option.name, option.value, LAYOUT_NAMES);
  return { ...(wanted ? { layout: wanted } : {}), ...(columns ? { columns } : {}) };
}
