import type { CheckFormat, CheckReport, FailOn } from '../model/check-report.ts';
import type { Lang } from '../model/lang.ts';
import { renderFindingsGithub } from './findings-github.ts';
import { renderFindingsGitlab } from './findings-gitlab.ts';
import { renderFindingsJson } from './findings-json.ts';
import { renderFindingsJunit } from './findings-junit.ts';
import { renderFindingsMarkdown } from './findings-markdown.ts';
import { renderFindingsSarif } from './findings-sarif.ts';
import { renderFindingsText } from './findings-text.ts';
import type { Style } from './style.ts';

/** How a check is drawn. Machine formats look at neither language, style nor width. */
export interface CheckRenderOptions {
  readonly lang: Lang;
  readonly style: Style;
  /** Characters in a line. */
  readonly width: number;
  readonly toolVersion: string;
  /** What fails the check; JUnit marks the rules that do. */
  readonly failOn: FailOn;
}

const RENDERERS = {
  text: renderFindingsText,
  json: renderFindingsJson,
  sarif: renderFindingsSarif,
  junit: renderFindingsJunit,
  github: renderFindingsGithub,
  gitlab: renderFindingsGitlab,
  markdown: renderFindingsMarkdown,
} satisfies Record<CheckFormat, (report: CheckReport, options: CheckRenderOptions) => string>;

/** Draws the result of a check in a format. */
export function renderFindings(
  format: CheckFormat,
  report: CheckReport,
  options: CheckRenderOptions,
): string {
  return RENDERERS[format](report, options);
}
