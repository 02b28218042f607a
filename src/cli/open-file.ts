import { spawn } from 'node:child_process';

/**
 * Shows a file with the program that the system has for it, and does not wait. On Windows the path goes as a variable: `cmd`
 * would take signs in it for its own. A system without such a program shows nothing; the path was told.
 */
export function openFile(path: string): void {
  const [program, args] = openerOf(path);
  const started = spawn(program, args, {
    stdio: 'ignore',
    windowsVerbatimArguments: true,
    env: { ...process.env, PROCMAP_OPEN: path },
  });
  started.on('error', () => {});
  started.unref();
}

function openerOf(path: string): readonly [program: string, args: readonly string[]] {
  if (process.platform === 'win32') return ['cmd.exe', ['/d', '/c', 'start "" "%PROCMAP_OPEN%"']];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', [path]];
}
