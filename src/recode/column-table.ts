import { ProcmapError } from '../words/procmap-error.ts';
import { type ChosenColumns, chooseColumns } from './column-choice.ts';
import type { ColumnRole } from './column-names.ts';
import type { ColumnContext } from './column-types.ts';

export type Rows = readonly (readonly string[])[];

export interface Table {
  readonly names: readonly string[];
  readonly below: Rows;
  readonly context: ColumnContext;
}

export function choose(table: Table, list: readonly string[]): ChosenColumns {
  return chooseColumns(table.names, list);
}

export function notFound({ names, context }: Table, role: ColumnRole | 'amount', wanted = ''): ProcmapError {
  return new ProcmapError('column-not-found', { file: context.file, role, wanted, found: listed(names) });
}

export function listed(names: readonly string[]): string {
  return names.map((name) => `"${name.trim()}"`).join(', ');
}
