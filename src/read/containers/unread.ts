import { latin1 } from '../detect-container.ts';
import type { FileSample, UnreadContainer } from './container.ts';
import { fods } from './fods.ts';
import { ods } from './ods.ts';
import { xls } from './xls.ts';

/** Files that people take for a map, or keep one in, and that are refused by their name. */
export const unread: readonly UnreadContainer[] = [
  { format: 'xlsx-locked', recognise: isLocked },
  { format: 'gzip', recognise: ({ kind }) => kind === 'gzip' },
  { format: 'rtf', recognise: ({ kind }) => kind === 'rtf' },
  {
    format: 'xml',
    recognise: (sample) => sample.kind === 'xml' && !fods.recognise(sample) && !xls.recognise(sample),
  },
  { format: 'pptx', recognise: ({ parts }) => parts.has('ppt/presentation.xml') },
  { format: 'odf', recognise: (sample) => sample.parts.has('content.xml') && !ods.recognise(sample) },
  { format: 'mhtml', recognise: beginsWith('MIME-Version:') },
  { format: 'epub', recognise: ({ parts }) => parts.has('meta-inf/container.xml') },
  { format: 'numbers', recognise: ({ parts }) => [...parts].some((part) => part.endsWith('.iwa')) },
  { format: 'rar', recognise: beginsWith('Rar!') },
  { format: '7z', recognise: beginsWith('7z\xbc\xaf\x27\x1c') },
  { format: 'image', recognise: beginsWith('\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*') },
  { format: 'sqlite', recognise: beginsWith('SQLite format 3') },
  { format: 'access', recognise: beginsWith('\0\x01\0\0Standard ') },
];

/** Files that nobody would take for text are told by their first bytes. */
function beginsWith(...marks: readonly string[]): UnreadContainer['recognise'] {
  return ({ bytes }) => {
    const start = latin1(bytes.subarray(0, 16));
    return marks.some((mark) => start.startsWith(mark));
  };
}

/** A new workbook that is locked with a password lies in the old Office container. */
function isLocked({ kind, bytes }: FileSample): boolean {
  if (kind !== 'ole') return false;
  return latin1(bytes.subarray(0, 64 * 1024))
    .replaceAll('\0', '')
    .includes('EncryptedPackage');
}
