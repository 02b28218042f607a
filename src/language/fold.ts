const COMBINING_MARKS = /\p{M}+/gu;
const APOSTROPHES = /[’‘`´ʼ′]/g;
/** Scanned text reads the article `l'` as a capital I: `I'acquisto`. */
const CAPITAL_I_FOR_L = /(^|[^\p{L}\p{N}])I(?=['][aeiouhàèéìòù])/gu;
/** Dotted abbreviations such as `C.O.V.` or `D.P.R.`: single letters, each followed by a dot. */
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;
const NON_ASCII = /[^\0-\x7f]/;

/**
 * Folds a label to the form in which two editions of the same words are equal: compatibility forms, case, accents and
 * apostrophes unified, dotted abbreviations closed up (`C.O.V.` to `cov`).
 *
 * @param label any text
 * @returns lower-case text; punctuation and blanks stand as they were
 */
export function foldText(label: string): string {
  let text = label;
  const ascii = !NON_ASCII.test(text);
  if (!ascii) text = text.normalize('NFKC').replace(APOSTROPHES, "'");
  if (text.includes("I'")) text = text.replace(CAPITAL_I_FOR_L, '$1l');
  text = text.toLowerCase();
  if (!ascii) text = text.normalize('NFD').replace(COMBINING_MARKS, '');
  if (text.includes('.')) text = text.replace(DOTTED, (dotted) => `${dotted.replaceAll('.', '')} `);
  return text;
}
