import { ProcmapError } from '../../words/procmap-error.ts';
import { detectContainer } from '../detect-container.ts';
import { defaultLimits } from '../limits.ts';
import { refuseLockFile } from '../lock-file.ts';
import type { Container, FileInput, FileSample } from './container.ts';
import { containers } from './registry.ts';
import { unread } from './unread.ts';

/**
 * Finds out what kind of file holds the tables, by its content.
 *
 * @throws ProcmapError `file-empty`, or `format-unsupported` for a kind that is known and not read
 */
export async function findContainer(input: FileInput): Promise<Container> {
  const { name: file, bytes } = input;
  refuseLockFile(file, bytes);
  if (bytes.length === 0) throw new ProcmapError('file-empty', { file });
  const sample = await sampleOf(input);
  const refused = unread.find(({ recognise }) => recognise(sample));
  if (refused) throw new ProcmapError('format-unsupported', { file, format: refused.format });
  const found = containers.find(({ recognise }) => recognise(sample));
  if (!found) throw new ProcmapError('not-text', { file });
  return found;
}

async function sampleOf({ name, bytes }: FileInput): Promise<FileSample> {
  const { kind } = detectContainer(bytes);
  if (kind !== 'zip') return { kind, bytes, parts: new Set(), part: () => '' };
  const { openZip } = await import('../workbook/open-zip.ts');
  const zip = openZip(name, bytes, defaultLimits);
  const names = new Map(zip.names.map((part) => [part.replaceAll('\\', '/').toLowerCase(), part]));
  const part = (wanted: string) => {
    const decoder = new TextDecoder();
    const [first] = zip.read(names.get(wanted) ?? '') ?? [];
    return first === undefined ? '' : decoder.decode(first.subarray(0, MAX_SMALL_PART));
  };
  return { kind, bytes, parts: new Set(names.keys()), part };
}

const MAX_SMALL_PART = 4096;
