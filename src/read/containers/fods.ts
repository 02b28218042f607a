import { textStart } from '../detect-container.ts';
import { refuseLarge } from '../refuse-large.ts';
import type { Container } from './container.ts';

/** The workbook of LibreOffice as one file of XML. */
export const fods: Container = {
  name: 'fods',
  recognise: ({ kind, bytes }) => kind === 'xml' && /<office:document[\s>]/.test(textStart(bytes)),
  read: async ({ name, bytes }, limits) => {
    const [{ readOpenDocument }, { inPieces }] = await Promise.all([
      import('../sheets/read-open-document.ts'),
      import('../sheets/file-pieces.ts'),
    ]);
    refuseLarge(name, bytes, limits);
    return { container: 'fods', tables: readOpenDocument(name, inPieces(bytes), limits) };
  },
};
