import type { GroupReport } from '../model/code-groups.ts';
import type { Crosswalk } from '../model/crosswalk.ts';
import type { Lang } from '../model/lang.ts';
import { groupTexts } from '../words/groups.ts';
import type { Comparison } from './comparison.ts';
import { crosswalkOf } from './crosswalk-of.ts';
import { groupsOf } from './groups.ts';

/** The tables that a report shows beside the changes: the crosswalk, and its codes in comparable groups. */
export function reportTables(
  comparison: Comparison,
  lang: Lang,
): { readonly crosswalk: Crosswalk; readonly groups: GroupReport } {
  const { crosswalk } = crosswalkOf(comparison);
  const { oldRevision, newRevision } = groupTexts[lang];
  return { crosswalk, groups: groupsOf([crosswalk], [oldRevision, newRevision]) };
}
