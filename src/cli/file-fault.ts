import { type FileInMaking, fileFailure, isFileFailure } from '../app/files.ts';
import type { FileFault } from '../model/error-args.ts';

const FAULTS = new Map<string | undefined, FileFault>([
  ['ENOENT', 'not-found'],
  ['EISDIR', 'is-folder'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EROFS', 'no-permission'],
  ['ENOSPC', 'no-space'],
  ['EDQUOT', 'no-space'],
  ['EPIPE', 'closed'],
]);

/** What the system says of a file, as `Files` say it; any other error as it is. */
export function failureOf(error: unknown): unknown {
  if (!(error instanceof Error) || isFileFailure(error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return fileFailure(FAULTS.get(code) ?? 'other', code ?? message, error);
}

/** A step that rejects as `Files` do. */
export function told<T>(step: Promise<T>): Promise<T> {
  return step.catch((error: unknown) => {
    throw failureOf(error);
  });
}

/** The steps of a file, each of which rejects as `Files` do. */
export function asked(steps: FileInMaking): FileInMaking {
  return {
    write: (data) => told(steps.write(data)),
    finish: () => told(steps.finish()),
    publish: () => told(steps.publish()),
    takeBack: () => told(steps.takeBack()),
    settle: () => told(steps.settle()),
    discard: () => told(steps.discard()),
  };
}
