import type { Container } from './container.ts';

/** A web page, under whatever name: portals and old programs export tables so and call them `.xls`. */
export const html: Container = {
  name: 'html',
  recognise: ({ kind }) => kind === 'html',
  read: async ({ name, bytes }, limits) => {
    const { readHtml } = await import('../documents/read-html.ts');
    return { container: 'html', tables: await readHtml(name, bytes, limits) };
  },
};
