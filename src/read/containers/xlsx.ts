import type { Container } from './container.ts';

/** The workbook of Excel since 2007. What else is kept in a zip archive is told apart before, or refused as no workbook. */
export const xlsx: Container = {
  name: 'xlsx',
  recognise: ({ kind }) => kind === 'zip',
  read: async ({ name, bytes }, limits) => {
    const { readWorkbook } = await import('../workbook/read-workbook.ts');
    return { container: 'xlsx', tables: await readWorkbook(name, bytes, limits) };
  },
};
