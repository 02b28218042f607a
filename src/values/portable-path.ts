const GIT_REF = /^[^:/\\]{2,}:(.+)$/;

/**
 * The path of a source as CI systems and baselines want it: with forward slashes, without `./`, and without the revision
 * of `git-ref:path`, so that a file keeps its name wherever it was read from. `-` stays as it is.
 */
export function portablePath(source: string): string {
  const path = GIT_REF.exec(source)?.[1] ?? source;
  return path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
}
