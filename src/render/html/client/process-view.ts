import type { PageData } from '../page-data.ts';
import { make } from './make.ts';
import { newLabel } from './new-label.ts';
import type { Branch } from './process-choice.ts';
import { type ProcessTree, processTree, type TreeLine } from './process-tree.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws one branch of the old map beside what it becomes, and keeps the lines between them in place. */
export function processView(place: HTMLElement, data: PageData): (branch: Branch) => void {
  let redraw = () => {};
  new ResizeObserver(() => redraw()).observe(place);
  return (branch) => {
    const tree = processTree(branch, data);
    const oldItems = new Map<number, HTMLElement>();
    const newItems = new Map<number, HTMLElement>();
    const { oldMap, newMap, processElsewhere, processOutgoing } = data.texts;
    const left = column(oldMap, tree.oldLines, processElsewhere, (index) => oldItem(index, data, oldItems));
    const right = column(newMap, tree.newLines, processOutgoing, (index) => newItem(index, data, newItems));
    const lines = document.createElementNS(SVG, 'svg');
    lines.setAttribute('aria-hidden', 'true');
    const box = make('div', { class: 'trees' }, left, right);
    box.append(lines);
    place.replaceChildren(box, legend(tree, data));
    const ends = tree.links.map(([from, to]) => ({
      from: oldItems.get(from),
      to: newItems.get(to),
      kind: data.kinds[data.oldEntries[from]?.[3] ?? 0]?.[0] ?? '',
    }));
    redraw = () => drawLines(lines, box, ends);
    redraw();
    followPointer(box, ends, lines);
  };
}

interface Line {
  readonly from: HTMLElement | undefined;
  readonly to: HTMLElement | undefined;
  readonly kind: string;
}

/** The signs that this view uses, with their names. */
function legend(tree: ProcessTree, data: PageData): HTMLElement {
  const used = new Set(
    tree.oldLines.flatMap((line) => (line.type === 'entry' ? [data.oldEntries[line.index]?.[3] ?? 0] : [])),
  );
  const added = tree.newLines.some(
    (line) => line.type === 'entry' && data.newEntries[line.index]?.[3] !== undefined,
  );
  const shown = data.kinds.filter(([id], i) => used.has(i) || (id === 'added' && added));
  const items = shown.map(([id, name]) => make('li', {}, make('span', { class: `k k-${id}` }, name)));
  return make('ul', { class: 'legend' }, ...items);
}

function column(
  title: string,
  lines: ProcessTree['oldLines'],
  elsewhere: string,
  item: (index: number) => HTMLElement,
): HTMLElement {
  const items = lines.map((line: TreeLine) => {
    if (line.type === 'entry') return item(line.index);
    if (line.type === 'elsewhere') return make('li', { class: 'elsewhere' }, elsewhere);
    const label = make('span', {}, line.label);
    return make('li', { class: `s d${line.depth}` }, make('b', { class: 'code' }, line.code), ' ', label);
  });
  return make('section', {}, make('h3', {}, title), make('ol', {}, ...items));
}

function oldItem(index: number, data: PageData, items: Map<number, HTMLElement>): HTMLElement {
  const [code = '', label = '', , kind = 0, id = ''] = data.oldEntries[index] ?? [];
  const [kindId = '', kindName = ''] = data.kinds[kind] ?? [];
  const mark = make(
    'span',
    { class: `k k-${kindId}`, title: kindName },
    make('span', { class: 'sr' }, kindName),
  );
  const link = entryLink(code, label || data.texts.noLabel, id || code);
  const item = make('li', { class: 'e' }, link, mark);
  items.set(index, item);
  return item;
}

function newItem(index: number, data: PageData, items: Map<number, HTMLElement>): HTMLElement {
  const [code = '', , , addedId = ''] = data.newEntries[index] ?? [];
  const label = newLabel(index, data);
  const [, name = ''] = data.kinds.find(([id]) => id === 'added') ?? [];
  const source = data.links.find(([, to]) => to === index)?.[0];
  const rowOfSource = source === undefined ? undefined : data.oldEntries[source];
  const id = addedId || rowOfSource?.[4] || rowOfSource?.[0] || '';
  const link = entryLink(code, label || data.texts.noLabel, id);
  const mark = make('span', { class: 'k k-added', title: name }, make('span', { class: 'sr' }, name));
  const item = make('li', { class: 'e' }, ...(addedId === '' ? [] : [mark]), link);
  items.set(index, item);
  return item;
}

function entryLink(code: string, label: string, id: string): HTMLElement {
  const link = make(
    'a',
    { href: `#${encodeURIComponent(id)}` },
    make('b', { class: 'code' }, code),
    ' ',
    label,
  );
  return link;
}

function drawLines(svg: SVGSVGElement, box: HTMLElement, lines: readonly Line[]): void {
  const frame = box.getBoundingClientRect();
  svg.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`);
  svg.setAttribute('width', String(frame.width));
  svg.setAttribute('height', String(frame.height));
  svg.replaceChildren(
    ...lines.map(({ from, to, kind }) => {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('class', `line k-${kind}`);
      if (!from || !to) return path;
      const [a, b] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
      const [x1, x2] = [a.right - frame.left + 2, b.left - frame.left - 2];
      const [y1, y2] = [(a.top + a.bottom) / 2 - frame.top, (b.top + b.bottom) / 2 - frame.top];
      const bend = (x2 - x1) * 0.45;
      path.setAttribute('d', `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`);
      return path;
    }),
  );
}

/** Pointing at an entry, or reaching it with the keyboard, brings out its lines and their other ends. */
function followPointer(box: HTMLElement, lines: readonly Line[], svg: SVGSVGElement): void {
  const light = (target: EventTarget | null) => {
    const item = target instanceof Element ? target.closest<HTMLElement>('li.e') : null;
    for (const each of box.querySelectorAll('.on')) each.classList.remove('on');
    box.classList.toggle('lit', item !== null);
    item?.classList.add('on');
    lines.forEach((line, i) => {
      if (item === null || (line.from !== item && line.to !== item)) return;
      svg.children[i]?.classList.add('on');
      line.from?.classList.add('on');
      line.to?.classList.add('on');
    });
  };
  box.addEventListener('pointerover', (event) => light(event.target));
  box.addEventListener('pointerleave', () => light(null));
  box.addEventListener('focusin', (event) => light(event.target));
  box.addEventListener('focusout', () => light(null));
}
