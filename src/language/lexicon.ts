/** What is known of the words of a language. Everything stands folded: small letters, no accents. */
export interface Lexicon {
  /** Abbreviations and what they stand for: the left side is read as the right, before labels are compared. */
  readonly abbreviations: readonly Pair[];
  /** Expressions that name the same thing share one of them, whatever the label calls it. */
  readonly terms: readonly Pair[];
  /** Words that name the same matter, one group each, divided by blanks. They count for less than forms of one word. */
  readonly related: readonly string[];
  /** Words that carry no meaning of their own. */
  readonly stopWords: ReadonlySet<string>;
  /** Words after which a label names what it does not cover. */
  readonly exclusions: ReadonlySet<string>;
  /** Words that say that a label names what its neighbours leave over. */
  readonly restWords: ReadonlySet<string>;
}

/** An expression, and what it is read as. */
export type Pair = readonly [from: string, to: string];

/** Words that a chamber adds in its configuration, written as they stand in its maps. They go before our own. */
export interface LexiconExtension {
  readonly abbreviations?: Readonly<Record<string, string>> | undefined;
  readonly terms?: Readonly<Record<string, string>> | undefined;
  readonly related?: readonly (readonly string[])[] | undefined;
}
