import { Chalk } from 'chalk';
import type { Style } from './style.ts';

/** Colour for terminals. Sixteen colours only: they follow the user's own theme. */
export function terminalStyle(): Style {
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    bad: chalk.red,
    alarm: chalk.bold.red,
    removed: (text) => chalk.red.strikethrough(text),
    inserted: (text) => chalk.green.underline(text),
  };
}
