import type { Random } from './random.ts';

/**
 * Rewords a label as revisions do: cuts what explains it, adds a clause from elsewhere, swaps or drops words, changes
 * punctuation, misspells.
 *
 * @param labels where added words come from
 */
export function rewordLabel(label: string, labels: readonly string[], random: Random): string {
  const ways = [cutDetail, addClause, dropWords, replaceWord, repunctuate, misspell, dropWords, addClause];
  let text = label;
  const times = 1 + random.below(2);
  for (let i = 0; i < times; i++) text = random.pick(ways)(text, labels, random);
  return text.trim() === '' ? label : text.trim();
}

type Way = (label: string, labels: readonly string[], random: Random) => string;

const cutDetail: Way = (label) => label.replace(/\s*(\(|:| - ).*$/, '');

const addClause: Way = (label, labels, random) => {
  const words = random.pick(labels).split(' ');
  const start = random.below(Math.max(1, words.length - 3));
  const clause = words.slice(start, start + 2 + random.below(3)).join(' ');
  return random.chance(0.5) ? `${label} (${clause})` : `${label} e ${clause}`;
};

const dropWords: Way = (label, _labels, random) => {
  const words = label.split(' ');
  if (words.length < 3) return label;
  const start = random.below(words.length - 1);
  const count = 1 + random.below(Math.max(1, Math.floor(words.length / 3)));
  return words.filter((_, i) => i < start || i >= start + count).join(' ');
};

const replaceWord: Way = (label, labels, random) => {
  const words = label.split(' ');
  words[random.below(words.length)] = random.pick(random.pick(labels).split(' '));
  return words.join(' ');
};

const repunctuate: Way = (label, _labels, random) =>
  random.chance(0.5) ? label.toUpperCase() : label.replace(/[,/]/g, ' e').replace(/etc\.?/, 'ecc.');

const misspell: Way = (label, _labels, random) => {
  const at = 1 + random.below(Math.max(1, label.length - 2));
  return label.slice(0, at) + label.slice(at + 1);
};
