import { describe, expect, it } from 'vitest';
import { asker, isFailedCall } from '../../src/page/client/ask.ts';
import { pageActions, type World } from '../../src/page/store/actions.ts';
import { keptFiles, keptWork, takeUp } from '../../src/page/store/kept.ts';
import { currentOf, queueOf } from '../../src/page/store/queue.ts';
import { searchTree } from '../../src/page/store/search-tree.ts';
import { newState, type State } from '../../src/page/store/state.ts';
import { visibleChanges } from '../../src/page/store/visible-changes.ts';
import { NO_FILTERS } from '../../src/render/html/client/row-filter.ts';
import { pageCalls } from '../support/page-calls.ts';

const OLD = `code,label
A1,Affari generali
A1.1,Segreteria
A1.1.1,Protocollo
A1.1.1.1,Protocollazione della posta in arrivo
A1.1.1.2,Archivio storico delle pratiche
A1.1.1.3,Gestione delle caselle vocali
`;
const NEW = `code,label
A1,Affari generali
A1.1,Segreteria
A1.1.1,Protocollo
A1.1.1.1,Protocollazione della posta in arrivo
A1.1.1.2,Archivio storico delle pratiche
A1.1.1.4,Centralino e accoglienza
A1.1.1.5,Sportello telematico
`;
const DAY = '2026-03-02';
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A page without a browser: its state, its actions, and a worker that is a function. */
function openPage(state: State = newState('en', DAY)) {
  const world: World = {
    worker: { ...pageCalls(), stop: () => {} },
    today: () => DAY,
    columns: () => 60,
    startAnew: async () => {},
    example: async () => null,
    licences: async () => null,
  };
  return { state, actions: pageActions(state, world) };
}

async function compared() {
  const page = openPage();
  await page.actions.choose('old', file('old.csv', OLD));
  await page.actions.choose('fresh', file('new.csv', NEW));
  await page.actions.compare();
  return page;
}

const waiting = ({ review }: State) => queueOf(review.value?.items ?? [], 'all');
const entryOf = (state: State, code: string) =>
  waiting(state).find(({ question }) => question.code === code)?.id ?? -1;

describe('what is decided in the page', () => {
  it('is a decision file that says who, when and why, and can be undone and done again', async () => {
    const { state, actions } = await compared();
    actions.sign({ by: 'Anna', reason: 'cessata' });
    const entry = entryOf(state, 'A1.1.1.3');
    expect(entry).toBeGreaterThan(0);
    await actions.decide({ entry, value: 'drop', targets: [], shares: '' });
    const decided = state.compared.value?.decisionFile ?? '';
    expect(decided).toMatch(new RegExp(`A1\\.1\\.1\\.3,,drop,,,Anna,${DAY},cessata`));
    expect(state.compared.value?.head.summary.dropped).toBe(1);
    await actions.undo();
    expect(state.compared.value?.decisionFile).toBe('');
    expect([state.past.value.length, state.future.value.length]).toEqual([0, 1]);
    await actions.redo();
    expect(state.compared.value?.decisionFile).toBe(decided);
  });

  it('is divided by the shares that were typed', async () => {
    const { state, actions } = await compared();
    await actions.bringTree();
    const idOf = (code: string) => state.tree.value?.entries.find((each) => each.code === code)?.id ?? -1;
    const entry = entryOf(state, 'A1.1.1.3');
    const targets = [idOf('A1.1.1.4'), idOf('A1.1.1.5')];
    await actions.decide({ entry, value: 'split', targets, shares: '60 40' });
    const rows = (state.compared.value?.decisionFile ?? '').trim().split('\n').slice(1);
    expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual([
      ['A1.1.1.3', 'A1.1.1.4', 'accept', '0.6'],
      ['A1.1.1.3', 'A1.1.1.5', 'accept', '0.4'],
    ]);
    expect(state.compared.value?.head.summary.split).toBe(1);
  });

  it('makes the files of before useless', async () => {
    const { state, actions } = await compared();
    await actions.crosswalk();
    expect(state.crosswalk.value?.files.map(({ name }) => name)).toContain('crosswalk.csv');
    await actions.decide({ entry: entryOf(state, 'A1.1.1.3'), value: 'drop', targets: [], shares: '' });
    expect([state.crosswalk.value, state.saved.value]).toEqual([null, null]);
  });
});

describe('what is kept', () => {
  it('brings another page to the same decisions, and to the same step to undo', async () => {
    const { state, actions } = await compared();
    await actions.decide({ entry: entryOf(state, 'A1.1.1.3'), value: 'drop', targets: [], shares: '' });
    const [files, work] = structuredClone([keptFiles(state), keptWork(state)] as const);
    const later = openPage();
    takeUp(later.state, files, work);
    await later.actions.compare();
    expect(later.state.compared.value?.decisionFile).toBe(state.compared.value?.decisionFile);
    expect(later.state.notices.value).toEqual([]);
    await later.actions.undo();
    expect(later.state.compared.value?.decisionFile).toBe('');
  });

  it('stands when the same maps are compared again or the work is stopped, and is set aside for other maps', async () => {
    const { state, actions } = await compared();
    await actions.decide({ entry: entryOf(state, 'A1.1.1.3'), value: 'drop', targets: [], shares: '' });
    const decided = state.taken.value;
    actions.stop();
    expect([state.compared.value, keptWork(state).taken]).toEqual([null, decided]);
    await actions.compare();
    expect(state.compared.value?.decisionFile).toBe(decided);
    await actions.choose('fresh', file('other.csv', NEW));
    expect(state.compared.value?.decisionFile).toBe(decided);
    await actions.compare();
    expect([state.compared.value?.decisionFile, state.past.value]).toEqual(['', []]);
    expect(new TextDecoder().decode(state.setAside.value?.bytes)).toBe(decided);
  });

  it('gives way to a decision file that is chosen', async () => {
    const { state, actions } = await compared();
    await actions.decide({ entry: entryOf(state, 'A1.1.1.3'), value: 'drop', targets: [], shares: '' });
    await actions.choose(
      'decisions',
      file('mine.csv', 'old_code,new_code,verdict\nA1.1.1.3,A1.1.1.5,accept\n'),
    );
    expect(state.taken.value).toContain('A1.1.1.3,A1.1.1.5,accept');
    expect(state.setAside.value).not.toBeNull();
  });
});

describe('what goes wrong', () => {
  it('is told with its code, and the page goes on', async () => {
    const { state, actions } = openPage();
    await actions.choose('old', file('old.csv', OLD));
    await actions.choose('fresh', file('new.csv', 'no map at all'));
    await actions.compare();
    expect(state.failure.value?.code).toBe('no-map');
    expect([state.compared.value, state.work.value]).toEqual([null, null]);
    await actions.choose('fresh', file('new.csv', NEW));
    await actions.compare();
    expect([state.failure.value, state.compared.value?.head.summary.unchanged]).toEqual([null, 2]);
  });

  it('fails whatever was asked of a worker that is gone', async () => {
    const own = asker(() => {});
    const asked = own.ask('tree', {}).catch((error: unknown) => error);
    own.giveUp({ code: null, message: 'stopped' });
    const error = await asked;
    expect(isFailedCall(error) && error.failure).toEqual({ code: null, message: 'stopped' });
  });
});

describe('what is looked for', () => {
  const entry = (id: number, depth: number, code: string, label: string, bookable = true) =>
    ({ id, depth, code, label, bookable, sources: [] }) as const;
  const tree = [
    entry(0, 0, 'A1', 'Affari', false),
    entry(1, 1, 'A1.1', 'Posta', false),
    entry(2, 2, 'A1.1.1', 'Arrivi'),
    entry(3, 2, 'A1.1.2', 'Spedizione attività'),
    entry(4, 0, 'B1', 'Altro', false),
    entry(5, 1, 'B1.1', 'Spedizione'),
  ];

  it('is found in the tree with what stands above it, accents or not', () => {
    const { shown, found } = searchTree(tree, 'spediz attivita');
    expect([...found]).toEqual([3]);
    expect(shown.map(({ code }) => code)).toEqual(['A1', 'A1.1', 'A1.1.2']);
    expect(searchTree(tree, 'spedizione').shown.map(({ code }) => code)).toEqual([
      ...['A1', 'A1.1', 'A1.1.2', 'B1', 'B1.1'],
    ]);
    expect(searchTree(tree, 'affari').found.size).toBe(0);
    expect(searchTree(tree, ' ').shown).toHaveLength(6);
  });

  it('is found in the changes by code, as codes are nested', async () => {
    const { state } = await compared();
    const groups = state.report.value?.groups ?? [];
    const codes = (query: string) =>
      visibleChanges(groups, { ...NO_FILTERS, query }).lines.flatMap((line) =>
        line.kind === 'change' ? [line.facts.code] : [],
      );
    expect(codes('A1.1.1.1')).toEqual(['A1.1.1.1']);
    expect(codes('ARCHIVIO')).toEqual(['A1.1.1.2']);
    expect(codes('A1.1.1').length).toBe(visibleChanges(groups, NO_FILTERS).count);
    expect(codes('A1.10')).toEqual([]);
  });

  it('is the entry somebody went to, or else the first that waits', async () => {
    const { state } = await compared();
    const items = waiting(state);
    expect(currentOf(items, items, null)).toBe(items[0]);
    expect(currentOf(items, [], items[0]?.id ?? null)).toBe(items[0]);
    expect(currentOf(items, [], 999)).toBeNull();
  });
});
