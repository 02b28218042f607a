import { latin1 } from '../detect-container.ts';
import type { FileSample, UnreadContainer } from './container.ts';

/** Files that people take for a map, or keep one in, and that are refused by their name. */
export const unread: readonly UnreadContainer[] = [
  { format: 'xlsx-locked', recognise: isLocked },
  { format: 'xls', recognise: ({ kind }) => kind === 'ole' },
  { format: 'gzip', recognise: ({ kind }) => kind === 'gzip' },
  { format: 'pdf', recognise: ({ kind }) => kind === 'pdf' },
  { format: 'rtf', recognise: ({ kind }) => kind === 'rtf' },
  { format: 'html', recognise: ({ kind }) => kind === 'html' },
  { format: 'xml', recognise: ({ kind }) => kind === 'xml' },
  { format: 'pptx', recognise: ({ parts }) => parts.has('ppt/presentation.xml') },
  { format: 'docx', recognise: ({ parts }) => parts.has('word/document.xml') },
  { format: 'xlsb', recognise: ({ parts }) => parts.has('xl/workbook.bin') },
  { format: 'ods', recognise: ({ parts }) => parts.has('content.xml') },
];

/** A new workbook that is locked with a password lies in the old Office container. */
function isLocked({ kind, bytes }: FileSample): boolean {
  if (kind !== 'ole') return false;
  return latin1(bytes.subarray(0, 64 * 1024))
    .replaceAll('\0', '')
    .includes('EncryptedPackage');
}
