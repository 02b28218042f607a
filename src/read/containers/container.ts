import type { UnreadFormat } from '../../model/error-args.ts';
import type { ContainerName } from '../../model/process-map.ts';
import type { Delimiter } from '../../values/csv-dialect.ts';
import type { OldEncoding } from '../../values/old-encoding.ts';
import type { TextEncoding } from '../../values/text-encoding.ts';
import type { FileKind } from '../detect-container.ts';
import type { ReadLimits } from '../limits.ts';
import type { Table } from '../table.ts';

/** A file as its bytes; the name is for messages and places only. */
export interface FileInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes as hex digits, where it is known already. */
  readonly sha256?: string;
}

/** The tables of a file, and what it is. */
export type TableFile =
  | { readonly container: Exclude<ContainerName, 'text' | 'json'>; readonly tables: readonly Table[] }
  | {
      readonly container: 'text';
      readonly tables: readonly Table[];
      readonly encoding: TextEncoding | OldEncoding;
      readonly delimiter: Delimiter;
    };

/** What a container may look at to know its files. */
export interface FileSample {
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  /** The names of the parts of a zip archive, in lower case and with slashes; of other files there are none. */
  readonly parts: ReadonlySet<string>;
  /** The text of a small part of the archive, empty when it is not there. */
  readonly part: (name: string) => string;
}

/** A kind of file that holds tables. */
export interface Container {
  readonly name: Exclude<ContainerName, 'json'>;
  readonly recognise: (sample: FileSample) => boolean;
  /** Reads all its tables. The library that it needs is loaded here, when the first such file is read. */
  readonly read: (input: FileInput, limits: ReadLimits) => Promise<TableFile>;
}

/** A kind of file that is known and not read. */
export interface UnreadContainer {
  readonly format: UnreadFormat;
  readonly recognise: (sample: FileSample) => boolean;
}
