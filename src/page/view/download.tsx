import { useEffect, useState } from 'preact/hooks';
import type { PageFile } from '../calls/page-file.ts';

/** A link that saves a file. */
export function Download({ file, children }: { readonly file: PageFile; readonly children?: string }) {
  const [href, setHref] = useState('');
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([file.bytes as BlobPart], { type: 'application/octet-stream' }));
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return href === '' ? null : (
    <a href={href} download={file.name}>
      {children ?? file.name}
    </a>
  );
}
