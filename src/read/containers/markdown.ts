import type { Container } from './container.ts';

/** The line below the header of a Markdown table; without it bars are only a delimiter. */
const BELOW_HEADER = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/m;

/** The tables of a Markdown text. */
export const markdown: Container = {
  name: 'markdown',
  recognise: ({ kind, bytes }) =>
    kind === 'text' && BELOW_HEADER.test(new TextDecoder().decode(bytes.subarray(0, 64 * 1024))),
  read: async ({ name, bytes }, limits) => {
    const { readMarkdown } = await import('../documents/read-markdown.ts');
    return { container: 'markdown', tables: [readMarkdown(name, bytes, limits)] };
  },
};
