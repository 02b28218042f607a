import type { Place } from './place.ts';

/** A stretch of text of a document: a line, a paragraph, or a cell of a table. */
export interface TextBlock {
  /** Of its first character. In a DOCX file `line` counts paragraphs. */
  readonly place: Place;
  readonly text: string;
  /** The column it stands in, when it is a cell: blocks with the same key are one column. */
  readonly column: string | null;
}
