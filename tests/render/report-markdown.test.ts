import { describe, expect, it } from 'vitest';
import { renderReportMarkdown } from '../../src/render/report-markdown.ts';
import { hostileScene } from '../support/hostile.ts';
import { reportOf } from '../support/report-of.ts';
import { reportOptions } from '../support/report-options.ts';

const SMALL = {
  old: 'A1 Governo\nA1.1 Ciclo\nA1.1.1 Piani\nA1.1.1.1 Piano annuale\nA1.1.1.2 Bilancio di genere\nA1.1.1.3 Onorificenze',
  new: 'A1 Governo\nA1.1 Ciclo\nA1.1.1 Piani\nA1.1.1.1 Bilancio di genere\nA1.1.1.2 Piano triennale\nA1.1.1.4 Rassegna stampa',
  links: 'A1 -> A1\nA1.1 -> A1.1\nA1.1.1 -> A1.1.1\nA1.1.1.2 -> A1.1.1.1\nA1.1.1.1 -> A1.1.1.2?',
};

describe('markdown', () => {
  it('shows counts and alarms, and folds the rest', async () => {
    const markdown = renderReportMarkdown(reportOf(SMALL), reportOptions());
    await expect(markdown).toMatchFileSnapshot('./__snapshots__/report.md.txt');
  });

  it('stays text, whatever the labels hold', async () => {
    const markdown = renderReportMarkdown(reportOf(hostileScene()), reportOptions());
    const outside = markdown.replace(/`[^`]*`/g, '').replace(/<\/?(details|summary|del|ins|br)>/g, '');
    expect(outside).not.toMatch(/[<>]/);
    expect(outside).not.toMatch(/(^|[^\\])\]\(/);
    expect(outside).not.toMatch(/@\w/);
    expect(outside).not.toMatch(/https?:\/\//);
  });

  it('keeps every table whole: as many cells in a row as in its head', () => {
    const lines = renderReportMarkdown(reportOf(hostileScene()), reportOptions()).split('\n');
    const cells = (line: string) => line.replace(/\\\|/g, '').split('|').length;
    lines.forEach((line, i) => {
      if (line.startsWith('|') && lines[i - 1]?.startsWith('|'))
        expect(cells(line)).toBe(cells(lines[i - 1] ?? ''));
    });
  });

  it('fits a comment, and says what it cut', () => {
    const many = Array.from(
      { length: 900 },
      (_, i) => `A1.1.1.${i + 1} ${'Attività con un nome assai lungo '.repeat(3)}${i}`,
    );
    const report = reportOf({
      old: ['A1 x', 'A1.1 x', 'A1.1.1 x', ...many].join('\n'),
      new: 'A1 x',
      links: '',
    });
    const markdown = renderReportMarkdown(report, reportOptions());
    expect(markdown.length).toBeLessThan(65_000);
    const rows = markdown.split('\n').filter((line) => line.startsWith('| `A1.1.1.')).length;
    const [, cut = ''] = /: ([\d,]+) rows are left out/.exec(markdown) ?? [];
    expect(rows + Number(cut.replace(',', ''))).toBeGreaterThanOrEqual(900);
    expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
  });
});
