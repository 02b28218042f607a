import { describe, expect, it } from 'vitest';
import { checkMap } from '../../src/check/check-map.ts';
import { RULE_IDS } from '../../src/check/registry.ts';
import type { FindingArgs, RuleId } from '../../src/model/finding.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { mapOf, noteAt } from '../support/map-of.ts';

interface RuleCase<R extends RuleId> {
  readonly positive: ProcessMap;
  /** What the rule says of `positive`: severity, line, code, facts. */
  readonly expected: readonly (readonly [
    severity: string,
    line: number,
    code: string | undefined,
    FindingArgs[R],
  ])[];
  /** The same thing done right, or a thing that only looks alike: the rule says nothing. */
  readonly negative: readonly ProcessMap[];
}

const shifted = (code: string, last: string, count: number) => ({
  code,
  found: 'Processo',
  expected: 'Attività',
  count,
  last,
});

/** The same entries on sheets of so many rows. */
function onSheets(map: ProcessMap, rows: number): ProcessMap {
  const sheetOf = (line = 1) => `Sheet ${Math.ceil(line / rows)}`;
  const nodes = map.nodes.map((node) => ({
    ...node,
    place: { ...node.place, sheet: sheetOf(node.place.line) },
  }));
  return { ...map, nodes };
}

const BRANCH = 'A1 Alfa\nA1.1 Beta\nA1.1.1 Gamma';

function withIds(map: ProcessMap, ids: Readonly<Record<number, string>>): ProcessMap {
  const nodes = map.nodes.map((node) => {
    const id = ids[node.id];
    return id === undefined ? node : { ...node, about: { id } };
  });
  return { ...map, nodes };
}

const CASES: { readonly [R in RuleId]: RuleCase<R> } = {
  'code-syntax': {
    positive: mapOf(BRANCH, { notes: [noteAt(4, 'code-unreadable', { raw: '2.4' })] }),
    expected: [['error', 4, '2.4', { value: '2.4' }]],
    negative: [mapOf(`${BRANCH}\nA1.1.1.1 Delta`)],
  },
  'spreadsheet-code': {
    positive: mapOf('1 Alfa\n1.1 Beta', {
      notes: [
        noteAt(2, 'code-spoilt', { raw: '01/01/2002', damage: 'day', expected: '1.1.2' }),
        noteAt(3, 'code-spoilt', { raw: '1,00E+03', damage: 'power' }),
      ],
    }),
    expected: [
      ['error', 2, '01/01/2002', { value: '01/01/2002', damage: 'day', expected: '1.1.2', count: 1 }],
      ['error', 3, '1,00E+03', { value: '1,00E+03', damage: 'power', expected: '', count: 1 }],
    ],
    negative: [mapOf('1 Alfa\n1.1 Beta')],
  },
  'several-code-columns': {
    positive: mapOf(BRANCH, {
      notes: [
        noteAt(2, 'code-column-chosen', { column: 'Codice', number: 2, others: ['ID'], clear: true }),
        noteAt(9, 'code-column-chosen', { column: 'Codice', number: 2, others: ['Cod.'], clear: false }),
      ],
    }),
    expected: [
      ['info', 2, undefined, { column: 'Codice', number: 2, others: ['ID'], clear: true }],
      ['warning', 9, undefined, { column: 'Codice', number: 2, others: ['Cod.'], clear: false }],
    ],
    negative: [mapOf(BRANCH)],
  },
  'ragged-row': {
    positive: mapOf(BRANCH, {
      notes: [noteAt(3, 'row-too-long', { cells: 3, columns: 2, text: 'A1.1.1 | Gamma | delta' })],
    }),
    expected: [['error', 3, undefined, { cells: 3, columns: 2, text: 'A1.1.1 | Gamma | delta' }]],
    negative: [mapOf(BRANCH)],
  },
  'cut-text': {
    positive: mapOf(BRANCH, { notes: [noteAt(3, 'text-cut', { text: 'A1.1.1 Gamma e' })] }),
    expected: [['warning', 3, undefined, { text: 'A1.1.1 Gamma e' }]],
    negative: [mapOf(BRANCH)],
  },
  'text-outside-map': {
    positive: mapOf(BRANCH, {
      notes: [noteAt(9, 'text-outside', { what: 'table', text: 'Ufficio | Piano' })],
    }),
    expected: [['info', 9, undefined, { what: 'table', text: 'Ufficio | Piano' }]],
    negative: [mapOf(BRANCH)],
  },
  'marked-text': {
    positive: mapOf(BRANCH, {
      notes: [noteAt(1, 'text-marked', { mark: 'formula', raw: '="A1"', count: 3 })],
    }),
    expected: [['info', 1, undefined, { mark: 'formula', value: '="A1"', count: 3 }]],
    negative: [mapOf(BRANCH)],
  },
  'other-revision': {
    positive: onSheets(mapOf(`${BRANCH}\n${BRANCH.replace('Gamma', 'Delta')}`), 3),
    expected: [['error', 6, undefined, { name: 'Sheet 2', other: 'Sheet 1', count: 1 }]],
    negative: [
      onSheets(mapOf(`${BRANCH}\nB1 Delta\nB1.1 Epsilon\nB1.1.1 Zeta`), 3),
      onSheets(mapOf(`${BRANCH}\n${BRANCH}`), 3),
      mapOf(`${BRANCH}\n${BRANCH.replace('Gamma', 'Delta')}`),
    ],
  },
  'code-not-canonical': {
    positive: mapOf(`${BRANCH}\nA1.1.1.1 Delta`, {
      notes: [noteAt(4, 'code-mended', { raw: 'A.1.1.1.1.', code: 'A1.1.1.1', mends: ['dot'] })],
    }),
    expected: [['warning', 4, 'A1.1.1.1', { value: 'A.1.1.1.1.', code: 'A1.1.1.1' }]],
    negative: [mapOf(`${BRANCH}\nA1.1.1.7b Delta`)],
  },
  'duplicate-code': {
    positive: mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.1 delta.`),
    expected: [['error', 5, 'A1.1.1.1', { code: 'A1.1.1.1', label: 'delta.' }]],
    negative: [
      mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.10 Delta`),
      mapOf(`${BRANCH}\nA1.1.1:activity Delta`),
    ],
  },
  'conflicting-label': {
    positive: mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.1 Epsilon`),
    expected: [['error', 5, 'A1.1.1.1', { code: 'A1.1.1.1', label: 'Epsilon', otherLabel: 'Delta' }]],
    negative: [
      mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.1 Délta`),
      mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.1 Epsilon`, {
        notes: [noteAt(4, 'labels-shifted', { firstCode: 'A1.1.1.1', lastCode: 'A1.1.1.1', rows: -1 })],
      }),
    ],
  },
  'duplicate-id': {
    positive: withIds(mapOf(`${BRANCH}\nA1.1.1.1 Delta`), { 1: 'k-1', 2: 'k-2', 3: 'k-1' }),
    expected: [['error', 4, 'A1.1.1.1', { id: 'k-1', code: 'A1.1.1.1', otherCode: 'A1.1' }]],
    negative: [withIds(mapOf(BRANCH), { 0: 'k-1', 1: 'k-2' }), mapOf(BRANCH)],
  },
  'id-not-lasting': {
    positive: withIds(mapOf(`${BRANCH}\nA1.1.1.1 Delta`), { 0: '1', 1: '2', 2: 'voce/A1.1.1', 3: 'k-7' }),
    expected: [
      ['info', 1, undefined, { id: '1', why: 'number', count: 2 }],
      ['info', 3, undefined, { id: 'voce/A1.1.1', why: 'code', count: 1 }],
    ],
    negative: [withIds(mapOf(BRANCH), { 0: 'k-1', 1: 'kA1.1', 2: '4f7a-11' })],
  },
  'orphan-code': {
    positive: mapOf('A1 Alfa\nA1.1 Beta\nA1.1.1.2 Delta\nA1.1.1.3 Epsilon\nA1.2.1.1 Zeta'),
    expected: [
      ['error', 3, 'A1.1.1', { code: 'A1.1.1.2', parent: 'A1.1.1', missing: ['A1.1.1'], count: 2 }],
      ['error', 5, 'A1.2', { code: 'A1.2.1.1', parent: 'A1.2', missing: ['A1.2', 'A1.2.1'], count: 1 }],
    ],
    negative: [
      mapOf(`${BRANCH}\nA1.1.F.F Formazione Beta\nA1.C Coordinamento Alfa\nG Governo`),
      mapOf('AC-2.1 x'),
      mapOf('A1 Alfa\nA1.1 Beta\nA1.1.1.1 Delta\nA1.1.2 Gamma', { layout: 'register' }),
    ],
  },
  'level-mismatch': {
    positive: mapOf(`${BRANCH}\nA1.1.1:activity Delta\nA1.1.1.1 Epsilon`),
    expected: [
      [
        'error',
        4,
        'A1.1.1',
        { code: 'A1.1.1', found: 'activity', expected: 'sub-process', proposed: 'A1.1.1.2' },
      ],
    ],
    negative: [mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.1.1 Epsilon`), mapOf('A1:entry x\nA1#1:activity y')],
  },
  'column-mismatch': {
    positive: mapOf(BRANCH, {
      notes: [1, 2, 3, 5].map((line) =>
        noteAt(line, 'column-shifted', { code: `A1.1.1.${line}`, found: 'Processo', expected: 'Attività' }),
      ),
    }),
    expected: [
      ['info', 1, 'A1.1.1.1', shifted('A1.1.1.1', 'A1.1.1.3', 3)],
      ['info', 5, 'A1.1.1.5', shifted('A1.1.1.5', 'A1.1.1.5', 1)],
    ],
    negative: [mapOf(BRANCH)],
  },
  'numbering-gap': {
    positive: mapOf(`${BRANCH}\nA1.1.1.2 Delta\nA1.1.1.5 Epsilon\nA1.1.3 Zeta`),
    expected: [
      ['warning', 4, 'A1.1.1.1', { parent: 'A1.1.1', missing: 'A1.1.1.1', count: 1, before: 'A1.1.1.2' }],
      [
        'warning',
        5,
        'A1.1.1.3',
        { parent: 'A1.1.1', missing: 'A1.1.1.3, A1.1.1.4', count: 2, before: 'A1.1.1.5' },
      ],
      ['info', 6, 'A1.1.2', { parent: 'A1.1', missing: 'A1.1.2', count: 1, before: 'A1.1.3' }],
    ],
    negative: [
      mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.7b Epsilon`),
      mapOf(`${BRANCH}\nA1.1.1.0 Bandi\nA1.1.1.1 Delta\nA1.1.1.1b Epsilon\nA1.1.1.2 Zeta`),
      mapOf(`${BRANCH}\nA1.1.1.3 Delta`, { layout: 'register' }),
      mapOf('01.11 x\n01.13 y', { layout: 'flat' }),
    ],
  },
  'empty-branch': {
    positive: mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.2 Zeta\nA1.2 Eta\nA1.2.F.F Formazione Eta`),
    expected: [
      ['warning', 5, 'A1.1.2', { code: 'A1.1.2', label: 'Zeta', kind: 'sub-process' }],
      ['warning', 6, 'A1.2', { code: 'A1.2', label: 'Eta', kind: 'process' }],
    ],
    negative: [mapOf(BRANCH), mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1 Gamma`)],
  },
  'missing-label': {
    positive: mapOf('A1\nA1.1 Beta\nA1.1.1 Gamma\nA1.1.1.1'),
    expected: [
      ['warning', 1, 'A1', { code: 'A1', kind: 'macro-process' }],
      ['error', 4, 'A1.1.1.1', { code: 'A1.1.1.1', kind: 'activity' }],
    ],
    negative: [
      mapOf(BRANCH),
      // A shifted block explains an entry without a label, not a branch without one.
      mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.2`, {
        notes: [noteAt(4, 'labels-shifted', { firstCode: 'A1.1.1.1', lastCode: 'A1.1.1.2', rows: -1 })],
      }),
    ],
  },
  'label-without-code': {
    positive: mapOf(BRANCH, {
      notes: [
        noteAt(4, 'label-without-code', { label: 'Sola' }),
        noteAt(2, 'label-elsewhere', { label: 'Beta', code: 'A1.1' }),
      ],
    }),
    expected: [
      ['warning', 2, 'A1.1', { label: 'Beta', code: 'A1.1' }],
      ['error', 4, undefined, { label: 'Sola', code: '' }],
    ],
    negative: [mapOf(BRANCH)],
  },
  'code-column-disagrees': {
    positive: mapOf(BRANCH, {
      notes: [noteAt(3, 'code-columns-disagree', { code: 'A1.1.1', other: 'A1.1.2', column: 'Cod' })],
    }),
    expected: [['error', 3, 'A1.1.1', { code: 'A1.1.1', other: 'A1.1.2', column: 'Cod' }]],
    negative: [mapOf(BRANCH)],
  },
  'type-mismatch': {
    positive: mapOf(`${BRANCH}\nA1.1.1.1/M Delta\nA1.1.1.2 Epsilon`, {
      notes: [{ ...noteAt(5, 'type-unknown', { raw: 'X' }), nodeId: 4 }],
    }),
    expected: [
      ['warning', 4, 'A1.1.1.1', { code: 'A1.1.1.1', found: 'M', expected: 'A' }],
      ['warning', 5, 'A1.1.1.2', { code: 'A1.1.1.2', found: 'X', expected: 'A' }],
    ],
    negative: [
      mapOf(`${BRANCH}\nA1.C/M Coordinamento\nA1.1.F.F/A Formazione\nA1.1.1.1/A Delta\nG/G Governo`),
    ],
  },
  'coordination-code-mismatch': {
    positive: mapOf('E1 Alfa\nE1.C Coordinamento Alfa', {
      notes: [noteAt(2, 'service-code-mismatch', { code: 'E1.C', raw: 'F1.C' })],
    }),
    expected: [['warning', 2, 'E1.C', { found: 'F1.C', expected: 'E1.C' }]],
    negative: [mapOf('E1 Alfa\nE1.C Coordinamento Alfa')],
  },
  'coordination-entry-missing': {
    positive: mapOf('A1 Alfa\nA1.C Coordinamento Alfa\nA2 Beta'),
    expected: [['info', 3, 'A2', { code: 'A2', expected: 'A2.C' }]],
    negative: [
      mapOf('A1 Alfa\nA2 Beta'),
      mapOf('A1 Alfa\nA1.C Coordinamento Alfa\nA2 Beta', { layout: 'register' }),
    ],
  },
  'training-entry-missing': {
    positive: mapOf('A1 Alfa\nA1.1 Beta\nA1.1.F.F Formazione Beta\nA1.2 Gamma'),
    expected: [['info', 4, 'A1.2', { code: 'A1.2', expected: 'A1.2.F.F' }]],
    negative: [mapOf('A1 Alfa\nA1.1 Beta\nA1.2 Gamma')],
  },
  'training-label-mismatch': {
    positive: mapOf(
      'A1 Alfa\nA1.1 Acquisti e gare\nA1.1.F.F Formazione Personale\nA1.2 Gestione del personale\nA1.2.F.F Formazione Gestione del',
    ),
    expected: [
      [
        'warning',
        3,
        'A1.1.F.F',
        { code: 'A1.1.F.F', label: 'Formazione Personale', expected: 'Formazione Acquisti e gare' },
      ],
      [
        'info',
        5,
        'A1.2.F.F',
        {
          code: 'A1.2.F.F',
          label: 'Formazione Gestione del',
          expected: 'Formazione Gestione del personale',
        },
      ],
    ],
    negative: [mapOf('A1 Alfa\nA1.1 Acquisti e gare\nA1.1.F.F FORMAZIONE: acquisti e gare')],
  },
  'duplicate-label': {
    positive: mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.2 Délta\nA1.1.2 Zeta\nA1.1.2.1 Delta`),
    expected: [
      [
        'warning',
        5,
        'A1.1.1.2',
        { label: 'Délta', code: 'A1.1.1.2', otherCode: 'A1.1.1.1', scope: 'siblings' },
      ],
      ['info', 7, 'A1.1.2.1', { label: 'Delta', code: 'A1.1.2.1', otherCode: 'A1.1.1.1', scope: 'map' }],
    ],
    negative: [mapOf('A1 Alfa\nA1.1 Alfa\nA1.1.1 Alfa\nA1.1.1.1 Alfa'), mapOf(`${BRANCH}\nA1.1.1 Gamma`)],
  },
  'out-of-order': {
    positive: mapOf(`${BRANCH}\nA1.1.1.1 a\nA1.1.1.2 b\nA1.1.1.5 e\nA1.1.1.3 c\nA1.1.1.4 d`),
    expected: [['warning', 6, 'A1.1.1.5', { code: 'A1.1.1.5', after: 'A1.1.1.4' }]],
    negative: [
      mapOf('C1 a\nC1.C k\nC1.1 b\nC1.1.F.F f\nC1.1.7 c\nC1.1.7b d\nC1.1.8 e\nC1.1.10 f\nZ1 z\nG g'),
      mapOf(`${BRANCH}\nA1.1.1.2 b\nA1.1.1.1 a`, { layout: 'register' }),
    ],
  },
  'shifted-labels': {
    positive: mapOf(`${BRANCH}\nA1.1.1.1 Delta\nA1.1.1.2`, {
      notes: [noteAt(4, 'labels-shifted', { firstCode: 'A1.1.1.1', lastCode: 'A1.1.1.2', rows: -1 })],
    }),
    expected: [['error', 4, 'A1.1.1.1', { firstCode: 'A1.1.1.1', lastCode: 'A1.1.1.2', rows: -1 }]],
    negative: [mapOf(BRANCH)],
  },
  'encoding-damage': {
    positive: mapOf('A1 AttivitÃ  camerale\nA2 Attivit\ufffd\nA3 Alfa\u0007\nA4 l?ente', {
      notes: [noteAt(5, 'undecodable-bytes', { count: 2, encoding: 'utf-8' })],
    }),
    expected: [
      ['warning', 1, 'A1', { value: 'AttivitÃ  camerale', damage: 'mojibake' }],
      ['warning', 2, 'A2', { value: 'Attivit\ufffd', damage: 'replacement' }],
      ['warning', 3, 'A3', { value: 'Alfa\u0007', damage: 'control' }],
      ['warning', 4, 'A4', { value: 'l?ente', damage: 'replacement' }],
      ['warning', 5, undefined, { value: '2 x utf-8', damage: 'undecodable' }],
    ],
    negative: [
      mapOf(
        'A1 Attività, perché, CITTÀ È “ente” – n° 5 § 2 €\nA2 http://x.it/a?b=1\nA3 Chi? Noi\nA4 São Âge',
      ),
    ],
  },
  'stray-whitespace': {
    positive: mapOf(BRANCH, { notes: [{ ...noteAt(2, 'whitespace', { raw: 'Beta  gamma' }), nodeId: 1 }] }),
    expected: [['info', 2, 'A1.1', { value: 'Beta  gamma' }]],
    negative: [mapOf(BRANCH)],
  },
  'unread-row': {
    positive: mapOf(BRANCH, { notes: [noteAt(4, 'row-unread', { text: 'Nota a margine' })] }),
    expected: [['warning', 4, undefined, { text: 'Nota a margine' }]],
    negative: [
      mapOf(BRANCH, {
        notes: (['title', 'heading', 'legend', 'header', 'footer'] as const).map((kind) =>
          noteAt(9, kind, { text: 'Mappa' }),
        ),
      }),
    ],
  },
  'cell-without-value': {
    positive: mapOf(BRANCH, {
      notes: [
        noteAt(2, 'cell-error', { value: '#REF!' }),
        noteAt(3, 'formula-without-value', { formula: 'A1&B1' }),
      ],
    }),
    expected: [
      ['error', 2, undefined, { value: '#REF!', what: 'error' }],
      ['error', 3, undefined, { value: 'A1&B1', what: 'formula' }],
    ],
    negative: [mapOf(BRANCH)],
  },
  'unbalanced-quote': {
    positive: mapOf(BRANCH, { notes: [noteAt(2, 'unbalanced-quote', {})] }),
    expected: [['error', 2, undefined, {}]],
    negative: [mapOf(BRANCH)],
  },
  'sheet-without-map': {
    positive: mapOf(BRANCH, { notes: [noteAt(1, 'sheet-without-map', { name: 'Copertina' })] }),
    expected: [['info', 1, undefined, { name: 'Copertina' }]],
    negative: [mapOf(BRANCH)],
  },
  'repeated-sheet': {
    positive: onSheets(mapOf(`${BRANCH}\nA1.1.1.1 Delta\n${BRANCH}\nA1.1.1.1 DELTA`), 4),
    expected: [['error', 5, undefined, { name: 'Sheet 2', others: ['Sheet 1'], count: 4 }]],
    negative: [
      mapOf(`${BRANCH}\nA1.1.1.1 Delta\n${BRANCH}\nA1.1.1.1 Delta`),
      onSheets(mapOf('A1 Alfa\nA1 Alfa'), 1),
      onSheets(mapOf(`${BRANCH}\nA1.1.1.1 Delta\n${BRANCH}\nA1.1.1.1 Epsilon`), 4),
    ],
  },
  'hidden-content': {
    positive: mapOf(BRANCH, {
      notes: [
        noteAt(1, 'hidden', { what: 'column', name: 'B' }),
        ...[2, 3, 4, 9].map((row) => noteAt(row, 'hidden', { what: 'row', name: `${row}` })),
      ],
    }),
    expected: [
      ['info', 1, undefined, { what: 'column', name: 'B', count: 1 }],
      ['info', 2, undefined, { what: 'row', name: '2-4, 9', count: 4 }],
    ],
    negative: [mapOf(BRANCH)],
  },
};

describe.each(RULE_IDS)('rule %s', (id) => {
  const { positive, expected, negative } = CASES[id] as RuleCase<RuleId>;

  it('finds the defect, at its place', () => {
    const found = checkMap(positive, { only: [id] });
    expect(found.map((f) => [f.severity, f.place.line, f.code, f.args])).toEqual(expected);
  });

  it('is silent where there is none', () => {
    expect(negative.length).toBeGreaterThan(0);
    expect(negative.flatMap((map) => checkMap(map, { only: [id] }))).toEqual([]);
  });
});
