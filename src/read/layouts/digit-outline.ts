const DIGITS = /^[A-Z]{0,3}\d+(?:\.\d+)*$/;
/** So many of the codes are of digits, and of those below the first level so many have one of the level above before them. */
const MOST = 0.9;
/** Numbers that fill more than this part of their range count something; they are no classification by digits. */
const DENSE = 0.5;

/**
 * Whether the codes of a table nest digit by digit, as those of ATECO (`01`, `01.1`, `01.11`, `01.11.1`) and ISCO (`2`,
 * `25`, `251`) do, or by pairs of digits (`01`, `0101`, `010121`; `GF01`, `GF0101`): dots, if there are any, stand after a
 * fixed number of digits, where an outline (`1.9`, `1.10`) has them between numbers. Cost: one look-up a code.
 */
export function nestsByDigits(codes: readonly string[]): boolean {
  const numeric = codes.filter((code) => DIGITS.test(code));
  if (numeric.length === 0 || numeric.length < MOST * codes.length) return false;
  const known = new Set(numeric);
  const lengths = [...new Set(numeric.map((code) => code.length))].sort((a, b) => a - b);
  const dotted = numeric.some((code) => code.includes('.'));
  const lower = numeric.filter((code) => code.length > (lengths[0] as number));
  const nested = lower.filter((code) => {
    if (dotted) return known.has(prefixes(code)[0] as string);
    return known.has(code.slice(0, lengths[lengths.indexOf(code.length) - 1]));
  });
  if (lower.length === 0 || nested.length < MOST * lower.length) return false;
  return dotted ? hasFixedDots(numeric) : !isCount(numeric);
}

/** What could stand above a code that nests by digits: itself less its last digit, less two, and so on. */
export function prefixes(code: string): string[] {
  const shorter: string[] = [];
  for (let end = code.length - 1; end > 0; end--) {
    if (code[end - 1] !== '.') shorter.push(code.slice(0, end));
  }
  return shorter;
}

/** Whether all parts before a dot are equally long, two digits or more, and some part after one is shorter. */
function hasFixedDots(codes: readonly string[]): boolean {
  const parts = codes.filter((code) => code.includes('.')).map((code) => code.split('.'));
  const widths = new Set(parts.flatMap((each) => each.slice(0, -1).map((part) => part.length)));
  const [width = 0] = widths;
  const ends = parts.map((each) => (each.at(-1) as string).length);
  return (
    widths.size === 1 && width > 1 && ends.some((end) => end < width) && ends.every((end) => end <= width)
  );
}

/** Whether the longest of the codes, or all of them where few are so long, are numbers with few gaps. */
function isCount(codes: readonly string[]): boolean {
  const longest = Math.max(...codes.map((code) => code.length));
  const long = new Set(codes.filter((code) => code.length === longest));
  const counted = long.size > 2 ? [...long] : [...new Set(codes)];
  const numbers = counted.map((code) => Number(code.replace(/^[A-Z]+/, '')));
  return numbers.length > DENSE * (Math.max(...numbers) - Math.min(...numbers) + 1);
}
