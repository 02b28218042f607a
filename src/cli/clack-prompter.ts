import { autocomplete, log, select, text } from '@clack/prompts';
import type { Prompter } from '../app/prompter.ts';

const MAX_ITEMS = 12;

/** Asks on standard error, so that standard output stays clean. Ctrl-C leaves a question. */
export function clackPrompter(): Prompter {
  const output = process.stderr;
  const answered = (answer: string | symbol): string | null => (typeof answer === 'string' ? answer : null);
  return {
    show: (shown) => log.message(shown, { output }),
    choose: async (message, choices, start) =>
      answered(
        await select({
          message,
          options: choices.map(copied),
          ...(start === undefined ? {} : { initialValue: start }),
          maxItems: MAX_ITEMS,
          showInstructions: false,
          output,
        }),
      ),
    search: async (message, choices) =>
      answered(
        await autocomplete({
          message,
          options: choices.map(copied),
          maxItems: MAX_ITEMS,
          // Every word typed stands somewhere in the label, in any order.
          filter: (typed, { label = '' }) =>
            typed
              .toLowerCase()
              .split(/\s+/)
              .every((word) => label.toLowerCase().includes(word)),
          output,
        }),
      ),
    ask: async (message, { initial = '', check }) =>
      answered(
        await text({ message, initialValue: initial, validate: (typed) => check?.(typed ?? ''), output }),
      ),
  };
}

function copied({ value, label }: { readonly value: string; readonly label: string }) {
  return { value, label };
}
