import type { MigrationReport } from '../../model/report.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import type { ReportOptions } from '../report-options.ts';
import { alarmSection } from './alarm-section.ts';
import { SCRIPT, SCRIPT_HASH, START, START_HASH, STYLE, STYLE_HASH } from './assets.generated.ts';
import { briefSection } from './brief-section.ts';
import { changesSection } from './changes-section.ts';
import { findingsSection, glossarySection, structureSection } from './end-sections.ts';
import { contents, masthead } from './head-sections.ts';
import { type Html, html, jsonHtml, raw } from './html.ts';
import { type Page, pageOf } from './page.ts';
import { pageData } from './page-data.ts';
import { pictureSection } from './picture-section.ts';
import { processSection } from './process-section.ts';

/**
 * Draws the migration report as one HTML file that needs nothing else: no network, no other file, and no script to be
 * read in full. Its Content-Security-Policy allows the style and the scripts below, named by their hashes, and nothing
 * besides; text from the maps is escaped wherever it stands.
 */
export function renderReportHtml(report: MigrationReport, options: ReportOptions): string {
  const { lang, provenance } = options;
  const texts = reportHtmlTexts[lang];
  const page = pageOf(report, options);
  const sections = sectionsOf(page);
  const title = `${texts.pageTitle}: ${report.old.name} → ${report.new.name}`;
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="procmap ${provenance.toolVersion}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
<script>${raw(START)}</script>
</head>
<body>
<a class="skip" href="#changes">${texts.skip}</a>
${masthead(page, provenance)}
${contents(sections, page)}
<main>
<noscript><p class="wrap note">${texts.noScript}</p></noscript>
${sections.map((section) => section.body)}
</main>
<footer class="wrap"><p>${texts.footer}</p><p><a href="#top">${texts.top}</a></p></footer>
<script type="application/json" id="data">${jsonHtml(pageData(page))}</script>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`.html;
}

const POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  `script-src '${START_HASH}' '${SCRIPT_HASH}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

function sectionsOf(page: Page): readonly Section[] {
  const texts = reportHtmlTexts[page.lang];
  const all = [
    { id: 'brief', title: texts.brief, body: briefSection(page) },
    { id: 'alarms', title: texts.alarms, body: alarmSection(page) },
    { id: 'picture', title: texts.picture, body: pictureSection(page) },
    { id: 'process', title: texts.process, body: processSection(page) },
    { id: 'changes', title: texts.changes, body: changesSection(page) },
    { id: 'structure', title: texts.structure, body: structureSection(page) },
    { id: 'findings', title: texts.findings, body: findingsSection(page) },
    { id: 'glossary', title: texts.glossary, body: glossarySection(page) },
  ];
  return all.flatMap((section) => (section.body === null ? [] : [{ ...section, body: section.body }]));
}
