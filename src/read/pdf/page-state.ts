import type { Box, Segment } from './clip.ts';
import type { Matrix } from './matrix.ts';

/** Text that one operator of the page shows, as a reader sees it: x to the right, y down the page, in points. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  /** Shown by no ink: a text layer that a recogniser laid below a scan. */
  readonly invisible: boolean;
  /** Quarter turns by which the text stands against the page. */
  readonly turn: number;
  /** How far the page shows anything below its baseline, and beyond its end; without bounds where nothing is cut off. */
  readonly below: number;
  readonly beyond: number;
}

/** A line of ink along one axis. */
export interface Rule {
  readonly axis: 'horizontal' | 'vertical';
  /** Its y when it is horizontal, its x when it is vertical. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
}

/** What the operators so far have set. */
export interface GraphicsState {
  ctm: Matrix;
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  clip: Box;
}

/** A page half read. */
export interface PageReading {
  readonly names: ReadonlyMap<number, string>;
  readonly fontUnit: (font: string) => number;
  readonly pieces: Piece[];
  readonly rules: Rule[];
  readonly stack: GraphicsState[];
  state: GraphicsState;
  text: Matrix;
  line: Matrix;
  path: Segment[];
  clips: boolean;
}

/** An operand as a number; 0 for what is none. */
export const operand = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;
