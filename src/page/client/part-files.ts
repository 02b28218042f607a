import type { PageFile } from '../calls/page-file.ts';
import { unpackPart } from './part-text.ts';

/** The two maps that the page brings along. */
export async function exampleMaps(): Promise<{ readonly old: PageFile; readonly fresh: PageFile } | null> {
  const [old, fresh] = await Promise.all([
    partFile('example-old', 'massa-carrara-2021.xlsx'),
    partFile('example-new', 'unioncamere-rev2023.xlsx'),
  ]);
  return old === null || fresh === null ? null : { old, fresh };
}

/** The licences of what the page is made of. */
export function licenceTexts(): Promise<PageFile | null> {
  return partFile('notices', 'THIRD-PARTY-LICENSES.txt');
}

async function partFile(part: string, name: string): Promise<PageFile | null> {
  const packed = await unpackPart(part);
  return packed === null ? null : { name, bytes: new Uint8Array(await packed.arrayBuffer()) };
}
