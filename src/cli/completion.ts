import type { RootCommand } from '@bomb.sh/tab';
import type { Command } from 'commander';

export const COMPLETION_SHELLS = ['bash', 'zsh', 'powershell', 'fish'] as const;
export type CompletionShell = (typeof COMPLETION_SHELLS)[number];

/** The library's way of saying that a shell may complete names of files, where nothing else fits. */
const FILES_TOO = ':0';

/** The script by which a shell asks procmap what may come next. */
export async function completionScript(shell: CompletionShell): Promise<string> {
  const { script } = await import('@bomb.sh/tab');
  const lines = await printedBy(() => script(shell, 'procmap', 'procmap'));
  // The library's script for bash never lets bash complete the name of a file, which most arguments are.
  const files = shell === 'bash' ? ['complete -o default -F __procmap_complete procmap'] : [];
  return `${[...lines, ...files].join('\n')}\n`;
}

/**
 * What may come next on a command line, a line each, and last a word to the shell.
 *
 * @param program a program to look at; commands are added to it
 * @param words what stands there after the name of the program, the last one unfinished
 */
export async function completionsOf(program: Command, words: readonly string[]): Promise<string> {
  const { default: describe } = await import('@bomb.sh/tab/commander');
  const root: RootCommand = describe(program, { completionCommandName: 'completion-of-library' });
  root.commands.delete('completion-of-library');
  const lines = await printedBy(() => root.parse([...words]));
  const found = lines.slice(0, -1);
  return `${[...found, found.length === 0 ? FILES_TOO : lines.at(-1)].join('\n')}\n`;
}

/** The library prints what it has to say. */
async function printedBy(act: () => void): Promise<readonly string[]> {
  const lines: string[] = [];
  const { log } = globalThis.console;
  globalThis.console.log = (line: string) => void lines.push(line);
  try {
    act();
  } finally {
    globalThis.console.log = log;
  }
  return lines;
}
