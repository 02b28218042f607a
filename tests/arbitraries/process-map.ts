import fc from 'fast-check';
import { type Code, codeKind, codeLevel, compareCodes, parentCode, parseCode } from '../../src/model/code.ts';
import type { BookingType, MapNode, NodeKind, ProcessMap } from '../../src/model/process-map.ts';

/** Labels as people write them, and labels that could break a format: formulas, quotes, signs, codes, blanks. */
export function label(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    'Gestione',
    'attività',
    "dell'ente",
    '(art. 21)',
    'D. Lgs.',
    'e/o',
    'n°',
    '€',
    'Così',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((each) => each.join(' '));
  const opening = fc.constantFrom(
    ...[
      '',
      '',
      '',
      '=1+1 ',
      '+39 ',
      '-',
      '@',
      "'=",
      "'",
      '"',
      ': ',
      '. ',
      '- ',
      '– ',
      '#2 ',
      '2 ',
      'A1.2 ',
      'F24 ',
      '_x0041_',
      'G ',
    ],
  );
  const odd = fc.string({ unit: 'grapheme', maxLength: 12 });
  const parts = fc.tuple(opening, fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: odd }));
  return parts.map((each) => fold(each.join('')));
}

/** What reading makes of a label: blanks folded. Characters that no text file holds are left out. */
function fold(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\ufffd]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Codes of a tree with everything the grammar knows: `0`, `7b`, a fifth level, service entries, gaps, lost branches. */
function codes(): fc.Arbitrary<readonly Code[]> {
  const number = fc.constantFrom('0', '1', '1', '2', '3', '7b', '10');
  const own = fc
    .tuple(fc.constantFrom('A1', 'A2', 'B1', 'C2', 'Z1'), fc.array(number, { maxLength: 4 }))
    .map(([root, rest]) => [root, ...rest].join('.'));
  const service = own.chain((text) =>
    fc.constantFrom(text, text, text, text, text, `${text}.F.F`, `${text}.C`),
  );
  return fc
    .tuple(fc.uniqueArray(service, { minLength: 1, maxLength: 25 }), fc.boolean())
    .map(([texts, general]) => [...new Set([...texts.map(serviceOfItsLevel), ...(general ? ['G'] : [])])])
    .map((texts) => texts.map((text) => parseCode(text) as Code).sort(byTree));
}

/** Coordination serves macro-processes, training serves processes. */
function serviceOfItsLevel(text: string): string {
  const [own = '', kind] = text.split(/\.(?=[FC])/);
  const parts = own.split('.');
  if (kind === 'C') return `${parts[0]}.C`;
  return kind === 'F' && parts.length > 1 ? `${parts.slice(0, 2).join('.')}.F.F` : own;
}

/** The general entry closes the file. */
function byTree(a: Code, b: Code): number {
  return Number(a.text === 'G') - Number(b.text === 'G') || compareCodes(a, b);
}

export interface MapOptions {
  /** Whether entries have booking types, as in the local map. */
  readonly types: boolean;
}

/** Random maps of at most 26 entries, in file order; parents are the nearest entries above by code, as reading has them. */
export function processMap({ types }: MapOptions): fc.Arbitrary<ProcessMap> {
  return codes().chain((all) =>
    fc
      .tuple(
        fc.array(label(), { minLength: all.length, maxLength: all.length }),
        fc.boolean(),
        fc.option(label()),
      )
      .map(([labels, grouped, title]) => mapOfCodes(all, labels, { types, grouped, title: title || null })),
  );
}

interface Looks extends MapOptions {
  readonly grouped: boolean;
  readonly title: string | null;
}

function mapOfCodes(
  codes: readonly Code[],
  labels: readonly string[],
  { types, grouped, title }: Looks,
): ProcessMap {
  const ids = new Map(codes.map((code, id) => [code.text, id]));
  const nodes = codes.map((code, id): MapNode => {
    const kind = kindOf(code);
    return {
      id,
      kind,
      level: codeLevel(code),
      code,
      bookingCode: bookingCode(code, kind),
      type: types ? (TYPES[kind] ?? null) : null,
      // A general entry without a label would take the macro-function beside it for one, in the local layout.
      label: labels[id] || (kind === 'general' ? 'Governo' : ''),
      parent: parentId(code, ids),
      place: { file: 'random.csv', line: id + 2 },
    };
  });
  const letters = [...new Set(codes.map((code) => code.text.charAt(0)))];
  const place = { file: 'random.csv', line: 1 };
  return {
    version: 1,
    source: { name: 'random.csv', container: 'text', layout: types ? 'local' : 'national' },
    title,
    macroFunctions: grouped
      ? letters.map((letter) => ({ name: `Area ${letter}`, letters: [letter], place }))
      : [],
    nodes,
    notes: [],
  };
}

const TYPES: Partial<Record<NodeKind, BookingType>> = {
  activity: 'A',
  training: 'A',
  coordination: 'M',
  general: 'G',
};

function kindOf(code: Code): NodeKind {
  const kind = codeKind(code);
  return kind === 'local-activity' ? 'activity' : kind === 'free' ? 'entry' : kind;
}

function bookingCode(code: Code, kind: NodeKind): string | null {
  if (kind === 'macro-process' || kind === 'process' || kind === 'sub-process') return null;
  return kind === 'coordination' ? (parentCode(code)?.text ?? null) : code.text;
}

function parentId(code: Code, ids: ReadonlyMap<string, number>): number | null {
  for (let above = parentCode(code); above; above = parentCode(above)) {
    const id = ids.get(above.text);
    if (id !== undefined) return id;
  }
  return null;
}
