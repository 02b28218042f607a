/** An answer to choose: what it stands for, and how it is shown. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/**
 * Asks a person at a terminal. Every question can be left: the answer is then `null`. A test passes its own.
 */
export interface Prompter {
  /** Shows text between questions. */
  show(text: string): void;
  /** Has one of a few answers chosen. The cursor stands on `start` at first, else on the first. */
  choose(message: string, choices: readonly Choice[], start?: string): Promise<string | null>;
  /** Has one of many answers chosen, by typing some of it. */
  search(message: string, choices: readonly Choice[]): Promise<string | null>;
  /** Has a line typed, which may be empty. `check` says what is wrong with it. */
  ask(
    message: string,
    options: { readonly initial?: string; check?(text: string): string | undefined },
  ): Promise<string | null>;
}
