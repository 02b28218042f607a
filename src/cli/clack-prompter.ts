import { log, select, text } from '@clack/prompts';
import type { Choice, Prompter } from '../app/prompter.ts';
import type { Lang } from '../model/lang.ts';
import { wrapText } from '../render/wrap.ts';
import { clackSearch } from './clack-search.ts';

const MAX_ITEMS = 12;
/** Columns that the library draws before a text, and what its cursor may need after it. */
const FRAME = 6;
/** The library counts what colours the frame as columns of a choice, and breaks it that much earlier. */
const COLOUR = 10;
const [NARROWEST, WIDEST] = [40, 120];

/**
 * Asks on standard error, so that standard output stays clean. Ctrl-C leaves a question. Lines keep within the terminal: the
 * library would break them anywhere, beyond its frame.
 */
export function clackPrompter(lang: Lang): Prompter {
  const output = process.stderr;
  const width = Math.max(NARROWEST, Math.min(WIDEST, output.columns ?? 80)) - FRAME;
  const shorten = (label: string) => onOneLine(label, width - COLOUR);
  const fitting = ({ value, label }: Choice) => ({ value, label: shorten(label) });
  const answered = (answer: unknown): string | null => (typeof answer === 'string' ? answer : null);
  return {
    show: (shown) => log.message(wrapped(shown, width), { output }),
    choose: async (message, choices, start) =>
      answered(
        await select({
          message,
          options: choices.map(fitting),
          ...(start === undefined ? {} : { initialValue: start }),
          maxItems: MAX_ITEMS,
          showInstructions: false,
          output,
        }),
      ),
    search: async (message, choices) => answered(await clackSearch({ message, choices, lang, shorten })),
    ask: async (message, { initial = '', check }) =>
      answered(
        await text({ message, initialValue: initial, validate: (typed) => check?.(typed ?? ''), output }),
      ),
  };
}

/** A label without its middle where it is too long: how sure a candidate is stands at its end. */
function onOneLine(label: string, width: number): string {
  if (label.length <= width) return label;
  const end = / \([^()]*%\)$/.exec(label)?.[0] ?? '';
  const start = label.slice(0, Math.max(1, width - end.length - 1)).replace(/[\s…]+$/, '');
  return `${start}…${end}`;
}

/** Each line in the width there is; what is wrapped keeps its indentation. */
function wrapped(shown: string, width: number): string {
  return shown
    .split('\n')
    .flatMap((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      return wrapText(line.trim(), width, { first: indent, rest: `${indent}  ` });
    })
    .join('\n');
}
