import { diffArrays } from 'diff';
import type { Style } from './style.ts';
import type { Word } from './wrap.ts';

/** A run of words of two labels: in both, only in the old, or only in the new. */
export interface LabelPart {
  readonly kind: 'same' | 'removed' | 'inserted';
  readonly text: string;
}

/**
 * The word-level difference of two labels. Words are compared as written, punctuation and all. Labels that share little
 * more than their articles are one removal and one insertion: a patchwork of both could not be read.
 */
export function diffLabels(before: string, after: string): readonly LabelPart[] {
  const [oldWords, newWords] = [splitWords(before), splitWords(after)];
  const parts = diffArrays(oldWords, newWords).map(
    (part): LabelPart => ({
      kind: part.added ? 'inserted' : part.removed ? 'removed' : 'same',
      text: part.value.join(' '),
    }),
  );
  const shared = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  const isPatchwork = parts.length > 3 && shared < PATCHWORK * Math.max(before.length, after.length);
  if (!isPatchwork) return parts;
  return [
    { kind: 'removed', text: oldWords.join(' ') },
    { kind: 'inserted', text: newWords.join(' ') },
  ];
}

/** Least part of the longer label, in letters, that has to stand in both. Chosen by looking at the real maps. */
const PATCHWORK = 0.4;

/** The difference as words to wrap; each run of changed words is marked as one. */
export function labelDiffWords(before: string, after: string, style: Style): readonly Word[] {
  return diffLabels(before, after).flatMap(({ kind, text }) => {
    if (kind === 'same') return splitWords(text).map((word) => ({ text: word, shown: word }));
    const mark = kind === 'removed' ? style.removed : style.inserted;
    return markRun(text, mark);
  });
}

/** Marks a run as a whole where that shows (`[-two words-]`), yet lets it break between its words. */
function markRun(text: string, mark: (text: string) => string): readonly Word[] {
  const words = splitWords(text);
  const [open = '', close = ''] = mark('\u0000').split('\u0000');
  const visible = !open.includes('\u001B');
  return words.map((word, i) => {
    const before = i === 0 || !visible ? open : '';
    const after = i === words.length - 1 || !visible ? close : '';
    const shown = `${before}${word}${after}`;
    return { text: visible ? shown : word, shown };
  });
}

function splitWords(label: string): string[] {
  return label.split(/\s+/).filter((word) => word !== '');
}
