import type { Command } from 'commander';
import type { Comparison } from '../app/comparison.ts';
import type { ReadUsage, UsageSources } from '../app/read-usage.ts';
import type { Decimal } from '../values/decimal.ts';
import { listOf } from '../values/list-of.ts';
import { cliTexts } from '../words/cli.ts';
import type { Context } from './context.ts';

/** Options of every command that takes hours from time-sheets. */
export interface UsageOptions {
  /** Time-sheets and folders of them; empty for none. */
  readonly usage: readonly string[];
  readonly amount?: string;
}

/**
 * Declares the options of `UsageOptions` on a command.
 *
 * @param text what the hours are for
 */
export function withUsageOptions(command: Command, text: string, { lang }: Context): Command {
  return command
    .option('--usage <timesheet>', text, (file, files: string[]) => [...files, file], [])
    .option('--amount <columns>', cliTexts[lang].usageAmountOption);
}

/** Where the hours are to come from; `undefined` where nobody asked for any. */
export function usageSources(options: UsageOptions): UsageSources | undefined {
  if (options.usage.length === 0) return undefined;
  return {
    timesheets: options.usage,
    amounts: options.amount === undefined ? undefined : listOf(options.amount),
  };
}

/** Hours by old code; what is booked on codes the old map does not have is said. */
export async function usageAsked(
  sources: UsageSources,
  { oldMap }: Pick<Comparison, 'oldMap'>,
  context: Context,
): Promise<ReadonlyMap<string, Decimal>> {
  const { readUsage } = await import('../app/read-usage.ts');
  const usage = await readUsage(context.io.files, sources, oldMap);
  await sayUsage(usage, context);
  return usage.byCode;
}

/** Says of each time-sheet what was added up, and what could not be. */
export async function sayUsage({ files }: ReadUsage, { lang, say }: Context): Promise<void> {
  const { renderUsage } = await import('../render/usage-text.ts');
  for (const { file, usage } of files) for (const line of renderUsage(usage, file, lang)) say(line);
}
