import type { Container } from './container.ts';

/** The line below the header of a Markdown table; without it bars are only a delimiter. */
function isBelowHeader(line: string): boolean {
  if (!/^[|:\- \t\r]+$/.test(line)) return false;
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.length > 1 && cells.every((cell) => /^:?-{2,}:?$/.test(cell.trim()));
}

/** The tables of a Markdown text. */
export const markdown: Container = {
  name: 'markdown',
  recognise: ({ kind, bytes }) =>
    kind === 'text' &&
    new TextDecoder()
      .decode(bytes.subarray(0, 64 * 1024))
      .split('\n')
      .some(isBelowHeader),
  read: async ({ name, bytes }, limits) => {
    const { readMarkdown } = await import('../documents/read-markdown.ts');
    return { container: 'markdown', tables: [readMarkdown(name, bytes, limits)] };
  },
};
