/** The few ways a report can stress a word. Each takes plain text and returns it marked, or as it is. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly alarm: (text: string) => string;
  /** Words that only the old label has, and words that only the new one has. */
  readonly removed: (text: string) => string;
  readonly inserted: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour: differing words are marked as `wdiff` does, so that nothing rests on colour. */
export const plainStyle: Style = {
  strong: same,
  dim: same,
  good: same,
  warn: same,
  bad: same,
  alarm: same,
  removed: (text) => `[-${text}-]`,
  inserted: (text) => `{+${text}+}`,
};
