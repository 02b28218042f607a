import type { Term } from 'n3';

/** What a file says of one thing. */
export interface Thing {
  readonly iri: string;
  /** The line on which it is spoken of first. */
  readonly line: number;
  /** Values by property, in the order of the file. */
  readonly says: ReadonlyMap<string, readonly Term[]>;
}
