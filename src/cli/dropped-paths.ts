/**
 * The paths that Explorer handed to `procmap.cmd`. It puts quotation marks only around paths with blanks, and `cmd` takes
 * `&`, `^` and `,` in the others for its own signs; so the batch file hands on the line as it was.
 *
 * @param line the line that `cmd` was started with, where a file was dropped; what stands behind the batch file counts
 * @param argv what is left of them after `cmd`
 */
export function droppedPaths(line: string | undefined, argv: readonly string[]): readonly string[] {
  const [, behind] = /\.(?:cmd|bat)"?\s+(.*)$/i.exec(line ?? '') ?? [];
  if (behind === undefined) return argv;
  const paths = [...behind.matchAll(/"([^"]+)"|[^\s"]+/g)].map(([bare, quoted]) => quoted ?? bare);
  return paths.length === 0 ? argv : paths;
}
