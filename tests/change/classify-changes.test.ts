import { describe, expect, it } from 'vitest';
import { classifyChanges } from '../../src/change/classify-changes.ts';
import type { Change } from '../../src/model/change.ts';
import type { Correspondence, Evidence, Link, Tier, Unlinked } from '../../src/model/correspondence.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';
import { keyOf } from '../../src/model/tree.ts';
import { mapOf } from '../support/map-of.ts';

/** `OLD -> NEW`, with `?` for a probable link. */
function linksOf(oldMap: ProcessMap, newMap: ProcessMap, text: string): Link[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => {
      const [, from = '', to = '', doubt] = /^(\S+) -> ([^\s?]+)(\?)?$/.exec(each) ?? [];
      const evidence: Evidence[] = [{ kind: 'label-similarity', score: 1, weight: 1 }];
      const tier: Tier = doubt ? 'probable' : 'certain';
      return {
        old: idOf(oldMap, from),
        new: idOf(newMap, to),
        confidence: 1,
        tier,
        evidence,
        matcher: 'test',
      };
    });
}

function idOf(map: ProcessMap, code: string): number {
  const found = map.nodes.find((node) => node.code.text === code);
  if (!found) throw new Error(`no ${code} in the test's map`);
  return found.id;
}

interface Scene {
  readonly old: string;
  readonly new: string;
  readonly links: string;
  readonly structure?: string;
  readonly unlinked?: readonly Unlinked[];
}

function classify(scene: Scene) {
  const [oldMap, newMap] = [mapOf(scene.old), mapOf(scene.new)];
  const correspondence: Correspondence = {
    links: linksOf(oldMap, newMap, scene.links),
    unlinked: scene.unlinked ?? [],
    structure: linksOf(oldMap, newMap, scene.structure ?? ''),
    structureUnlinked: [],
    complete: [],
    splitRate: 0,
    candidates: [],
  };
  const { changes, structure } = classifyChanges(oldMap, newMap, correspondence);
  return { changes, structure, oldMap, newMap, correspondence };
}

/** The change of the first old activity, as words. */
function kindOfFirst(scene: Scene): string {
  return words(classify(scene).changes[0] as Change);
}

function words(change: Change): string {
  return [change.kind, ...change.details, change.gsim ?? '-'].join(' ');
}

describe('kinds of change, one target whose only source the entry is', () => {
  it.each([
    ['same code, same label', 'A1.1.1.1 Onorificenze', 'A1.1.1.1 Onorificenze', 'unchanged -'],
    [
      'only case and accents differ',
      'A1.1.1.1 Attivita varie',
      'A1.1.1.1 Attività Varie',
      'renamed editorial VC2',
    ],
    ['only punctuation differs', 'A1.1.1.1 Pile, etc', 'A1.1.1.1 Pile (ecc.)', 'renamed editorial VC2'],
    [
      'a misspelling is mended',
      'A1.1.1.1 Predispensione bilancio',
      'A1.1.1.1 Predisposizione bilancio',
      'renamed editorial VC2',
    ],
    [
      'an abbreviation is spelled out',
      'A1.1.1.1 Dati del RI',
      'A1.1.1.1 Dati del Registro Imprese',
      'renamed editorial VC2',
    ],
    [
      'a scanning error is mended',
      'A1.1.1.1 Servizi camerati',
      'A1.1.1.1 Servizi camerali',
      'renamed editorial VC2',
    ],
    [
      'the content differs',
      'A1.1.1.1 Codice di comportamento',
      'A1.1.1.1 Codice e Whistleblowing',
      'renamed substantive VC2',
    ],
    ['a word is added', 'A1.1.1.1 Organi', 'A1.1.1.1 Organi e commissioni', 'renamed substantive VC2'],
    ['other numbers', 'A1.1.1.1 Cassa ex art. 42', 'A1.1.1.1 Cassa ex art. 44', 'renamed substantive VC2'],
  ])('%s', (_, old, now, expected) => {
    expect(kindOfFirst({ old, new: now, links: 'A1.1.1.1 -> A1.1.1.1' })).toBe(expected);
  });

  it('takes two words of one map for two words, however alike', () => {
    const now = 'A1.1.1.1 Rete informativa\nA1.1.1.2 Rete informatica';
    expect(kindOfFirst({ old: 'A1.1.1.1 Rete informatica', new: now, links: 'A1.1.1.1 -> A1.1.1.1' })).toBe(
      'renamed substantive VC2',
    );
  });

  const OLD = 'A1 Macro\nA1.1 Processo\nA1.1.1 Sotto\nA1.1.1.1 Premi';
  it.each([
    [
      'renumbered where the parents correspond',
      'A1 M\nA1.1 P\nA1.1.1 S\nA1.1.1.4 Premi',
      'A1.1.1 -> A1.1.1',
      'moved renumbered VC1',
    ],
    ['relocated where they do not', 'A1 M\nA1.1 P\nA1.1.2 S\nA1.1.2.4 Premi', '', 'moved relocated VC1'],
    [
      'moved and renamed',
      'A1 M\nA1.1 P\nA1.1.2 S\nA1.1.2.4 Premi e eventi',
      '',
      'moved-and-renamed relocated substantive VC1+VC2',
    ],
  ])('%s', (_, now, structure, expected) => {
    const target = /(\S+) Premi/.exec(now)?.[1];
    expect(kindOfFirst({ old: OLD, new: now, structure, links: `A1.1.1.1 -> ${target}` })).toBe(expected);
  });
});

describe('kinds of change, several targets or sources', () => {
  const TWO_NEW = 'A1.1.1.1 Campagne\nA1.1.1.2 CRM';
  const TWO_OLD = 'A1.1.1.1 Reversali\nA1.1.1.2 Mandati';

  it.each([
    [
      'split-off: one target carries the entry on',
      'Gestione campagne di comunicazione',
      'CRM',
      'split split-off RC4.2',
    ],
    [
      'split-off: the same words, spelled out',
      'Gestione customer relationship e campagne comunicazione',
      'Campagne',
      'split split-off RC4.2',
    ],
    [
      'breakdown: two targets are about as like it',
      'Gestione campagne',
      'Gestione comunicazione',
      'split breakdown RC4.1',
    ],
    ['breakdown: no target is much like it', 'Eventi', 'Stampa', 'split breakdown RC4.1'],
  ])('%s', (_, first, second, expected) => {
    const links = 'A1.1.1.1 -> A1.1.1.1, A1.1.1.1 -> A1.1.1.2';
    const [old, now] = [
      'A1.1.1.1 Gestione CRM, campagne di comunicazione',
      `A1.1.1.1 ${first}\nA1.1.1.2 ${second}`,
    ];
    expect(kindOfFirst({ old, new: now, links })).toBe(expected);
  });

  it.each([
    ['take-over: one source carries on', 'Mandati di pagamento', 'Reversali', 'merged take-over RC3.2'],
    ['merger: no source carries on', 'Mandati', 'Reversali', 'merged merger RC3.1'],
  ])('%s', (_, first, second, expected) => {
    const links = 'A1.1.1.1 -> A1.1.1.1, A1.1.1.2 -> A1.1.1.1';
    const old = `A1.1.1.1 ${first}\nA1.1.1.2 ${second}`;
    const now =
      first === 'Mandati' ? 'A1.1.1.1 Documenti contabili' : 'A1.1.1.1 Mandati di pagamento, incassi';
    const { changes } = classify({ old, new: now, links });
    expect(changes.map(words)).toEqual([expected, expected]);
  });

  it('says the same of links that a person decided, which show no likeness', () => {
    const scene = {
      old: 'A1.1.1.1 Gestione CRM, campagne di comunicazione',
      new: 'A1.1.1.1 Gestione campagne di comunicazione\nA1.1.1.2 CRM',
      links: 'A1.1.1.1 -> A1.1.1.1, A1.1.1.1 -> A1.1.1.2',
    };
    const { oldMap, newMap, correspondence } = classify(scene);
    const decision = { kind: 'decision', score: 1, weight: 1 } as const;
    const links = correspondence.links.map((link) => ({ ...link, evidence: [decision] }));
    const [change] = classifyChanges(oldMap, newMap, { ...correspondence, links }).changes;
    expect(words(change as Change)).toBe('split split-off RC4.2');
    expect(change?.carriedBy).toBe(links[0]?.new);
  });

  it('transfer: it splits and one of its targets also merges', () => {
    const links = 'A1.1.1.1 -> A1.1.1.1, A1.1.1.1 -> A1.1.1.2, A1.1.1.2 -> A1.1.1.2';
    const { changes } = classify({ old: TWO_OLD, new: TWO_NEW, links });
    expect(changes.map(({ kind }) => kind)).toEqual(['transfer', 'merged']);
    expect(changes[0]?.gsim).toBe('RC5');
  });

  it('dropped, added, and open where nothing was decided', () => {
    const unlinked: Unlinked[] = [
      { old: 0, tier: 'certain', confidence: 1, reason: 'nothing-similar' },
      { old: 1, tier: 'open', confidence: 0.5, reason: 'tie' },
    ];
    const { changes } = classify({ old: TWO_OLD, new: 'B1.1.1.1 Nuova', links: '', unlinked });
    expect(changes.map(words)).toEqual(['dropped RC1', 'open -', 'added RC2']);
    expect(changes.map(({ tier }) => tier)).toEqual(['certain', 'open', 'certain']);
  });

  it('open as a whole, where one of its links is', () => {
    const parts = classify({
      old: TWO_OLD,
      new: TWO_NEW,
      links: 'A1.1.1.1 -> A1.1.1.1, A1.1.1.1 -> A1.1.1.2?',
    });
    const links = parts.correspondence.links.map((link, i) =>
      i === 1 ? { ...link, tier: 'open' as const } : link,
    );
    const { changes } = classifyChanges(parts.oldMap, parts.newMap, { ...parts.correspondence, links });
    expect(changes.map(words).slice(0, 1)).toEqual(['open -']);
    expect(changes[0]?.tier).toBe('open');
  });

  it('is as certain as its least certain link', () => {
    const { changes } = classify({
      old: TWO_OLD,
      new: TWO_NEW,
      links: 'A1.1.1.1 -> A1.1.1.1, A1.1.1.1 -> A1.1.1.2?',
    });
    expect(changes[0]?.tier).toBe('probable');
  });
});

describe('alarms', () => {
  const recycled = (scene: Scene) => {
    const { changes, oldMap } = classify(scene);
    return changes
      .filter((change) => change.alarms.some((alarm) => alarm.kind === 'recycled'))
      .map((change) => keyOf(oldMap.nodes[change.old as number] as never));
  };
  const OLD = 'A1.1.1.1 Piano\nA1.1.1.2 Bilancio\nA1.1.1.3 Relazione';

  it('recycled: the code stands in both maps and does not link to itself', () => {
    const now = 'A1.1.1.1 Bilancio\nA1.1.1.2 Altro\nA1.1.1.3 Relazione';
    const links = 'A1.1.1.2 -> A1.1.1.1, A1.1.1.3 -> A1.1.1.3';
    expect(recycled({ old: OLD, new: now, links })).toEqual(['A1.1.1.1', 'A1.1.1.2']);
  });

  it('not recycled: one of several targets bears the code', () => {
    const now = 'A1.1.1.1 Piano\nA1.1.1.9 Piano triennale';
    expect(
      recycled({ old: 'A1.1.1.1 Piano', new: now, links: 'A1.1.1.1 -> A1.1.1.1, A1.1.1.1 -> A1.1.1.9' }),
    ).toEqual([]);
  });

  it('names both activities', () => {
    const { changes } = classify({ old: 'A1.1.1.1 Piano', new: 'A1.1.1.1 Bilancio', links: '' });
    expect(changes[0]?.alarms).toEqual([
      { kind: 'recycled', code: 'A1.1.1.1', oldLabel: 'Piano', newLabel: 'Bilancio' },
    ]);
  });

  const lost = (scene: Scene) => {
    const { changes } = classify(scene);
    return changes.flatMap(({ alarms, kind, tier }) =>
      alarms.flatMap((alarm) =>
        alarm.kind === 'possibly-lost' ? [`${kind} ${tier} ${alarm.missingCode}`] : [],
      ),
    );
  };
  const BRANCH = 'A1 M\nA1.1 P\nA1.1.1 S\n';

  it('possibly lost: the run that carries on leaves out the number', () => {
    const links = 'A1.1.1.2 -> A1.1.1.2, A1.1.1.3 -> A1.1.1.3';
    const now = `${BRANCH}A1.1.1.2 Bilancio\nA1.1.1.3 Relazione`;
    expect(lost({ old: BRANCH + OLD, new: now, links, structure: 'A1.1.1 -> A1.1.1' })).toEqual([
      'possibly-lost open A1.1.1.1',
    ]);
  });

  it('possibly lost: the run was renumbered, the gap lies between the neighbours', () => {
    const now = 'B2 M\nB2.1 P\nB2.1.4 S\nB2.1.4.1 Piano\nB2.1.4.3 Relazione';
    const links = 'A1.1.1.1 -> B2.1.4.1, A1.1.1.3 -> B2.1.4.3';
    expect(lost({ old: BRANCH + OLD, new: now, links, structure: 'A1.1.1 -> B2.1.4' })).toEqual([
      'possibly-lost open B2.1.4.2',
    ]);
  });

  it('possibly lost: the row of the sub-process above is lost too', () => {
    const links = 'A1.1.1.2 -> A1.1.1.2, A1.1.1.3 -> A1.1.1.3';
    const now = 'A1 M\nA1.1 P\nA1.1.1.2 Bilancio\nA1.1.1.3 Relazione';
    expect(lost({ old: BRANCH + OLD, new: now, links })).toEqual(['possibly-lost open A1.1.1.1']);
  });

  it('possibly lost: a branch that only the codes below it still show', () => {
    const { structure } = classify({
      old: `${BRANCH}A1.1.1.1 Piano`,
      new: 'A1 M\nA1.1 P\nA1.1.1.1 Piano',
      links: 'A1.1.1.1 -> A1.1.1.1',
      structure: 'A1 -> A1, A1.1 -> A1.1',
    });
    expect(structure[2]?.alarms).toEqual([{ kind: 'possibly-lost', missingCode: 'A1.1.1' }]);
  });

  it('plainly dropped: the numbering of the new run is whole', () => {
    const links = 'A1.1.1.1 -> A1.1.1.1, A1.1.1.2 -> A1.1.1.2';
    const now = `${BRANCH}A1.1.1.1 Piano\nA1.1.1.2 Bilancio`;
    expect(lost({ old: BRANCH + OLD, new: now, links, structure: 'A1.1.1 -> A1.1.1' })).toEqual([]);
  });

  it('plainly dropped: the gap is in another run', () => {
    const links = 'A1.1.1.1 -> A1.1.1.1, A1.1.1.2 -> A1.1.1.2';
    const now = `${BRANCH}A1.1.1.1 Piano\nA1.1.1.2 Bilancio\nA1.1.2 T\nA1.1.2.2 Altro`;
    expect(lost({ old: BRANCH + OLD, new: now, links, structure: 'A1.1.1 -> A1.1.1' })).toEqual([]);
  });

  it('gives one gap to one entry', () => {
    const links = 'A1.1.1.3 -> A1.1.1.3';
    const now = `${BRANCH}A1.1.1.1 Tutt'altro\nA1.1.1.3 Relazione`;
    const alarms = lost({ old: BRANCH + OLD, new: now, links, structure: 'A1.1.1 -> A1.1.1' });
    expect(alarms).toEqual(['possibly-lost open A1.1.1.2']);
  });

  it('possibly lost or plainly dropped, as the gap lies beside the target of the sibling before or not', () => {
    const links = 'A1.1.1.1 -> C1.1.1.1, A1.1.1.3 -> B2.1.4.3';
    const now = (first: string) => `C1 N\nC1.1 Q\nC1.1.1 T\nC1.1.1.1 Piano\nB2 M\nB2.1 P\nB2.1.4 S\n${first}`;
    const elsewhere = { old: BRANCH + OLD, new: now('B2.1.4.1 Altro\nB2.1.4.3 Relazione'), links };
    expect(lost(elsewhere)).toEqual([]);
    expect(lost({ ...elsewhere, links: links.replace('C1.1.1.1', 'B2.1.4.1') })).toEqual([
      'possibly-lost open B2.1.4.2',
    ]);
  });

  it('possibly lost: where the entries of other branches go says nothing of it', () => {
    const others = 'A1.1.2 T\nA1.1.2.1 x\nA1.1.2.2 y\nA1.1.2.3 z';
    const now = `${BRANCH}A1.1.1.3 Relazione\nB1 N\nB1.1 Q\nB1.1.1 R\nB1.1.1.1 x\nB1.1.1.2 y\nB1.1.1.3 z`;
    const away = [1, 2, 3].map((i) => `A1.1.2.${i} -> B1.1.1.${i}`).join(', ');
    const scene = { old: `${BRANCH}${OLD}\n${others}`, new: now, links: `A1.1.1.3 -> A1.1.1.3, ${away}` };
    expect(lost(scene)).toEqual(['possibly-lost open A1.1.1.1', 'possibly-lost open A1.1.1.2']);
  });

  it.each<[Unlinked['reason'], readonly string[]]>([
    ['nothing-similar', ['possibly-lost open A1.1.1.1']],
    ['decision', []],
  ])('possibly lost, unless a person dropped it: without a link because of %s', (reason, expected) => {
    const unlinked: Unlinked[] = [{ old: 3, tier: 'certain', confidence: 1, reason }];
    const links = 'A1.1.1.2 -> A1.1.1.2, A1.1.1.3 -> A1.1.1.3';
    const now = `${BRANCH}A1.1.1.2 Bilancio\nA1.1.1.3 Relazione`;
    expect(lost({ old: BRANCH + OLD, new: now, links, unlinked })).toEqual(expected);
  });

  it('a service entry is never taken to be lost', () => {
    const now = 'A1 M\nA1.1 P\nA1.1.1 S\nA1.1.1.1 Piano';
    const scene = { old: `${now}\nA1.1.F.F Formazione\nA1.C Coordinamento`, new: now };
    expect(lost({ ...scene, links: 'A1.1.1.1 -> A1.1.1.1' })).toEqual([]);
  });

  it('a branch of its code recycles none, nor does what stands in the new map by rule only', () => {
    // Hours of the coordination entry are booked on A1, which the macro-process bears too.
    const coordination = { old: 'A1 M\nA1.C:coordination K', links: '' };
    expect(recycled({ ...coordination, new: 'A1 Altro' })).toEqual([]);
    expect(recycled({ ...coordination, new: 'A1 Altro\nA1.C:coordination H' })).toEqual(['A1']);

    const { oldMap, newMap, correspondence } = classify({
      ...coordination,
      new: 'A1 M\nA1.C:coordination H',
    });
    const nodes = newMap.nodes.map((node) => (node.id === 1 ? { ...node, implied: true as const } : node));
    const { changes } = classifyChanges(oldMap, { ...newMap, nodes }, correspondence);
    expect(changes.map(({ alarms }) => alarms)).toEqual([[]]);
  });
});
