import { styleText } from 'node:util';
import { AutocompletePrompt } from '@clack/core';
import { limitOptions, S_BAR, S_BAR_END, S_RADIO_ACTIVE, S_RADIO_INACTIVE, symbol } from '@clack/prompts';
import type { Choice } from '../app/prompter.ts';
import type { Lang } from '../model/lang.ts';
import { interactiveTexts } from '../words/interactive.ts';
import { fill } from '../words/language.ts';

const MAX_ITEMS = 12;
/** The bar of the frame, and two blanks. */
const FRAME = 3;

interface Search {
  readonly message: string;
  readonly choices: readonly Choice[];
  readonly lang: Lang;
  /** A label as it fits on a line. */
  readonly shorten: (label: string) => string;
}

/**
 * Has one of many answers chosen, by typing some of it. Looks as the search of @clack/prompts does, which speaks English
 * only.
 *
 * @returns the value chosen, or a symbol when the question was left
 */
export async function clackSearch(search: Search): Promise<unknown> {
  return new AutocompletePrompt<Choice>({
    options: search.choices.map((choice) => ({ ...choice })),
    filter: (typed, { label }) => matches(typed, label),
    output: process.stderr,
    render() {
      return draw(this, search);
    },
  }).prompt();
}

/** Every word typed stands somewhere in the label, in any order. */
function matches(typed: string, label: string): boolean {
  const words = typed.toLowerCase().split(/\s+/);
  return words.every((word) => label.toLowerCase().includes(word));
}

type Prompt = Omit<AutocompletePrompt<Choice>, 'prompt' | 'state'> & {
  readonly state: Parameters<typeof symbol>[0];
};

function draw(prompt: Prompt, { message, choices, lang, shorten }: Search): string {
  const head = [styleText('gray', S_BAR), `${symbol(prompt.state)}  ${message}`];
  if (prompt.state === 'submit' || prompt.state === 'cancel') {
    const chosen = choices.find(({ value }) => prompt.selectedValues.includes(value));
    const answer = prompt.state === 'submit' && chosen ? styleText('dim', shorten(chosen.label)) : '';
    return [...head, `${styleText('gray', S_BAR)}  ${answer}`].join('\n');
  }
  const texts = interactiveTexts[lang];
  const bar = styleText('cyan', S_BAR);
  const found = prompt.filteredOptions.length;
  const count = found === choices.length ? '' : ` (${fill(texts.found, { count: found })})`;
  const typed = prompt.isNavigating ? styleText('dim', prompt.userInput) : prompt.userInputWithCursor;
  const above = [...head, bar, `${bar}  ${styleText('dim', texts.typed)} ${typed}${styleText('dim', count)}`];
  const below = [`${bar}  ${styleText('dim', texts.keys)}`, styleText('cyan', S_BAR_END)];
  const listed = limitOptions<Choice>({
    cursor: prompt.cursor,
    options: [...prompt.filteredOptions],
    columnPadding: FRAME,
    rowPadding: above.length + below.length,
    style: ({ label }, isActive) =>
      isActive
        ? `${styleText('green', S_RADIO_ACTIVE)} ${shorten(label)}`
        : styleText('dim', `${S_RADIO_INACTIVE} ${shorten(label)}`),
    maxItems: MAX_ITEMS,
    output: process.stderr,
  });
  return [...above, ...listed.map((line) => `${bar}  ${line}`), ...below].join('\n');
}
