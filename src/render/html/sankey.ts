import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { Lang } from '../../model/lang.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { reportHtmlTexts } from '../../words/report-html.ts';
import type { Area, Flow, FlowEnd, FlowPicture } from '../flows.ts';
import { type Html, html, raw } from './html.ts';

/** How wide the picture is drawn, and how much of the names it has room for. */
export interface SankeyFrame {
  readonly width: number;
  /** Room for names at each side. */
  readonly margin: number;
  /** Characters of a name; 0 for the code alone. */
  readonly nameLength: number;
  readonly className: string;
}

interface Node {
  readonly key: string;
  readonly side: 'old' | 'new';
  readonly end: FlowEnd;
  readonly name: string;
  readonly label: string;
  /** Entries, or hours where they are known. */
  readonly size: number;
}

type PlacedNode = SankeyNode<Node, Flow>;
type PlacedLink = SankeyLink<Node, Flow>;

const NODE_WIDTH = 10;
const NODE_GAP = 14;

/**
 * Draws the flows between macro-processes as SVG: a picture that needs no script. Bands and names are links that carry
 * what they stand for in `data-from` and `data-to`; the page's script makes filters of them.
 */
export function sankeySvg(picture: FlowPicture, frame: SankeyFrame, lang: Lang): Html {
  const shown = { ...picture, flows: picture.flows.filter((flow) => flow.amount > 0) };
  const nodes = nodesOf(shown, lang);
  const height = 180 + 32 * Math.max(countOf(nodes, 'old'), countOf(nodes, 'new'));
  const layout = sankey<Node, Flow>()
    .nodeId((node) => node.key)
    // Both maps keep their own order, top to bottom; an order by crossings would hide what moved.
    .nodeSort(null)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(NODE_GAP)
    .extent([
      [frame.margin, 8],
      [frame.width - frame.margin, height - 8],
    ]);
  const links = shown.flows.map((flow) => ({
    ...flow,
    source: keyOf('old', flow.from),
    target: keyOf('new', flow.to),
    value: flow.amount,
  }));
  const graph = layout({ nodes: nodes.map((node) => ({ ...node })), links });
  // Broad bands first, so that thin ones lie on top and can be pointed at.
  const bands = [...graph.links].sort((a, b) => (b.width ?? 0) - (a.width ?? 0));
  return html`<svg class="sankey ${frame.className}" viewBox="0 0 ${frame.width} ${height}" role="group" aria-labelledby="picture-h"><g class="bands">${bands.map((link) => bandSvg(link, picture, lang))}</g><g class="nodes">${graph.nodes.map((node) => nodeSvg(node, frame, lang))}</g></svg>`;
}

/** The value of `data-from` and `data-to`: an area's index, or the name of the end. */
export function endKey(end: FlowEnd): string {
  return String(end);
}

/** What a flow is called: `A1 to A3: 12 entries`, with their hours where those are known. */
function flowName(flow: Flow, picture: FlowPicture, lang: Lang): string {
  const texts = reportHtmlTexts[lang];
  const name = fill(texts.flowName, {
    from: endName(flow.from, picture.oldAreas, lang),
    to: endName(flow.to, picture.newAreas, lang),
    count: formatNumber(lang, flow.entries),
  });
  return picture.byHours
    ? `${name}, ${fill(texts.flowHours, { hours: formatNumber(lang, flow.amount) })}`
    : name;
}

/** The code of an area, or the word for an end that is none. */
export function endName(end: FlowEnd, areas: readonly Area[], lang: Lang): string {
  return typeof end === 'number' ? (areas[end]?.code ?? '') : reportHtmlTexts[lang].ends[end];
}

/** What a band stands for, as a class: it decides its colour and its line. */
export function flowClass(flow: Flow): string {
  if (flow.from === 'added') return 'added';
  if (typeof flow.to !== 'number') return flow.to;
  return flow.stays ? 'stays' : 'crosses';
}

function nodesOf(picture: FlowPicture, lang: Lang): readonly Node[] {
  const sideNodes = (side: 'old' | 'new', areas: readonly Area[]): readonly Node[] => {
    const endOf = (flow: Flow) => (side === 'old' ? flow.from : flow.to);
    const ends = new Set(picture.flows.map(endOf));
    const order: readonly FlowEnd[] = [
      ...areas.map((_, i) => i),
      'added',
      'dropped',
      'possibly-lost',
      'open',
    ];
    return order
      .filter((end) => ends.has(end))
      .map((end) => ({
        key: keyOf(side, end),
        side,
        end,
        name: endName(end, areas, lang),
        label: typeof end === 'number' ? (areas[end]?.label ?? '') : '',
        size: sum(
          picture.flows
            .filter((flow) => endOf(flow) === end)
            .map((flow) => (picture.byHours ? flow.amount : flow.entries)),
        ),
      }));
  };
  return [...sideNodes('old', picture.oldAreas), ...sideNodes('new', picture.newAreas)];
}

function bandSvg(link: PlacedLink, picture: FlowPicture, lang: Lang): Html {
  const path = sankeyLinkHorizontal<Node, Flow>()(link) ?? '';
  const width = Math.max(1.5, link.width ?? 0);
  const name = flowName(link, picture, lang);
  // Not in the order of the Tab key: names are, and the table below holds every flow as a link.
  return html`<a class="band ${flowClass(link)}" href="#changes" tabindex="-1" data-from="${endKey(link.from)}" data-to="${endKey(link.to)}"><title>${name}</title>${raw(`<path d="${shorten(path)}" stroke-width="${round(width)}"/>`)}</a>`;
}

function nodeSvg(node: PlacedNode, frame: SankeyFrame, lang: Lang): Html {
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, side, end } = node;
  const isOld = side === 'old';
  const [x, anchor] = isOld ? [x0 - 8, 'end'] : [x1 + 8, 'start'];
  const count = formatNumber(lang, node.size);
  const name = frame.nameLength === 0 ? '' : shortName(node.label, frame.nameLength);
  const parts = [
    html`<tspan class="code">${node.name}</tspan>`,
    name === '' ? null : html`<tspan class="name"> ${name} </tspan>`,
    html`<tspan class="count"> ${count}</tspan>`,
  ];
  const filter = isOld ? html` data-from="${endKey(end)}"` : html` data-to="${endKey(end)}"`;
  const kind = typeof end === 'number' ? 'area' : end;
  return html`<a class="node ${kind}" href="#changes"${filter}><title>${[node.name, node.label].filter(Boolean).join(' ')}: ${count}</title><rect x="${round(x0)}" y="${round(y0)}" width="${NODE_WIDTH}" height="${round(Math.max(1.5, y1 - y0))}"/><text x="${round(x)}" y="${round((y0 + y1) / 2)}" dy=".35em" text-anchor="${anchor}">${parts}</text></a>`;
}

function shortName(label: string, length: number): string {
  return label.length <= length ? label : `${label.slice(0, length - 1).trimEnd()}…`;
}

function keyOf(side: 'old' | 'new', end: FlowEnd): string {
  return `${side}:${end}`;
}

function countOf(nodes: readonly Node[], side: 'old' | 'new'): number {
  return nodes.filter((node) => node.side === side).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** A tenth of a unit is less than a pixel. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function shorten(path: string): string {
  return path.replace(/\d+\.\d+/g, (number) => String(round(Number(number))));
}
