import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import { explainEntry } from '../../src/app/explain-entry.ts';
import { REPORT_FORMATS } from '../../src/model/report.ts';
import { CROSSWALK_FORMATS, renderCrosswalk } from '../../src/render/crosswalk.ts';
import { renderExplanation } from '../../src/render/explain-text.ts';
import { renderReport } from '../../src/render/report.ts';
import { plainStyle } from '../../src/render/style.ts';
import { crosswalkDocument } from '../support/crosswalk-document.ts';
import { decisionOf } from '../support/decision-of.ts';
import { mapOf } from '../support/map-of.ts';
import { reportOptions } from '../support/report-options.ts';

const OLD = mapOf(`
  A1 Pianificazione
  A1.1 Programmazione
  A1.1.1 Documenti
  A1.1.1.1 Relazione previsionale e programmatica
  A1.1.1.2 Piano della performance`);
const NEW = mapOf(`
  A1 Pianificazione
  A1.1 Programmazione
  A1.1.1 Documenti
  A1.1.1.1 Custodia autovetture
  A1.1.1.2 Piano della performance`);
const decisions = {
  decisions: [
    decisionOf('accept A1.1.1.1 A1.1.1.1', { by: 'Zaccaria', on: '2025-03-14', reason: 'stesso ufficio' }),
    decisionOf('accept A1.1.1.2 A1.1.1.2', { oldFingerprint: '000000-000000-000000', by: 'Quirino' }),
  ],
  problems: [],
};
const comparison = compareMaps(OLD, NEW, { decisions });

/** All the text of a file; of a workbook, that of its parts. */
function textOf(data: string | Uint8Array): string {
  if (typeof data === 'string') return data;
  return Object.entries(unzipSync(data))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('\n');
}

describe('who decided, when and why', () => {
  it.each(REPORT_FORMATS)('is in the report as %s', async (format) => {
    const options = reportOptions({ crosswalk: crosswalkOf(comparison).crosswalk });
    const text = textOf(await renderReport(format, comparison.report, options));
    for (const said of ['Zaccaria', '2025-03-14', 'stesso ufficio']) expect(text).toContain(said);
  });

  it.each(CROSSWALK_FORMATS)('is in the crosswalk as %s', async (format) => {
    const { data } = await renderCrosswalk(format, crosswalkDocument(OLD, NEW, { decisions }));
    for (const said of ['Zaccaria', '2025-03-14', 'stesso ufficio']) expect(textOf(data)).toContain(said);
  });

  it('is in the explanation of an entry', () => {
    const [explanation] = explainEntry(comparison, 'A1.1.1.1');
    if (!explanation) throw new Error('no explanation');
    const text = renderExplanation(explanation, { lang: 'en', style: plainStyle, width: 100 });
    expect(text).toContain('Decided by Zaccaria on 2025-03-14: stesso ufficio');
  });
});

describe('a stale decision', () => {
  it.each(['text', 'json', 'markdown', 'html'] as const)('is told in the report as %s', async (format) => {
    const text = textOf(await renderReport(format, comparison.report, reportOptions()));
    expect(text).toContain('A1.1.1.2');
    expect(text).toMatch(/stale/i);
  });
});
