import type { CodeMend } from '../../model/process-map.ts';
import { readCodeAndLabel } from '../../model/read-code.ts';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import type { Table } from '../table.ts';
import { joinPieces } from './fragments.ts';
import { layOut } from './lay-out.ts';
import { asMatrix } from './matrix.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { type OperatorList, readPage } from './page-content.ts';
import { type Frame, framePage } from './page-frame.ts';

/** A map has some tens of pages. */
const MAX_PAGES = 2000;
/** Text and lines of all pages together. */
const MAX_PARTS = 600_000;

/**
 * Reads the tables of a PDF file: what stands where on its pages, laid out in rows and columns again.
 *
 * @throws ProcmapError `pdf-locked`, `pdf-damaged`, `pdf-without-text` for a scan, `text-too-large`
 */
export async function readPdf(file: string, bytes: Uint8Array, limits: ReadLimits): Promise<Table> {
  const pages = await framesOf(file, bytes, limits);
  if (pages.every(({ pieces }) => pieces.every(({ text }) => !/[\p{L}\p{N}]/u.test(text)))) {
    throw new ProcmapError('pdf-without-text', { file, pages: pages.length });
  }
  return layOut(file, pages, codeTest(pages.flatMap(({ fragments }) => fragments.map(({ text }) => text))));
}

/** The pages of a PDF file with all that stands on them. */
export async function framesOf(
  file: string,
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<readonly (Frame & { readonly fragments: ReturnType<typeof joinPieces> })[]> {
  const pdf = await openPdf(file, bytes, limits);
  try {
    const frames = [];
    let parts = 0;
    for (let number = 1; number <= pdf.document.numPages; number++) {
      const frame = await readFrame(file, pdf, number);
      parts += frame.pieces.length + frame.rules.length;
      if (number > MAX_PAGES || parts > MAX_PARTS)
        throw tooLarge(file, number > MAX_PAGES ? number : parts, number);
      frames.push({ ...frame, fragments: joinPieces(frame.pieces) });
    }
    return frames;
  } finally {
    await pdf.close();
  }
}

function tooLarge(file: string, found: number, pages: number): ProcmapError {
  const measure = pages > MAX_PAGES ? 'pages' : 'cells';
  return new ProcmapError('text-too-large', {
    file,
    measure,
    found,
    limit: measure === 'pages' ? MAX_PAGES : MAX_PARTS,
  });
}

async function readFrame(file: string, { library, document }: OpenPdf, number: number): Promise<Frame> {
  try {
    const page = await document.getPage(number);
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const list = (await page.getOperatorList()) as OperatorList;
    const unitOf = (font: string): number => {
      const data: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
      return asMatrix((data as { fontMatrix?: unknown } | null)?.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0])[0];
    };
    const content = readPage(list, library.OPS, asMatrix(transform), unitOf);
    page.cleanup();
    return framePage(content, width, height);
  } catch (cause) {
    throw new ProcmapError('pdf-damaged', { file }, { cause });
  }
}

/**
 * Whether a text begins with a code, as the first line of a cell does. A root that no other line of the document begins
 * with is none: `I4.0)` is the end of a label.
 */
function codeTest(texts: readonly string[]): (text: string) => boolean {
  const roots = new Map<string, number>();
  for (const text of texts) {
    const root = rootOf(text);
    if (root !== null) roots.set(root, (roots.get(root) ?? 0) + 1);
  }
  return (text) => {
    const root = rootOf(text);
    return root !== null && (root.length === 1 || (roots.get(root) ?? 0) > 1);
  };
}

/** The letter and number that the code at the start of a text begins with. */
function rootOf(text: string): string | null {
  const reading = readCodeAndLabel(text);
  if (reading.code === null || !reading.mends.every((mend) => PRINTED_MENDS.has(mend))) return null;
  return reading.code.text.split('.')[0] ?? null;
}

/** What a code may need to be read and still begin a cell: `i4.0` within a label is none, though it could be read as one. */
const PRINTED_MENDS: ReadonlySet<CodeMend> = new Set(['dot', 'blank', 'glued-label', 'comma', 'euro-for-c']);
