import type { Container } from './container.ts';

/** A printed map: what stands where on its pages is laid out as a table again. */
export const pdf: Container = {
  name: 'pdf',
  recognise: ({ kind }) => kind === 'pdf',
  read: async ({ name, bytes }, limits) => {
    const { readPdf } = await import('../pdf/read-pdf.ts');
    return { container: 'pdf', tables: [await readPdf(name, bytes, limits)] };
  },
};
