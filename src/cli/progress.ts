import type { Files } from '../app/files.ts';
import { shareDone } from '../app/share-done.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Context } from './context.ts';

const WIDTH = 30;
/** Files that are read in a moment need no bar. */
const WORTH_SHOWING = 20_000_000;
/** Nor does work that is done within so many milliseconds. */
const PATIENCE = 1000;

/** Files that show on a terminal how far one has come that is read in pieces. In a pipe nothing is shown. */
export function shownReading(context: Context): Files {
  const { files } = context.io;
  return { ...files, readChunks: (path) => showProgress(context, path) };
}

async function* showProgress(context: Context, path: string): AsyncGenerator<Uint8Array> {
  const { files, stderr } = context.io;
  const size = stderr.isTTY ? await files.size(path) : 0;
  const bar = createBar('', context);
  let done = 0;
  for await (const chunk of files.readChunks(path)) {
    yield chunk;
    done += chunk.length;
    if (size >= WORTH_SHOWING) bar.show(done / size);
  }
  bar.clear();
}

/**
 * Shows on a terminal how far a comparison has come, once it has lasted a second, and takes it back at the end. In a pipe
 * nothing is shown.
 *
 * @param text what is compared
 */
export function whileMatching<T>(text: string, context: Context, work: (onProgress: OnProgress) => T): T {
  const { io } = context;
  if (!io.stderr.isTTY) return work(() => {});
  const bar = createBar(`${text} `, context);
  const start = io.now().getTime();
  try {
    return work((progress) => {
      if (io.now().getTime() - start >= PATIENCE) bar.show(shareDone(progress));
    });
  } finally {
    bar.clear();
  }
}

/** Shows on a terminal how many of several files are done. In a pipe nothing is shown. */
export function fileProgress(context: Context): {
  readonly show: (done: number, all: number) => void;
  readonly clear: () => void;
} {
  const bar = createBar('', context);
  const { isTTY } = context.io.stderr;
  return {
    show: (done, all) => {
      if (isTTY) bar.show(done / all);
    },
    clear: bar.clear,
  };
}

interface Bar {
  /** Draws the bar at a share in [0, 1], unless it stands there already. */
  readonly show: (share: number) => void;
  readonly clear: () => void;
}

function createBar(text: string, { io }: Context): Bar {
  let shown = -1;
  return {
    show: (share) => {
      const percent = Math.floor(100 * share);
      if (percent === shown) return;
      shown = percent;
      const filled = Math.round(WIDTH * share);
      io.stderr.write(`\r${text}${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${percent} %`);
    },
    clear: () => {
      if (shown >= 0) io.stderr.write(`\r${' '.repeat(text.length + WIDTH + 6)}\r`);
    },
  };
}
