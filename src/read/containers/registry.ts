import type { Container } from './container.ts';
import { pdf } from './pdf.ts';
import { text } from './text.ts';
import { xlsx } from './xlsx.ts';

/** The containers, the more particular before the more general: the first that recognises a file reads it. */
export const containers: readonly Container[] = [pdf, xlsx, text];
