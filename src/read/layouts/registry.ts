import type { Layout } from './layout.ts';
import { local } from './local.ts';
import { national } from './national.ts';

/** The layouts, the more particular before the more general: the first that recognises a header has it. */
export const layouts: readonly Layout[] = [local, national];
