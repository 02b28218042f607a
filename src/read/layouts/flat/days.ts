const MONTHS = [
  ['gen', 'jan'],
  ['feb'],
  ['mar'],
  ['apr'],
  ['mag', 'may'],
  ['giu', 'jun'],
  ['lug', 'jul'],
  ['ago', 'aug'],
  ['set', 'sep'],
  ['ott', 'oct'],
  ['nov'],
  ['dic', 'dec'],
] as const;
const NAME = MONTHS.flat().join('|');

const FORMS = [
  ['ymd', /^(\d{4})-(\d{2})-(\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/],
  ['dmy', /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/],
  ['dmy', /^(\d{1,2})-(\d{1,2})-((?:19|20)\d{2})$/],
  ['dmy', new RegExp(`^(\\d{1,2})[- /](${NAME})[a-z]*[- /](\\d{2}|\\d{4})$`, 'i')],
  ['dm', new RegExp(`^(\\d{1,2})[- /](${NAME})[a-z]*\\.?$`, 'i')],
  ['md', new RegExp(`^(${NAME})[a-z]*[- /](\\d{1,2})$`, 'i')],
  ['my', new RegExp(`^(${NAME})[a-z]*[- /](\\d{2}|\\d{4})$`, 'i')],
] as const;

/** Whether a text is a day, or a month, as a spreadsheet shows one. */
export function isDay(text: string): boolean {
  return text.length <= 24 && FORMS.some(([, form]) => form.test(text));
}

/**
 * The codes that a spreadsheet may have taken for this day, and that fit among the others: no other row has them, the code
 * above them is there, and their numbers are written as theirs are.
 *
 * @param codes the other codes of the table
 */
export function codesOfDay(text: string, codes: readonly string[]): readonly string[] {
  const known = new Set(codes);
  const joints = ['.', '-', '/'].filter((joint) => codes.some((code) => code.includes(joint)));
  const isWritten = writingOf(codes);
  return joints.flatMap((joint) =>
    numbersOf(text)
      .flatMap((numbers) => spellings(numbers))
      .filter((parts) => {
        const code = parts.join(joint);
        return !known.has(code) && known.has(parts.slice(0, -1).join(joint)) && parts.every(isWritten);
      })
      .map((parts) => parts.join(joint)),
  );
}

/** The numbers that the day was made of, in each order that a spreadsheet may have read them in. */
function numbersOf(text: string): readonly (readonly number[])[] {
  return FORMS.flatMap(([order, form]) => {
    const match = form.exec(text)?.slice(1);
    if (match === undefined) return [];
    const of = (letter: string) => numberOf(match[order.indexOf(letter)] ?? '', letter);
    const [day, month, year] = [of('d'), of('m'), of('y')];
    if (order === 'ymd') {
      const whole = [
        [day, month, year % 100],
        [month, day, year % 100],
      ];
      return isRecent(year) ? [...whole, [day, month], [month, day]] : whole;
    }
    if (order === 'dmy')
      return [
        [day, month, year % 100],
        [month, day, year % 100],
      ];
    if (order === 'my') return [[month, year % 100]];
    return order === 'dm' ? [[day, month]] : [[month, day]];
  });
}

/** A code of two numbers becomes a day of the year in which it was typed; spreadsheets that do so are not older. */
function isRecent(year: number): boolean {
  return year >= 1995;
}

function numberOf(text: string, letter: string): number {
  if (letter !== 'm' || /^\d/.test(text)) return Number(text);
  return MONTHS.findIndex((names) => names.some((name) => text.toLowerCase().startsWith(name))) + 1;
}

/** Each number plain or with a nought before it. */
function spellings(numbers: readonly number[]): readonly (readonly string[])[] {
  return numbers.reduce<readonly (readonly string[])[]>(
    (lists, number) =>
      lists.flatMap((list) => [[...list, String(number)], ...(number < 10 ? [[...list, `0${number}`]] : [])]),
    [[]],
  );
}

/**
 * Tells whether a number in some place of a code is written as the other codes write it there: with a nought before it, or
 * without. In places that no other code reaches it is as in the last one that they do.
 */
function writingOf(codes: readonly string[]): (part: string, place: number) => boolean {
  const padded: (boolean | undefined)[] = [];
  const plain: (boolean | undefined)[] = [];
  for (const code of codes) {
    code.split(/[./-]/).forEach((part, place) => {
      if (/^0\d$/.test(part)) padded[place] = true;
      else if (/^\d$/.test(part)) plain[place] = true;
    });
  }
  const seen = Math.max(padded.length, plain.length) - 1;
  return (part, place) => {
    if (part.length > 1 && !part.startsWith('0')) return true;
    const at = Math.min(place, seen);
    return part.startsWith('0') ? padded[at] === true : plain[at] === true || padded[at] !== true;
  };
}
