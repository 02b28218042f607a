/**
 * What the first bytes of a file say it is; its name is not asked. `zip`, `ole` and `xml` hold several kinds of file, which
 * the containers tell apart.
 */
export type FileKind = 'zip' | 'ole' | 'gzip' | 'pdf' | 'rtf' | 'html' | 'xml' | 'json' | 'text';

/** Recognises the kind of a file by its first bytes: a wrong ending misleads nobody. */
export function detectContainer(bytes: Uint8Array): { readonly kind: FileKind } {
  return { kind: kindOf(bytes) };
}

/** How far a page's prologue or a document's root may stand from the start. */
const START = 4096;

/** The first characters that are not blank, read byte by byte; enough for marks that are ASCII. */
export function textStart(bytes: Uint8Array): string {
  return latin1(bytes.subarray(0, START))
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
}

/** Bytes as characters of the same number. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function kindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  if (startsWith(bytes, [0x1f, 0x8b])) return 'gzip';
  const start = textStart(bytes);
  // Programs put a mark or a line of their own before the header, which readers have to skip.
  if (/^[^\n]{0,200}\n?%PDF-\d/.test(start.slice(0, 1024)) || start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  const root = start.replace(/^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|\s+)+/, '');
  if (/^<(!doctype\s+html|html|head|body|meta|style|div|table)\b/i.test(root)) return 'html';
  if (start.startsWith('<?xml') || /^<(?:\w+:)?(?:Workbook|document)\b/.test(root)) return 'xml';
  return start.startsWith('{') ? 'json' : 'text';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
