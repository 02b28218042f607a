import type { Config } from '../config/schema.ts';
import type { ColumnHints } from '../model/column-hints.ts';
import { LAYOUT_NAMES, type LayoutName } from '../model/process-map.ts';
import type { Context } from './context.ts';
import { oneOf } from './usage-error.ts';

/** How a map is read: in the layout that an option names, else in the configured one, with the configured columns, from the sheet that is named. */
export function readOptions(
  { lang }: Context,
  { layout, columns }: Config,
  option: {
    readonly name?: string;
    readonly value?: string | undefined;
    readonly sheet?: string | undefined;
  } = {},
): { readonly layout?: LayoutName; readonly columns?: ColumnHints; readonly sheet?: string } {
  const { name = '--layout', value, sheet } = option;
  const wanted = value === undefined ? layout : oneOf(lang, name, value, LAYOUT_NAMES);
  return {
    ...(wanted ? { layout: wanted } : {}),
    ...(columns ? { columns } : {}),
    ...(sheet ? { sheet } : {}),
  };
}
