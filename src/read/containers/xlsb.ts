import type { Container } from './container.ts';

/** The binary workbook of Excel. */
export const xlsb: Container = {
  name: 'xlsb',
  recognise: ({ parts }) => parts.has('xl/workbook.bin'),
  read: async ({ name, bytes }, limits) => {
    const [{ readOldWorkbook }, { unpackAll }] = await Promise.all([
      import('../sheets/read-old-workbook.ts'),
      import('../sheets/file-pieces.ts'),
    ]);
    await unpackAll(name, bytes, limits);
    return { container: 'xlsb', tables: await readOldWorkbook(name, bytes, limits) };
  },
};
