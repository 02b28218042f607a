import { Chalk } from 'chalk';
import type { Style } from './style.ts';

/** Colour for terminals. Sixteen colours only: they follow the user's own theme. */
export function terminalStyle(): Style {
  const chalk = new Chalk({ level: 1 });
  // Chalk joins all its arguments, so a bare `lines.map(chalk.bold)` would print the index of each line behind it.
  return {
    strong: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
    alarm: (text) => chalk.bold.red(text),
    removed: (text) => chalk.red.strikethrough(text),
    inserted: (text) => chalk.green.underline(text),
  };
}
