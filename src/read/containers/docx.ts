import type { Container } from './container.ts';

/** The tables of a Word document. */
export const docx: Container = {
  name: 'docx',
  recognise: ({ parts }) => parts.has('word/document.xml'),
  read: async ({ name, bytes }, limits) => {
    const [{ openZip }, { readDocxTables }] = await Promise.all([
      import('../workbook/open-zip.ts'),
      import('../documents/read-docx-tables.ts'),
    ]);
    return { container: 'docx', tables: readDocxTables(name, openZip(name, bytes, limits), limits) };
  },
};
