import type { Files } from './files.ts';

/**
 * Files that keep note of what is read from them, so that no output of the run replaces it, whether it was named or found.
 *
 * To be made anew for each run: what one has read, the next may write.
 */
export function noteInputs(files: Files): Files {
  const paths = new Set<string>();
  return {
    ...files,
    read: (path) => {
      paths.add(path);
      return files.read(path);
    },
    readChunks: (path) => {
      paths.add(path);
      return files.readChunks(path);
    },
    noted: { paths, unnoted: files },
  };
}

/** The same files for a look that makes no input of what it sees. */
export function unnoted(files: Files): Files {
  return files.noted?.unnoted ?? files;
}
