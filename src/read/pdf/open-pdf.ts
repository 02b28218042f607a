import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import { refuseLarge } from '../refuse-large.ts';

export type PdfLibrary = typeof import('./pdf-library.ts');

export interface OpenPdf {
  readonly library: PdfLibrary;
  readonly document: PDFDocumentProxy;
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF file. The library runs here and not in a worker of its own: a page opened from disk may not start one, and
 * whoever wants the work out of the way calls procmap from a worker. Nothing is fetched, no script in the file is run, and
 * no picture is unpacked.
 *
 * @throws ProcmapError `pdf-locked`, `pdf-damaged` or `text-too-large`
 */
export async function openPdf(file: string, bytes: Uint8Array, limits: ReadLimits): Promise<OpenPdf> {
  refuseLarge(file, bytes, limits);
  const library = await import('./pdf-library.ts');
  const task = library.getDocument({
    // The library takes over the memory that it is given.
    data: new Uint8Array(bytes),
    verbosity: library.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    maxImageSize: 1,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    return { library, document, close: () => task.destroy() };
  } catch (cause) {
    await task.destroy();
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    throw new ProcmapError(locked ? 'pdf-locked' : 'pdf-damaged', { file }, { cause });
  }
}
