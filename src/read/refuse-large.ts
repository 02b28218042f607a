import { ProcmapError } from '../words/procmap-error.ts';
import type { ReadLimits } from './limits.ts';

/**
 * Refuses a file that is too large to be read as a whole.
 *
 * @throws ProcmapError `text-too-large`
 */
export function refuseLarge(file: string, bytes: Uint8Array, { textBytes }: ReadLimits): void {
  if (bytes.length <= textBytes) return;
  throw new ProcmapError('text-too-large', {
    file,
    measure: 'megabytes',
    found: Math.ceil(bytes.length / 2 ** 20),
    limit: Math.round(textBytes / 2 ** 20),
  });
}
