import type { Files } from '../../src/app/files.ts';
import type { Prompter } from '../../src/app/prompter.ts';
import type { Io, Output } from '../../src/cli/io.ts';
import { run } from '../../src/cli/main.ts';
import { nodeFiles } from '../../src/cli/node-files.ts';

/** What a command line printed and came to. */
export interface Transcript {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: Uint8Array;
  readonly cwd?: string;
  /** Files of another world than the disk. */
  readonly files?: Files;
  /** Who answers questions; nobody by default. */
  readonly prompter?: Prompter;
  /** Who shows files; nobody by default. */
  readonly open?: (path: string) => void;
  /** Run as if standard output were a terminal this wide. */
  readonly terminal?: number;
  /** The clock; by default it stands still, so that nothing takes long. */
  readonly now?: () => Date;
}

/** Runs a command line in this process, in English unless `env` says otherwise; files are real, streams are captured. */
export async function runCli(argv: readonly string[], options: RunOptions = {}): Promise<Transcript> {
  const stdout = capture(options.terminal);
  const stderr = capture(options.terminal);
  const started = new Date();
  const io: Io = {
    now: options.now ?? (() => started),
    stdout: stdout.output,
    stderr: stderr.output,
    env: { LANG: 'en_GB.UTF-8', ...options.env },
    files:
      options.files ?? nodeFiles(options.cwd ?? process.cwd(), async () => options.stdin ?? new Uint8Array()),
    prompter: async () => options.prompter ?? null,
    ...(options.open ? { open: options.open } : {}),
  };
  const exitCode = await run(argv, io);
  return { stdout: stdout.text(), stderr: stderr.text(), exitCode };
}

function capture(columns: number | undefined): { readonly output: Output; text(): string } {
  const chunks: Uint8Array[] = [];
  const output: Output = {
    write: (data) => void chunks.push(typeof data === 'string' ? Buffer.from(data) : data),
    flushed: async () => {},
    isTTY: columns !== undefined,
    columns,
  };
  return { output, text: () => Buffer.concat(chunks).toString('utf8') };
}
