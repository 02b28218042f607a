/**
 * How a map is published in a catalogue of semantic assets, as the configuration says it. What is left out has no place in
 * the file, and the catalogue will ask for it.
 */
export interface Catalogue {
  /** IRI that those of all revisions begin with, without a slash at its end. */
  readonly base: string;
  /** What a revision is called in its IRI, by the name of its file; else that name without its ending. */
  readonly revisions?: Readonly<Record<string, string>> | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** What the vocabulary is about, in one word: `processi-camerali`. */
  readonly keyConcept?: string | undefined;
  /** Who holds the rights: name, and the code in the index of public administrations. */
  readonly rightsHolder?: Agent | undefined;
  readonly publisher?: Agent | undefined;
  /** Themes of the EU's vocabulary of data themes: `GOVE`. */
  readonly themes?: readonly string[] | undefined;
  /** Of the EU's vocabulary of frequencies: `IRREG`. */
  readonly frequency?: string | undefined;
  /** ISO days. */
  readonly issued?: string | undefined;
  readonly modified?: string | undefined;
  readonly version?: string | undefined;
  /** IRI of the licence. */
  readonly license?: string | undefined;
  /** Address that the files are under. */
  readonly downloads?: string | undefined;
}

/** An administration. */
export interface Agent {
  readonly name: string;
  readonly identifier: string;
}
