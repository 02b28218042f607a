import { serviceCarrier } from '../crosswalk/carry-service.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import type { Tell } from '../model/notice.ts';
import { chainAll } from './chain.ts';
import { refuseJoints } from './chain-files.ts';
import type { Files } from './files.ts';
import { type ReadCrosswalk, readCrosswalk } from './read-crosswalk.ts';

/**
 * Reads crosswalks of which each goes on from where the one before leads to. Service entries that a later one does not list
 * are carried by rule, as `chain` does.
 *
 * @throws ProcmapError when one cannot be read, or when two do not follow one another
 */
export async function followChain(
  files: Files,
  paths: readonly string[],
  tell: Tell,
): Promise<readonly ReadCrosswalk[]> {
  const read: ReadCrosswalk[] = [];
  for (const path of paths) read.push(await readCrosswalk(files, path, tell));
  refuseJoints(chainAll(read.map(({ crosswalk }) => crosswalk)), paths);
  const carried = withServices(read.map(({ crosswalk }) => crosswalk));
  return read.map((each, i) => ({ ...each, crosswalk: carried[i] ?? each.crosswalk }));
}

/** Adds to each crosswalk the links by which it carries service entries that the one before leads to. */
export function withServices(crosswalks: readonly Crosswalk[]): readonly Crosswalk[] {
  const [first, ...rest] = crosswalks;
  if (first === undefined) return [];
  const followed = [first];
  for (const next of rest) followed.push(carriedOn(followed.at(-1) as Crosswalk, next));
  return followed;
}

function carriedOn(before: Crosswalk, next: Crosswalk): Crosswalk {
  const known = new Set(next.rows.map(({ oldCode }) => oldCode));
  const carry = serviceCarrier(next);
  const steps = new Map(
    before.rows.filter(({ newCode }) => !known.has(newCode)).map((row) => [row.newCode, row]),
  );
  const carried = [...steps.values()].flatMap((step): readonly CrosswalkRow[] => {
    const row = carry(step);
    return row === null ? [] : [row];
  });
  return carried.length === 0 ? next : { ...next, rows: [...next.rows, ...carried] };
}
