import { narrowed, type Segment } from './clip.ts';
import { apply } from './matrix.ts';
import { operand, type PageReading, type Rule } from './page-state.ts';

/** Beyond these a page is a drawing. */
const MAX_RULES = 50_000;

/** Adds an outline to what will be painted. */
export function addPath(
  reading: PageReading,
  operators: readonly number[],
  coordinates: readonly number[],
): void {
  const { names, state } = reading;
  let at = 0;
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const next = () => apply(state.ctm, operand(coordinates[at++]), operand(coordinates[at++]));
  const push = (segment: Segment) => {
    if (reading.path.length < MAX_RULES) reading.path.push(segment);
  };
  for (const code of operators ?? []) {
    const name = names.get(code);
    if (name === 'moveTo') [startX, startY] = [x, y] = next();
    else if (name === 'lineTo') {
      const [toX, toY] = next();
      push([x, y, toX, toY, false]);
      [x, y] = [toX, toY];
    } else if (name === 'rectangle') {
      const [left, top, width, height] = coordinates.slice(at, at + 4).map(operand) as [
        number,
        number,
        number,
        number,
      ];
      at += 4;
      const [x0, y0] = apply(state.ctm, left, top);
      const [x1, y1] = apply(state.ctm, left + width, top + height);
      push([x0, y0, x1, y1, true]);
      [startX, startY] = [x, y] = [x0, y0];
    } else if (name === 'closePath') {
      push([x, y, startX, startY, false]);
      [x, y] = [startX, startY];
    } else {
      at += name === 'curveTo' ? 4 : 2;
      [x, y] = next();
    }
  }
}

/** What is thinner than this, in points, is a line even when it is drawn as a surface. */
const THIN = 3;

/** Paints the outline, and notes what of it is a straight line; an outline to clip with narrows what the page shows. */
export function paint(reading: PageReading, stroked: boolean, filled: boolean): void {
  const { path, rules } = reading;
  reading.path = [];
  if (reading.clips) reading.state.clip = narrowed(reading.state.clip, path);
  reading.clips = false;
  if (!stroked && !filled) return;
  const shape = filled && !stroked ? boxOf(path) : null;
  for (const segment of shape === null ? path : [shape]) {
    if (rules.length >= MAX_RULES) return;
    const [x0, y0, x1, y1, isBox] = segment;
    const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    if (isBox && stroked && width > THIN && height > THIN) {
      for (const y of [y0, y1]) addRule(rules, 'horizontal', y, x0, x1);
      for (const x of [x0, x1]) addRule(rules, 'vertical', x, y0, y1);
    } else if (height <= (isBox ? THIN : 0.5) && width > height) {
      addRule(rules, 'horizontal', (y0 + y1) / 2, x0, x1);
    } else if (width <= (isBox ? THIN : 0.5) && height > width) {
      addRule(rules, 'vertical', (x0 + x1) / 2, y0, y1);
    }
  }
}

/** A surface bounded by straight lines, when it is as thin as a line: the four sides of it are one. */
function boxOf(path: readonly Segment[]): Segment | null {
  if (path.some(([, , , , isBox]) => isBox) || path.length < 3 || path.length > 5) return null;
  const xs = path.flatMap(([x0, , x1]) => [x0, x1]);
  const ys = path.flatMap(([, y0, , y1]) => [y0, y1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), true];
}

function addRule(rules: Rule[], axis: Rule['axis'], at: number, a: number, b: number): void {
  if ([at, a, b].every(Number.isFinite)) rules.push({ axis, at, from: Math.min(a, b), to: Math.max(a, b) });
}
