import type { Container, FileSample } from './container.ts';

/** What an OpenDocument file holds, as its first part says. */
function mimeOf({ parts, part }: FileSample): string {
  return parts.has('content.xml') ? part('mimetype').trim() : '';
}

/** The workbook of LibreOffice, and the tables of its text documents, which are of the same kind. */
export const ods: Container = {
  name: 'ods',
  recognise: (sample) => /opendocument\.(spreadsheet|text)/.test(mimeOf(sample)) || isBare(sample),
  read: async ({ name, bytes }, limits) => {
    const [{ openZip }, { readOpenDocument }] = await Promise.all([
      import('../workbook/open-zip.ts'),
      import('../sheets/read-open-document.ts'),
    ]);
    const zip = openZip(name, bytes, limits);
    return { container: 'ods', tables: readOpenDocument(name, zip.read('content.xml') ?? [], limits) };
  },
};

/** Some programs leave the part out that says what the file is. */
function isBare({ parts }: FileSample): boolean {
  return parts.has('content.xml') && parts.has('meta-inf/manifest.xml') && !parts.has('mimetype');
}
