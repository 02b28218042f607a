import type { Lang } from '../model/lang.ts';
import type { MapNode, ProcessMap } from '../model/process-map.ts';
import { childrenOf, isBookable, nodeAt } from '../model/tree.ts';
import { kindTexts } from '../words/kinds.ts';
import { fill, formatNumber } from '../words/language.ts';
import { safeLines, safeText } from '../words/safe-text.ts';
import { treeTexts } from '../words/tree.ts';
import { plainStyle, type Style } from './style.ts';
import { wrapText } from './wrap.ts';

export interface TreeOptions {
  readonly lang: Lang;
  readonly style: Style;
  readonly width: number;
  /** Ids of the entries to print with all below them; the whole map when empty. */
  readonly branches: readonly number[];
}

/** Draws a map, or branches of it, as an indented tree; structure entries say how many bookable ones they hold. */
export function renderTree(map: ProcessMap, options: TreeOptions): string {
  const { roots, children } = childrenOf(map);
  const counts = countBookable(map, children);
  const lines: string[] = [];
  const draw = (id: number, depth: number) => {
    lines.push(...entryLines(nodeAt(map, id), { depth, count: counts[id] ?? 0, options }));
    for (const child of children[id] ?? []) draw(child, depth + 1);
  };
  const whole = options.branches.length === 0;
  if (whole) lines.push(...headLines(map, options));
  let letter = '';
  for (const id of whole ? roots : options.branches) {
    const heading = whole ? macroFunctionAbove(map, id) : undefined;
    if (heading !== undefined && heading !== letter) lines.push('', options.style.dim(safeText(heading)));
    letter = heading ?? letter;
    draw(id, 0);
  }
  return safeLines(`${lines.join('\n')}\n`, { coloured: options.style !== plainStyle });
}

function headLines(map: ProcessMap, { lang, style }: TreeOptions): readonly string[] {
  const bookable = map.nodes.filter(isBookable).length;
  const size = fill(treeTexts[lang].size, {
    layout: kindTexts[lang].layout[map.source.layout],
    entries: formatNumber(lang, map.nodes.length),
    bookable: formatNumber(lang, bookable),
  });
  return [style.strong(safeText(map.title ?? map.source.name)), style.dim(size)];
}

function macroFunctionAbove(map: ProcessMap, root: number): string | undefined {
  const first = nodeAt(map, root).code.segments[0];
  if (first?.type !== 'root') return undefined;
  return map.macroFunctions.find((each) => each.letters.includes(first.letter))?.name;
}

interface EntryView {
  readonly depth: number;
  readonly count: number;
  readonly options: TreeOptions;
}

function entryLines(node: MapNode, { depth, count, options }: EntryView): readonly string[] {
  const { lang, style, width } = options;
  const code = node.bookingCode === null ? node.code.text : bookingText(node);
  const head = `${'  '.repeat(depth)}${code}  `;
  const label = safeText(node.label) || treeTexts[lang].noLabel;
  const size = isBookable(node) ? '' : ` (${formatNumber(lang, count)})`;
  const [first = '', ...rest] = wrapText(label + size, width, { first: head, rest: ' '.repeat(head.length) });
  const paint = isBookable(node) ? (text: string) => text : style.strong;
  const local = (node.localProcesses ?? []).map(({ name }) => `${'  '.repeat(depth + 1)}- ${safeText(name)}`);
  return [first.replace(code, () => paint(code)), ...rest, ...local.map(style.dim)];
}

/** The entry's own code, and the code hours are booked on where that is another. */
function bookingText(node: MapNode): string {
  return node.bookingCode === node.code.text ? node.code.text : `${node.code.text} [${node.bookingCode}]`;
}

function countBookable(map: ProcessMap, children: readonly (readonly number[])[]): readonly number[] {
  const counts = new Array<number>(map.nodes.length).fill(0);
  const visit = (id: number): number => {
    const own = isBookable(nodeAt(map, id)) ? 1 : 0;
    const below = (children[id] ?? []).reduce((sum, child) => sum + visit(child), 0);
    counts[id] = own + below;
    return own + below;
  };
  for (const node of map.nodes) if (node.parent === null) visit(node.id);
  return counts;
}
