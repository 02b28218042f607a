import type { Cell } from 'exceljs';
import type { ReviewGroup } from '../../model/review.ts';

export const FONT = { name: 'Calibri', size: 9 } as const;
export const GREY = { argb: 'FF6B6B6B' } as const;
export const LINE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
export const COLOURS: Readonly<Record<ReviewGroup | 'free' | 'fill' | 'header', string>> = {
  open: 'FFF8CBAD',
  'possibly-lost': 'FFF4B6C2',
  probable: 'FFFFE699',
  dropped: 'FFFFD966',
  incomplete: 'FFFCE4D6',
  decided: 'FFC6E0B4',
  certain: 'FFEDEDED',
  free: 'FFDDEBF7',
  fill: 'FFFFFBE6',
  header: 'FF1F3864',
};

/** A cell that a person fills in. */
export function fillable(cell: Cell): void {
  cell.protection = { locked: false };
  cell.fill = solid(COLOURS.fill);
  cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
  if (cell.font === undefined) cell.font = FONT;
}

export function solid(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const;
}

/** Conditional formats take the colour from the background, where plain ones take it from the foreground. */
export function background(argb: string) {
  return { type: 'pattern', pattern: 'solid', bgColor: { argb } } as const;
}
