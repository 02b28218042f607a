import type { Choice, Prompter } from '../../src/app/prompter.ts';

/** Someone who gives these answers in turn, and leaves after the last. Choices are told by part of their label. */
export function scripted(...answers: (string | null)[]): Prompter & { readonly shown: string[] } {
  const shown: string[] = [];
  const next = (): string | null => answers.shift() ?? null;
  const pick = async (message: string, choices: readonly Choice[]) => {
    shown.push(message);
    const answer = next();
    if (answer === null) return null;
    const found = choices.find(({ label }) => label.includes(answer));
    if (!found)
      throw new Error(`${message}: no "${answer}" among ${choices.map(({ label }) => label).join(' | ')}`);
    return found.value;
  };
  return {
    shown,
    show: (text) => void shown.push(text),
    choose: pick,
    search: pick,
    ask: async (message, { check, initial = '' }) => {
      shown.push(message);
      const answer = next();
      if (answer !== null && check?.(answer)) throw new Error(check(answer));
      return answer === '<initial>' ? initial : answer;
    },
  };
}
