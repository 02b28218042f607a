import type { CellHyperlinkValue, CellRichTextValue, CellValue, Font, RichText } from 'exceljs';
import type { ChangeKind } from '../../model/change.ts';
import type { Lang } from '../../model/lang.ts';
import { kindTexts } from '../../words/kinds.ts';
import { diffLabels, type LabelPart } from '../label-diff.ts';
import { workbookText } from '../workbook-text.ts';
import { FONT } from './table-sheet.ts';

/** Text of a map as the value of a cell; nothing where there is none. */
export function textCell(text: string): CellValue {
  return text === '' ? null : workbookText(text);
}

/** A code that leads to a row of a sheet of the same workbook. */
export function linkCell(code: string, target: string | undefined): CellValue {
  if (code === '' || target === undefined) return textCell(code);
  const link: CellHyperlinkValue = { text: workbookText(code), hyperlink: target };
  return link;
}

/** The address of a row in a sheet. */
export function rowAddress(sheet: string, row: number): string {
  return `#'${sheet.replaceAll("'", "''")}'!A${row}`;
}

const MARKS = {
  removed: { ...FONT, strike: true, color: { argb: 'FFA1230F' } },
  inserted: { ...FONT, bold: true, underline: true, color: { argb: 'FF23692A' } },
  same: FONT,
} as const satisfies Record<LabelPart['kind'], Partial<Font>>;

/**
 * A label with the words marked that the other label does not have: struck through in the old one, bold and underlined
 * in the new one.
 */
export function differenceCell(before: string, after: string, side: 'old' | 'new'): CellValue {
  const own = side === 'old' ? before : after;
  if (before === after || before === '' || after === '') return textCell(own);
  const left = side === 'old' ? 'inserted' : 'removed';
  const parts = diffLabels(before, after).filter((part) => part.kind !== left);
  const richText = parts.flatMap(({ kind, text }, i): readonly RichText[] => {
    const run = { text: workbookText(text), font: MARKS[kind] };
    return i === 0 ? [run] : [{ text: ' ', font: FONT }, run];
  });
  const value: CellRichTextValue = { richText };
  return value;
}

const KIND_COLOURS: Readonly<Record<ChangeKind, string>> = {
  unchanged: 'FF5A6673',
  renamed: 'FF0B6A6E',
  moved: 'FF1A5FB4',
  'moved-and-renamed': 'FF4A4BC0',
  split: 'FF84389B',
  merged: 'FF9A336F',
  transfer: 'FF7A4A1C',
  dropped: 'FFA1230F',
  'possibly-lost': 'FFB3261E',
  added: 'FF23692A',
  open: 'FF825300',
};

/** The name of a kind of change in its colour. */
export function kindCell(kind: ChangeKind, lang: Lang): CellValue {
  const font = { ...FONT, bold: true, color: { argb: KIND_COLOURS[kind] } };
  return { richText: [{ text: kindTexts[lang].change[kind], font }] };
}

/** Colour of a kind, for bars and tabs. */
export function kindColour(kind: ChangeKind): string {
  return KIND_COLOURS[kind];
}
