import type { PageFile } from '../calls/page-file.ts';
import { Download } from './download.tsx';

/** A file to be saved, and what it is good for. */
export interface FileLink {
  readonly file: PageFile;
  readonly meaning: string;
}

/** Links that save files. */
export function FileLinks({ files }: { readonly files: readonly FileLink[] }) {
  return (
    <ul class="files">
      {files.map(({ file, meaning }) => (
        <li key={file.name}>
          <Download file={file} /> {meaning === '' ? null : <small>{meaning}</small>}
        </li>
      ))}
    </ul>
  );
}
