import type { Context } from './context.ts';

const WIDTH = 30;
/** Files that are read in a moment need no bar. */
const WORTH_SHOWING = 20_000_000;

/** Reads a file in pieces, and shows on a terminal how far it has come. In a pipe nothing is shown. */
export async function* showProgress({ io }: Context, path: string): AsyncGenerator<Uint8Array> {
  const size = io.stderr.isTTY ? await io.fileSize(path) : 0;
  let done = 0;
  let shown = -1;
  for await (const chunk of io.readChunks(path)) {
    yield chunk;
    done += chunk.length;
    const percent = Math.floor((100 * done) / size);
    if (size < WORTH_SHOWING || percent === shown) continue;
    const filled = Math.round((WIDTH * done) / size);
    io.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${percent} %`);
    shown = percent;
  }
  if (shown >= 0) io.stderr.write(`\r${' '.repeat(WIDTH + 6)}\r`);
}

/** Says on a terminal what takes a while, and takes it back when it is done. In a pipe nothing is said. */
export function whileSaying<T>(text: string, { io }: Context, work: () => T): T {
  if (text === '' || !io.stderr.isTTY) return work();
  io.stderr.write(text);
  try {
    return work();
  } finally {
    io.stderr.write(`\r${' '.repeat(text.length)}\r`);
  }
}
