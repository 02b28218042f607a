import type { CheckFormat, CheckReport } from '../model/check-report.ts';
import { TOOL_VERSION } from '../values/tool-version.ts';
import type { CheckRenderOptions } from './check-render-options.ts';
import { renderFindingsGithub } from './findings-github.ts';
import { renderFindingsGitlab } from './findings-gitlab.ts';
import { renderFindingsJson } from './findings-json.ts';
import { renderFindingsJunit } from './findings-junit.ts';
import { renderFindingsMarkdown } from './findings-markdown.ts';
import { renderFindingsSarif } from './findings-sarif.ts';
import { renderFindingsText } from './findings-text.ts';
import { plainStyle } from './style.ts';

const RENDERERS = {
  text: renderFindingsText,
  json: renderFindingsJson,
  sarif: renderFindingsSarif,
  junit: renderFindingsJunit,
  github: renderFindingsGithub,
  gitlab: renderFindingsGitlab,
  markdown: renderFindingsMarkdown,
} satisfies Record<CheckFormat, (report: CheckReport, options: CheckRenderOptions) => string>;

const DEFAULTS: CheckRenderOptions = {
  lang: 'en',
  style: plainStyle,
  width: 80,
  toolVersion: TOOL_VERSION,
  failOn: 'error',
};

/**
 * Draws the result of a check in a format.
 *
 * @param options what is left out: English, no colour, 80 characters a line, errors fail
 */
export function renderFindings(
  format: CheckFormat,
  report: CheckReport,
  options: Partial<CheckRenderOptions> = {},
): string {
  return RENDERERS[format](report, { ...DEFAULTS, ...options });
}
