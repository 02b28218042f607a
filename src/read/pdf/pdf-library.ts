// What is used of pdfjs-dist, and nothing of ours: the package has this file once (packaging/shared-libraries.mjs).
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
// @ts-expect-error the package has no types for it, and none are needed
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

// Where the library looks for its worker before it starts one.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;

export { getDocument, OPS, VerbosityLevel };
