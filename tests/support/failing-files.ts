import { type FileInMaking, type Files, fileFailure } from '../../src/app/files.ts';

/** Files of another world, with every call that may fail counted. */
export interface CountedFiles {
  readonly files: Files;
  /** The calls so far: `read old.csv`, `publish out.csv`. */
  readonly calls: readonly string[];
}

const STEPS = ['write', 'finish', 'publish', 'settle'] as const;

/**
 * Files whose n-th call fails as on a full disk, and all others as they are. Asking what stands somewhere never fails: it
 * answers `null`.
 *
 * @param failAt which call fails, from 1; 0 for none
 */
export function failingFiles(files: Files, failAt: number): CountedFiles {
  const calls: string[] = [];
  const step = async (name: string): Promise<void> => {
    calls.push(name);
    if (calls.length === failAt) throw fileFailure('no-space', 'ENOSPC');
  };
  const counted =
    <Arguments extends readonly [string, ...unknown[]], Result>(
      name: string,
      method: (...args: Arguments) => Promise<Result>,
    ) =>
    async (...args: Arguments): Promise<Result> => {
      await step(`${name} ${args[0]}`);
      return method(...args);
    };
  return {
    calls,
    files: {
      ...files,
      read: counted('read', files.read),
      size: counted('size', files.size),
      list: counted('list', files.list),
      remove: counted('remove', files.remove),
      makeFolder: counted('makeFolder', files.makeFolder),
      async *readChunks(path) {
        await step(`readChunks ${path}`);
        for await (const chunk of files.readChunks(path)) {
          yield chunk;
          await step(`readOn ${path}`);
        }
      },
      create: async (path, like) => {
        await step(`create ${path}`);
        return failingSteps(await files.create(path, like), path, step);
      },
    },
  };
}

function failingSteps(file: FileInMaking, path: string, step: (name: string) => Promise<void>): FileInMaking {
  const steps = STEPS.map((name) => [
    name,
    async (data: Uint8Array) => {
      await step(`${name} ${path}`);
      await (file[name] as (data: Uint8Array) => Promise<void>)(data);
    },
  ]);
  return { ...file, ...Object.fromEntries(steps) };
}
