import { ProcmapError } from '../words/procmap-error.ts';
import { isFileFailure } from './files.ts';

/** What went wrong with reading a file, in words of ours; any other error is passed on. */
export function unreadable(file: string, error: unknown): unknown {
  if (!isFileFailure(error)) return error;
  if (error.fault === 'not-found') return new ProcmapError('file-not-found', { file }, { cause: error });
  if (error.fault === 'is-folder') return new ProcmapError('file-is-directory', { file }, { cause: error });
  const { fault, reason } = error;
  return new ProcmapError('file-unreadable', { file, fault, reason }, { cause: error });
}

/** What went wrong with writing a file, in words of ours; any other error is passed on. */
export function unwritable(file: string, error: unknown): unknown {
  if (!isFileFailure(error)) return error;
  const { fault, reason } = error;
  return new ProcmapError('file-unwritable', { file, fault, reason }, { cause: error });
}
