/** A straight stretch of a path, or a rectangle by two corners, on the page. */
export type Segment = readonly [x0: number, y0: number, x1: number, y1: number, isBox: boolean];

/** What lies within is shown. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Nothing is cut off. */
export const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** What is shown from here on lies within the path, too. */
export function narrowed(clip: Box, path: readonly Segment[]): Box {
  const xs = path.flatMap(([x0, , x1]) => [x0, x1]);
  const ys = path.flatMap(([, y0, , y1]) => [y0, y1]);
  if (xs.length === 0) return clip;
  return {
    left: Math.max(clip.left, Math.min(...xs)),
    top: Math.max(clip.top, Math.min(...ys)),
    right: Math.min(clip.right, Math.max(...xs)),
    bottom: Math.min(clip.bottom, Math.max(...ys)),
  };
}

/** Whether any of a text is shown: a cell that goes on overleaf is drawn on both pages, each time cut to the page. */
export function isShown(
  { left, top, right, bottom }: Box,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): boolean {
  return (
    Math.max(x0, x1) >= left &&
    Math.min(x0, x1) <= right &&
    Math.max(y0, y1) >= top &&
    Math.min(y0, y1) <= bottom
  );
}

/** Where what is shown ends to the right and below, for text so turned. */
export function farCorner({ left, top, right, bottom }: Box, turn: number): readonly [number, number] {
  if (turn === 1) return [bottom, -left];
  if (turn === 2) return [-left, -top];
  return turn === 3 ? [-top, right] : [right, bottom];
}
