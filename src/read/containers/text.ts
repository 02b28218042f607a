import type { Container } from './container.ts';

/** Delimited text: CSV and the like. Whatever nothing else recognises is taken for it, and refused when it is binary. */
export const text: Container = {
  name: 'text',
  recognise: ({ kind }) => kind === 'text' || kind === 'json',
  read: async ({ name, bytes }, limits) => {
    const { readText } = await import('../text/read-text.ts');
    const { table, encoding, delimiter } = readText(name, bytes, limits);
    return { container: 'text', tables: [table], encoding, delimiter };
  },
};
