import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { checkMaps } from '../../src/app/check-maps.ts';
import { CHECK_FORMATS, type CheckFormat, type CheckReport } from '../../src/model/check-report.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import type { CheckRenderOptions } from '../../src/render/check-render-options.ts';
import { renderFindings } from '../../src/render/findings.ts';
import { plainStyle } from '../../src/render/style.ts';
import { mapOf, noteAt } from '../support/map-of.ts';

const OPTIONS: CheckRenderOptions = {
  lang: 'en',
  style: plainStyle,
  width: 80,
  toolVersion: '1.2.3',
  failOn: 'error',
};
const render = (format: CheckFormat, report: CheckReport, options: Partial<CheckRenderOptions> = {}) =>
  renderFindings(format, report, { ...OPTIONS, ...options });

/** Findings of every severity, with labels that try to break out of each format. */
const HOSTILE = mapOf(
  [
    'A1 Alfa',
    'A1.1 Beta',
    'A1.1.1.2 Delta\u001b[31m\u202e',
    'A1.1.1.2 Epsilon',
    'A1.2',
    'A1.3 <script>alert(1)</script> & 100 %, "x" ]]> | `y` @team ::error::z',
  ].join('\n'),
  { notes: [noteAt(9, 'row-unread', { text: 'riga\ncon %0A, due: punti' })] },
);

/** The same map as if it stood in a workbook, read from a revision. */
const WORKBOOK = inWorkbook(HOSTILE, 'main:maps/mappa locale.xlsx');
const CLEAN = mapOf('A1 Alfa');

describe('text', () => {
  it('shows the gravest first, wrapped', async () => {
    await expect(render('text', checkMaps([WORKBOOK]))).toMatchFileSnapshot('./__snapshots__/check.en.txt');
  });

  it('speaks Italian', async () => {
    const text = render('text', checkMaps([HOSTILE, CLEAN]), { lang: 'it' });
    await expect(text).toMatchFileSnapshot('./__snapshots__/check.it.txt');
  });

  it('says so when there is nothing', () => {
    expect(render('text', checkMaps([CLEAN]))).toMatch(/nothing found by \d+ rules\n$/);
  });
});

describe('markdown', () => {
  it('is a table that no label breaks', async () => {
    const markdown = render('markdown', checkMaps([WORKBOOK]), { lang: 'it' });
    await expect(markdown).toMatchFileSnapshot('./__snapshots__/check.md');
  });

  it('stays under the size of a comment and says what it cut', () => {
    const many = Array.from({ length: 2000 }, (_, i) => `A${i + 1}`).join('\n');
    const markdown = render('markdown', checkMaps([mapOf(many)]));
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toMatch(/\d+ more are left out here/);
  });
});

describe('github', () => {
  it('escapes, and puts errors first', async () => {
    const commands = render('github', checkMaps([WORKBOOK]));
    await expect(commands).toMatchFileSnapshot('./__snapshots__/check.github.txt');
    const levels = commands
      .trimEnd()
      .split('\n')
      .map((line) => /^::(\w+) /.exec(line)?.[1]);
    expect([...levels].sort()).toEqual(levels);
  });
});

describe('sarif', () => {
  const schema = JSON.parse(readFileSync('tests/schemas/sarif-2.1.0.json', 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  it.each([
    ['findings of a text file', checkMaps([HOSTILE])],
    ['findings of a workbook, and of several files', checkMaps([WORKBOOK, CLEAN])],
    ['nothing', checkMaps([CLEAN])],
    ['accepted findings', accepted(checkMaps([HOSTILE]))],
  ])('is valid for %s', (_, report) => {
    validate(JSON.parse(render('sarif', report)));
    expect(validate.errors).toBeNull();
  });

  it('locates a finding physically and logically, and names rules', () => {
    const [run] = JSON.parse(render('sarif', checkMaps([WORKBOOK]))).runs;
    const result = run.results.find((each: { ruleId: string }) => each.ruleId === 'conflicting-label');
    expect(result.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'maps/mappa%20locale.xlsx', index: 0 },
          region: { startLine: 4, startColumn: 2 },
        },
        logicalLocations: [
          { fullyQualifiedName: 'Mappa!B4', kind: 'cell' },
          { name: 'A1.1.1.2', fullyQualifiedName: 'A1.1.1.2', kind: 'entry' },
        ],
      },
    ]);
    expect(result.partialFingerprints).toEqual({ 'procmap/v1': 'conflicting-label A1.1.1.2' });
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('conflicting-label');
    expect(result.relatedLocations).toHaveLength(1);
  });

  it('marks what a baseline accepts as suppressed', () => {
    const [run] = JSON.parse(render('sarif', accepted(checkMaps([HOSTILE])))).runs;
    expect(run.results.length).toBeGreaterThan(0);
    expect(run.results.every((each: { suppressions?: unknown }) => each.suppressions)).toBe(true);
  });
});

describe('junit', () => {
  const schema = readFileSync('tests/schemas/jenkins-junit.xsd', 'utf8');

  it.each([
    ['findings', checkMaps([HOSTILE, WORKBOOK])],
    ['nothing', checkMaps([CLEAN])],
  ])('is valid for %s', async (_, report) => {
    const xml = render('junit', report);
    const { errors } = await validateXML({
      xml: [{ fileName: 'junit.xml', contents: xml }],
      schema: [schema],
    });
    expect(errors).toEqual([]);
  });

  it('has a case for each rule, and fails those that fail the check', () => {
    const report = checkMaps([HOSTILE]);
    const cases = (xml: string) => xml.match(/<testcase /g)?.length;
    const failed = (xml: string) => [...xml.matchAll(/<failure type="([^"]+)"/g)].map((match) => match[1]);
    const [byError, byInfo, never] = (['error', 'info', 'never'] as const).map((failOn) =>
      render('junit', report, { failOn }),
    ) as [string, string, string];
    expect(cases(byError)).toBe(report.rules.length);
    expect(failed(byError)).toEqual(['conflicting-label', 'orphan-code']);
    expect(new Set(failed(byInfo))).toEqual(new Set(report.maps[0]?.findings.map(({ ruleId }) => ruleId)));
    expect(failed(never)).toEqual([]);
  });
});

describe('gitlab', () => {
  it('gives each finding a path, a line and a fingerprint of its own', () => {
    const issues = JSON.parse(render('gitlab', checkMaps([WORKBOOK, HOSTILE])));
    for (const issue of issues) {
      expect(issue).toMatchObject({
        description: expect.any(String),
        check_name: expect.any(String),
        severity: expect.stringMatching(/^(info|minor|critical)$/),
        location: { path: expect.not.stringContaining('main:'), lines: { begin: expect.any(Number) } },
      });
    }
    const fingerprints = issues.map((issue: { fingerprint: string }) => issue.fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });
});

describe('every format', () => {
  it.each(CHECK_FORMATS)('%s gives the same bytes twice, and no raw control characters', (format) => {
    const report = checkMaps([HOSTILE, WORKBOOK]);
    const text = render(format, report);
    expect(render(format, report)).toBe(text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it.each(['json', 'sarif', 'junit', 'github', 'gitlab'] as const)(
    '%s is the same in every language',
    (format) => {
      const report = checkMaps([HOSTILE]);
      expect(render(format, report, { lang: 'it' })).toBe(render(format, report, { lang: 'en' }));
    },
  );
});

function accepted(report: CheckReport): CheckReport {
  return { ...report, maps: report.maps.map((each) => ({ ...each, findings: [], accepted: each.findings })) };
}

function inWorkbook(map: ProcessMap, name: string): ProcessMap {
  const place = (line: number | undefined) => ({ file: name, sheet: 'Mappa', cell: `B${line}` });
  return {
    ...map,
    source: { ...map.source, name, container: 'xlsx' },
    nodes: map.nodes.map((node) => ({ ...node, place: place(node.place.line) })),
    notes: map.notes.map((note) => ({ ...note, place: place(note.place.line) })),
  };
}
