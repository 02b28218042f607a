import { textStart } from '../detect-container.ts';
import type { Container, FileSample } from './container.ts';

/** The workbook of Excel before 2007, and its form in XML of 2003. */
export const xls: Container = {
  name: 'xls',
  recognise: (sample) => sample.kind === 'ole' || isXml2003(sample),
  read: async ({ name, bytes }, limits) => {
    const { readOldWorkbook } = await import('../sheets/read-old-workbook.ts');
    return { container: 'xls', tables: await readOldWorkbook(name, bytes, limits) };
  },
};

function isXml2003({ kind, bytes }: FileSample): boolean {
  return kind === 'xml' && /<(?:\w+:)?Workbook\b|progid="Excel\.Sheet"/.test(textStart(bytes));
}
