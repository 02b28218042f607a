import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareMaps } from '../../src/app/compare-maps.ts';
import type { Comparison } from '../../src/app/comparison.ts';
import { parseDecisions } from '../../src/app/parse-decisions.ts';
import { reviewOf } from '../../src/app/review-of.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import type { MigrationReport, ReportChange } from '../../src/model/report.ts';
import { parseMap } from '../../src/read/parse-map.ts';
import { renderReviewWorkbook } from '../../src/render/review-workbook.ts';
import { convertWithLibreOffice, noLibreOffice } from '../support/libreoffice.ts';

const read = (file: string) => parseMap({ name: file, bytes: readFileSync(`fixtures/${file}`) });
let oldMap: ProcessMap;
let newMap: ProcessMap;
let comparison: Comparison;
let cases: Cases;

/** Entries that stand as the tests need them, whatever the matcher makes of the maps. */
interface Cases {
  /** Open, with several candidates. */
  readonly open: ReportChange;
  readonly split: ReportChange;
  /** Open, with the alarm that its row may be lost. */
  readonly lost: ReportChange;
  /** Probable, with one target that no other entry shares. */
  readonly confirmed: ReportChange;
  readonly rejected: ReportChange;
  /** Taken to be dropped, and not certainly. */
  readonly dropped: ReportChange;
  readonly certain: ReportChange;
}

function pickCases({ changes }: MigrationReport): Cases {
  const old = changes.filter((change) => change.old !== null && change.old.kind === 'activity');
  const several = old.filter(({ kind, candidates }) => kind === 'open' && candidates.length > 1);
  const single = old.filter(
    ({ tier, new: targets, mergedWith }) =>
      tier === 'probable' && targets.length === 1 && mergedWith.length === 0,
  );
  const found = {
    open: several[0],
    split: several[1],
    lost: old.find(
      ({ tier, alarms }) => tier === 'open' && alarms.some(({ kind }) => kind === 'possibly-lost'),
    ),
    confirmed: single[0],
    rejected: single[1],
    dropped: changes.find(({ kind, tier }) => kind === 'dropped' && tier === 'probable'),
    certain: old.find(({ tier }) => tier === 'certain'),
  };
  for (const [name, change] of Object.entries(found)) if (!change) throw new Error(`no case ${name}`);
  return found as Cases;
}

const codeOf = ({ old }: ReportChange): string => old?.code ?? '';
const labelled = ({ code, label }: { readonly code: string; readonly label: string }): string =>
  `${code} · ${label}`;
const candidate = ({ candidates }: ReportChange, at: number) =>
  candidates[at] as ReportChange['candidates'][number];

beforeAll(async () => {
  oldMap = await read('massa-carrara-2021.csv');
  newMap = await read('unioncamere-rev2023.csv');
  comparison = compareMaps(oldMap, newMap);
  cases = pickCases(comparison.report);
});

/** The review sheet by heading and row, as a person sees it. */
interface Page {
  readonly workbook: ExcelJS.Workbook;
  readonly sheet: ExcelJS.Worksheet;
  readonly rows: readonly number[];
  cell(row: number, heading: string): ExcelJS.Cell;
  rowOf(oldCode: string): number;
}

const HEADER = 6;

async function open(bytes: Uint8Array): Promise<Page> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
  const headings = new Map<string, number>();
  sheet.getRow(HEADER).eachCell((cell, at) => void headings.set(cell.text, at));
  const rows = Array.from({ length: sheet.rowCount - HEADER }, (_, i) => HEADER + 1 + i);
  const cell = (row: number, heading: string) => sheet.getCell(row, headings.get(heading) ?? 0);
  const rowOf = (code: string) => rows.find((row) => cell(row, 'Vecchio codice').text === code) ?? 0;
  return { workbook, sheet, rows, cell, rowOf };
}

/** The library's types leave the protection of a sheet out. */
function isProtected(sheet: ExcelJS.Worksheet): boolean {
  return (sheet as unknown as { sheetProtection?: { sheet?: boolean } }).sheetProtection?.sheet === true;
}

async function save({ workbook }: Page): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const renderWith = (usage: Parameters<typeof reviewOf>[1]) =>
  renderReviewWorkbook(reviewOf(comparison, usage), { lang: 'it' });

let rendered: Promise<Uint8Array> | undefined;

/** The workbook nobody has filled in; drawn once. */
function render(): Promise<Uint8Array> {
  rendered ??= renderWith(null);
  return rendered;
}

describe('the review workbook', () => {
  it('has a sheet to work through, a summary, the new entries, and hidden lists', async () => {
    const { workbook } = await open(await render());
    expect(workbook.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Revisione visible',
      'Riepilogo visible',
      'Voci nuove visible',
      'Elenchi hidden',
    ]);
  });

  it('shows every link of every old entry once: open and possibly lost, probable and dropped, then, hidden, certain', async () => {
    const { sheet, rows, cell } = await open(await render());
    const groups = rows.map((row) => cell(row, 'Stato').text);
    const order = [
      'da decidere',
      'forse persa',
      'probabile',
      'soppressa',
      'forse non tutto',
      'riga libera',
      'certa',
    ];
    expect([...new Set(groups)]).toEqual(order);
    expect(groups).toEqual([...groups].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(rows.filter((row) => sheet.getRow(row).hidden)).toEqual(
      rows.filter((_, i) => groups[i] === 'certa'),
    );
    const { changes } = comparison.report;
    const links = changes.flatMap(({ old, new: targets }) =>
      old === null ? [] : targets.length === 0 ? [old.code] : targets.map(() => old.code),
    );
    const shown = rows.map((row) => cell(row, 'Vecchio codice').text).filter((code) => code !== '');
    expect(shown.sort()).toEqual(links.sort());
  });

  it('locks everything but the cells to fill in', async () => {
    const { sheet, rows, cell } = await open(await render());
    expect(isProtected(sheet)).toBe(true);
    const fill = ['Decisione', 'Altra voce nuova', 'Quota', 'Principale', 'Motivo', 'Deciso da', 'Deciso il'];
    for (const row of rows) {
      for (const name of fill) expect(cell(row, name).protection?.locked).toBe(false);
      for (const name of ['Codice proposto', 'Vecchia voce', 'Perché']) {
        expect(cell(row, name).protection?.locked).not.toBe(false);
      }
    }
  });

  it('offers all new entries in a drop-down, the candidates of the row first', async () => {
    const { workbook, cell, rowOf } = await open(await render());
    const change = cases.open;
    const formula = cell(rowOf(codeOf(cases.open)), 'Altra voce nuova').dataValidation.formulae[0] as string;
    const [, column = '', count] = /^'Elenchi'!\$([A-Z]+)\$1:\$\1\$(\d+)$/.exec(formula) ?? [];
    const lists = workbook.getWorksheet('Elenchi');
    const items = Array.from(
      { length: Number(count) },
      (_, i) => lists?.getCell(`${column}${i + 1}`).text ?? '',
    );
    const best = change.candidates.map(({ code }) => code);
    expect(best.length).toBeGreaterThan(1);
    expect(items.slice(0, best.length).map((item) => item.split(' · ')[0])).toEqual(best);
    expect(new Set(items).size).toBe(items.length);
    for (const node of newMap.nodes.filter(({ kind }) => kind === 'activity')) {
      expect(items.some((item) => item.split(' · ')[0] === node.bookingCode)).toBe(true);
    }
  });

  it('sets the words in which labels differ in bold', async () => {
    const { cell, rowOf } = await open(await render());
    const bold = (heading: string) => {
      const { richText } = cell(rowOf('B2.2.1.2'), heading).value as ExcelJS.CellRichTextValue;
      return richText.filter(({ font }) => font?.bold).map(({ text }) => text.trim());
    };
    expect(bold('Vecchia voce')).toEqual([]);
    expect(bold('Nuova voce proposta')).toEqual([
      "attiva e passiva per ospitare servizi e attività dell'ente",
    ]);
  });

  it('prints on A4 landscape, one page wide, with its header on every page', async () => {
    const { pageSetup } = (await open(await render())).sheet;
    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
    });
    expect(pageSetup.fitToHeight).toBe(0);
    expect(pageSetup.printTitlesRow).toBe('6:6');
  });

  it('sorts by the hours booked, and adds them up', async () => {
    const hours = new Map([
      [codeOf(cases.split), { units: 12050n, scale: 2 }],
      [codeOf(cases.open), { units: 7n, scale: 0 }],
    ]);
    const { workbook, rows, cell } = await open(await renderWith(hours));
    const first = rows.slice(0, 2).map((row) => [cell(row, 'Vecchio codice').text, cell(row, 'Ore').value]);
    expect(first).toEqual([
      [codeOf(cases.split), 120.5],
      [codeOf(cases.open), 7],
    ]);
    expect(cell(rows[2] ?? 0, 'Ore').value).toBe(0);
    const summary = workbook.getWorksheet('Riepilogo');
    expect(summary?.getCell('F5').result).toBe(127.5);
  });

  it('gives the same bytes for the same review', async () => {
    expect(await renderWith(null)).toEqual(await render());
  });

  it('keeps a label that looks like a formula text', async () => {
    const risky = {
      ...newMap,
      nodes: newMap.nodes.map((node) => ({ ...node, label: `=1+1 ${node.label}` })),
    };
    const review = reviewOf(compareMaps(oldMap, risky));
    const { sheet } = await open(await renderReviewWorkbook(review, { lang: 'en' }));
    const formulas = new Set<string>();
    sheet.eachRow((row) => {
      row.eachCell((cell) => void (cell.formula && formulas.add(cell.formula.replace(/\d+/g, 'n'))));
    });
    expect([...formulas]).toEqual(['IFERROR(LEFT(Bn,FIND(" · ",Bn)-n),Bn&"")']);
  });
});

/** Fills in the workbook as a person would. */
async function fillIn(): Promise<Uint8Array> {
  const page = await open(await render());
  const { sheet, rows, cell, rowOf } = page;
  const rowFor = (change: ReportChange) => rowOf(codeOf(change));
  sheet.getCell('C4').value = 'M. Bianchi';
  sheet.getCell('E4').value = new Date(Date.UTC(2025, 2, 14));
  cell(rowFor(cases.confirmed), 'Decisione').value = 'conferma';
  cell(rowFor(cases.rejected), 'Decisione').value = 'scarta';
  cell(rowFor(cases.dropped), 'Decisione').value = 'conferma';
  cell(rowFor(cases.lost), 'Decisione').value = 'sopprimi';
  cell(rowFor(cases.lost), 'Motivo').value = '=non serve più';
  cell(rowFor(cases.open), 'Altra voce nuova').value = labelled(candidate(cases.open, 1));
  cell(rowFor(cases.open), 'Deciso da').value = 'L. Verdi';
  const split = rowFor(cases.split);
  cell(split, 'Altra voce nuova').value = labelled(candidate(cases.split, 0));
  cell(split, 'Quota').value = 0.6;
  cell(split, 'Principale').value = 'sì';
  const free = rows.find((row) => cell(row, 'Stato').text === 'riga libera') ?? 0;
  cell(free, 'Vecchio codice').value = cases.split.old ? labelled(cases.split.old) : '';
  cell(free, 'Altra voce nuova').value = labelled(candidate(cases.split, 1));
  cell(free, 'Quota').value = 0.4;
  return save(page);
}

/** What `fillIn` decides. */
function filled(): readonly string[] {
  const { confirmed, rejected, dropped, lost, split } = cases;
  const by = 'M. Bianchi 2025-03-14';
  return [
    `accept ${codeOf(confirmed)} ${confirmed.new[0]?.code} null null ${by} `,
    `reject ${codeOf(rejected)} ${rejected.new[0]?.code} null null ${by} `,
    `drop ${codeOf(dropped)}  null null ${by} `,
    `drop ${codeOf(lost)}  null null ${by} =non serve più`,
    `accept ${codeOf(cases.open)} ${candidate(cases.open, 1).code} null null L. Verdi 2025-03-14 `,
    `accept ${codeOf(split)} ${candidate(split, 0).code} 0.6 true ${by} `,
    `accept ${codeOf(split)} ${candidate(split, 1).code} 0.4 null ${by} `,
  ].sort();
}

/** Open entries that `fillIn` decides. */
const OPEN_FILLED = 3;

/** Leaves the formulas without the results they were written with, so that whoever opens the file calculates them. */
function forgetResults(sheet: ExcelJS.Worksheet | undefined): void {
  sheet?.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.formula) cell.value = { formula: cell.formula };
    });
  });
}

async function decisionsIn(bytes: Uint8Array): Promise<readonly string[]> {
  const { decisions, problems } = await parseDecisions({ name: 'review.xlsx', bytes });
  expect(problems).toEqual([]);
  expect(decisions.every(({ oldFingerprint }) => oldFingerprint !== '')).toBe(true);
  expect(
    decisions.every(({ verdict, newFingerprint }) => (newFingerprint === '') === (verdict === 'drop')),
  ).toBe(true);
  return decisions
    .map((d) =>
      [d.verdict, d.oldCode, d.newCode, d.share, d.isDefault, d.by, d.on, d.reason].map(String).join(' '),
    )
    .sort();
}

describe('a review workbook that comes back', () => {
  it('holds no decision while nobody has filled it in', async () => {
    expect(await parseDecisions({ name: 'review.xlsx', bytes: await render() })).toEqual({
      decisions: [],
      problems: [],
    });
  });

  it('says what was filled in, and leaves the rest open', async () => {
    const bytes = await fillIn();
    expect(await decisionsIn(bytes)).toEqual(filled());
    const decisions = await parseDecisions({ name: 'review.xlsx', bytes });
    const { report } = compareMaps(oldMap, newMap, { decisions });
    expect(report.decisions).toEqual({ applied: filled().length, stale: [] });
    const open = (changes: readonly ReportChange[]) =>
      changes.filter(({ tier, old }) => tier === 'open' && old?.code !== codeOf(cases.rejected)).length;
    expect(open(report.changes)).toBe(open(comparison.report.changes) - OPEN_FILLED);
  });

  it('says so again in the next workbook, with nothing lost', async () => {
    const decisions = await parseDecisions({ name: 'review.xlsx', bytes: await fillIn() });
    const review = reviewOf(compareMaps(oldMap, newMap, { decisions }));
    expect(await decisionsIn(await renderReviewWorkbook(review, { lang: 'en' }))).toEqual(filled());
  });

  it('names the cell of an impossible entry', async () => {
    const page = await open(await render());
    page.cell(page.rowOf(codeOf(cases.open)), 'Decisione').value = 'conferma';
    page.cell(page.rowOf(codeOf(cases.confirmed)), 'Quota').value = 7;
    page.cell(page.rowOf(codeOf(cases.confirmed)), 'Decisione').value = 'conferma';
    const { problems } = await parseDecisions({ name: 'review.xlsx', bytes: await save(page) });
    expect(problems.map(({ kind, place }) => [kind, place.sheet, place.cell])).toEqual([
      ['choice-missing', 'Revisione', page.cell(page.rowOf(codeOf(cases.open)), 'Altra voce nuova').address],
      ['share-out-of-range', 'Revisione', page.cell(page.rowOf(codeOf(cases.confirmed)), 'Quota').address],
    ]);
  });
});

describe.skipIf(noLibreOffice !== '')(`saved again by LibreOffice ${noLibreOffice}`, () => {
  it('says the same', async () => {
    const saved = convertWithLibreOffice(await fillIn(), 'xlsx', 'xlsx');
    expect(await decisionsIn(saved)).toEqual(filled());
  }, 120_000);

  it('keeps its drop-downs, its locks and its filter', async () => {
    const saved = convertWithLibreOffice(await fillIn(), 'xlsx', 'xlsx');
    const { sheet, cell, rowOf } = await open(saved);
    // LibreOffice writes `true` where the library expects `1`, so the file itself is asked.
    const part = (name: string) => strFromU8(unzipSync(saved)[name] ?? new Uint8Array());
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<sheetProtection sheet="(true|1)"/);
    expect(part('xl/styles.xml')).toMatch(/<protection locked="(false|0)"/);
    expect(cell(rowOf(codeOf(cases.open)), 'Altra voce nuova').dataValidation.formulae[0]).toMatch(
      /^\$?'?Elenchi/,
    );
    expect(sheet.getRow(rowOf(codeOf(cases.certain))).hidden).toBe(true);
  }, 120_000);

  it('counts the progress', async () => {
    const page = await open(await fillIn());
    forgetResults(page.workbook.getWorksheet('Riepilogo'));
    const calculated = await open(convertWithLibreOffice(await save(page), 'xlsx', 'xlsx'));
    const summary = calculated.workbook.getWorksheet('Riepilogo');
    const line = (row: number) =>
      ['A', 'B', 'C', 'D'].map((column) => summary?.getCell(`${column}${row}`).text);
    const { summary: counts } = comparison.report;
    const filled = [line(5), line(6)].reduce((sum, [, , done]) => sum + Number(done), 0);
    expect([line(5), line(6)].map(([name, rows]) => [name, rows])).toEqual([
      ['da decidere', `${counts.open}`],
      ['forse persa', `${counts['possibly-lost']}`],
    ]);
    expect(filled).toBe(OPEN_FILLED);
    expect(line(8).slice(0, 2)).toEqual(['soppressa', `${counts.dropped}`]);
    expect([line(7)[0], line(9)[0], line(11)[0]]).toEqual(['probabile', 'forse non tutto', 'certa']);
    expect(summary?.getCell('E5').text).toMatch(/^█+$/);
    expect(summary?.getCell('E7').text).toMatch(/^█*░+$/);
    expect(summary?.getCell('B16').text).toBe('in ordine');
    expect(summary?.getCell('B15').text).toBe('in ordine');
  }, 120_000);
});
