import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import type { Comparison } from '../../src/app/comparison.ts';
import { crosswalkOf } from '../../src/app/crosswalk-of.ts';
import { reviewOf } from '../../src/app/review-of.ts';
import { checkCrosswalk } from '../../src/crosswalk/check-crosswalk.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../src/model/change.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderCrosswalkCsv } from '../../src/render/crosswalk-csv.ts';
import { renderReport } from '../../src/render/report.ts';
import { formatConfidence } from '../../src/words/language.ts';
import { reportOptions } from '../support/report-options.ts';

/** A map that lost a row, dropped an entry and leaves one open; everything else stays. */
const OLD = `codice;descrizione
A1;Governo
A1.1;Ciclo della performance
A1.1.1;Pianificazione
A1.1.1.1;Relazione previsionale e programmatica
A1.1.1.2;Piano triennale delle opere pubbliche
A1.1.1.3;Bilancio preventivo economico
A1.1.1.4;Monitoraggio degli obiettivi strategici
A1.1.2;Cerimoniale
A1.1.2.1;Concessione di onorificenze ai cavalieri
B1;Risorse
B1.1;Personale
B1.1.1;Gestione del personale
B1.1.1.1;Rilevazione delle presenze
B1.1.1.2;Buoni pasto`;
const NEW = `codice;descrizione
A1;Governo
A1.1;Ciclo della performance
A1.1.1;Pianificazione
A1.1.1.1;Relazione previsionale e programmatica
A1.1.1.3;Bilancio preventivo economico
A1.1.1.4;Monitoraggio degli obiettivi strategici
A1.1.2;Cerimoniale
B1;Risorse
B1.1;Personale
B1.1.1;Gestione del personale
B1.1.1.1;Rilevazione delle presenze
B1.1.1.2;Buoni pasto
B1.1.1.3;Lavoro agile`;

let comparison: Comparison;
let counts: Readonly<Partial<Record<ChangeKind, number>>>;

beforeAll(async () => {
  const map = (name: string, text: string) => parseMap({ name, bytes: new TextEncoder().encode(text) });
  comparison = compareMaps(await map('vecchia.csv', OLD), await map('nuova.csv', NEW));
  counts = Object.fromEntries(
    CHANGE_KINDS.map((kind) => [
      kind,
      comparison.report.changes.filter((change) => change.kind === kind).length,
    ]),
  );
});

const text = async (format: 'text' | 'markdown' | 'html' | 'json' | 'csv') =>
  String(await renderReport(format, comparison.report, reportOptions({ lang: 'en', width: 200 })));

const tally = (kinds: readonly (string | undefined)[]) =>
  Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, kinds.filter((each) => each === kind).length]));

describe('one summary in every output', () => {
  it('has something of each end', () => {
    expect(counts).toMatchObject({ 'possibly-lost': 1 });
    expect((counts.dropped ?? 0) + (counts.open ?? 0)).toBe(1);
    expect(comparison.report.summary).toEqual(counts);
  });

  it('JSON: flat, kind to number', async () => {
    const { 'possibly-lost': possiblyLost, 'moved-and-renamed': movedAndRenamed, ...others } = counts;
    expect(JSON.parse(await text('json')).summary).toEqual({ ...others, possiblyLost, movedAndRenamed });
  });

  it('text: a line a kind, and a line of tiers that adds up to all entries', async () => {
    const lines = (await text('text')).split('\n');
    expect(lines.find((line) => /^ {2}possibly lost /.test(line))).toMatch(/ 1 /);
    const tiers = lines.find((line) => line.includes('certain,')) ?? '';
    const numbers = (tiers.match(/\d+/g) ?? []).map(Number);
    expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(comparison.report.old.bookable);
  });

  it('markdown and HTML', async () => {
    expect(await text('markdown')).toContain('| **possibly lost** | 1 |');
    const page = await text('html');
    const tile = (kind: string) =>
      new RegExp(`data-kind="${kind}"><b class="number">(\\d+)</b>`).exec(page)?.[1];
    expect(Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, Number(tile(kind))]))).toEqual(counts);
    const rows = [...page.matchAll(/<tr id="[^"]*" data-k="([^"]*)" data-t="([^"]*)"/g)];
    expect(tally(rows.map(([, kind]) => kind))).toEqual(counts);
    const withTier = (tier: string) => rows.filter(([, , own]) => own === tier).length;
    const { tiers } = comparison.report;
    expect({ certain: withTier('certain'), probable: withTier('probable'), open: withTier('open') }).toEqual(
      tiers,
    );
  });

  it('CSV report and crosswalk: a first row for each entry', async () => {
    const kindsOf = (csv: string) => {
      const rows = Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data;
      const booked = rows.filter(({ entry }) => entry === undefined || !/process/.test(entry));
      const first = new Map(
        booked.map((row) => [`${row.old_code} ${row.old_code ? '' : row.new_code}`, row.change]),
      );
      return tally([...first.values()]);
    };
    expect(kindsOf(await text('csv'))).toEqual(counts);
    expect(kindsOf(renderCrosswalkCsv(crosswalkOf(comparison).crosswalk))).toEqual(counts);
  });

  it('the two-way check of the crosswalk', () => {
    const { old } = checkCrosswalk(crosswalkOf(comparison).crosswalk, comparison.oldMap, comparison.newMap);
    const { tiers } = comparison.report;
    expect(old).toEqual({
      mapped: tiers.certain + tiers.probable,
      certain: tiers.certain,
      probable: tiers.probable,
      dropped: counts.dropped,
      possiblyLost: counts['possibly-lost'],
      open: counts.open,
    });
  });

  it('workbook', async () => {
    const bytes = await renderReport('xlsx', comparison.report, reportOptions({ lang: 'en' }));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const shown = new Map<string, unknown>();
    workbook.worksheets[0]?.eachRow((row) => shown.set(row.getCell(1).text, row.getCell(2).value));
    expect([shown.get('possibly lost'), shown.get('dropped')]).toEqual([1, counts.dropped]);
  });

  it('review: groups of rows', () => {
    const groups = reviewOf(comparison, null).rows.map(({ group }) => group);
    const count = (name: string) => groups.filter((group) => group === name).length;
    expect([count('open'), count('possibly-lost'), count('dropped')]).toEqual([
      counts.open,
      counts['possibly-lost'],
      counts.dropped,
    ]);
  });
});

describe('a percentage', () => {
  it.each([
    [1, 'certain', '100%'],
    [1, 'probable', '99%'],
    [0.9996, 'probable', '99%'],
    [0.9996, 'certain', '99%'],
    [0.985, 'open', '99%'],
    [0.94, 'probable', '94%'],
    [0, 'open', '0%'],
  ] as const)('%f, %s: %s', (confidence, tier, shown) => {
    expect(formatConfidence('en', confidence, tier)).toBe(shown);
  });
});
