import type { ChangeKind } from '../../model/change.ts';
import type { Lang } from '../../model/lang.ts';
import type { MigrationReport } from '../../model/report.ts';
import { type Areas, areasOf } from '../flows.ts';
import { type Anchors, anchorsOf } from './anchors.ts';

/** What every part of the page is drawn from. */
export interface Page {
  readonly report: MigrationReport;
  readonly lang: Lang;
  readonly anchors: Anchors;
  readonly areas: Areas;
  /** Language of the labels where it is known and is not the page's own. */
  readonly labelLang: Lang | null;
  /** Whether the report is so long that the reasons of certain answers are left to the other formats. */
  readonly brief: boolean;
  /** Kinds that the table is filtered by when the page opens; none for all. */
  readonly only: readonly ChangeKind[];
}

/** Entries above which a page is brief: with all reasons it would outgrow what a mail or a browser takes gladly. */
export const BRIEF_ABOVE = 3000;

/** Ids that the page itself uses; a code that happens to be one of them gets another id. */
export const PAGE_IDS = [
  'top',
  'brief',
  'brief-h',
  'alarms',
  'alarms-h',
  'picture',
  'picture-h',
  'process',
  'process-h',
  'process-choice',
  'process-view',
  'changes',
  'changes-h',
  'changes-table',
  'filters',
  'status',
  'search',
  'structure',
  'structure-h',
  'findings',
  'findings-h',
  'glossary',
  'glossary-h',
  'data',
] as const;

/** What the parts of a page are drawn from, for a report. */
export function pageOf(
  report: MigrationReport,
  { lang, only }: { readonly lang: Lang; readonly only: readonly ChangeKind[] },
): Page {
  return {
    report,
    lang,
    anchors: anchorsOf(report, PAGE_IDS),
    areas: areasOf(report),
    labelLang: labelLangOf({ report, lang }),
    brief: report.changes.length > BRIEF_ABOVE,
    only,
  };
}

/** Whether both maps are flat tables of some other classification, where nobody books hours. */
export function isFlat({ old, new: target }: MigrationReport): boolean {
  return old.layout === 'flat' && target.layout === 'flat';
}

/** `lang="it"` for an element whose text comes from an Italian map, on a page in another language. */
export function labelLangOf({ report, lang }: Pick<Page, 'report' | 'lang'>): Lang | null {
  const italian = report.old.layout !== 'flat' && report.new.layout !== 'flat';
  return italian && lang !== 'it' ? 'it' : null;
}
