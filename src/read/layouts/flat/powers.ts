const POWER = /^(\d)(?:[.,](\d+))?E\+(\d{2,3})$/i;

/** Whether a text is a number as a spreadsheet shows it in powers of ten: `1,00E+03`. A code such as `1E3` is none. */
export function isPower(text: string): boolean {
  return POWER.test(text);
}

/**
 * The codes that a spreadsheet may have read as this power (`1E3` as 1000), and that are written as the others are.
 *
 * @param like codes of the table that are a number, an E and a number
 */
export function codesOfPower(text: string, like: readonly string[]): readonly string[] {
  const known = new Set(like);
  const shapes = new Set(like.map(shapeOf));
  const letter = like.some((code) => code.includes('e')) ? 'e' : 'E';
  const { digits, exponent } = partsOf(text);
  const forms = Array.from({ length: Math.min(exponent, MAX_NOUGHTS) + 1 }, (_, noughts) =>
    [`${digits}${'0'.repeat(noughts)}`, letter, exponent - noughts].join(''),
  );
  return forms.filter((form) => !known.has(form) && shapes.has(shapeOf(form)));
}

const MAX_NOUGHTS = 6;

/** A number as digits without noughts at their end, and the power of ten they are multiplied by. */
function partsOf(text: string): { readonly digits: string; readonly exponent: number } {
  const [, first = '', rest = '', power = '0'] = POWER.exec(text) ?? [];
  const whole = first === '' ? text : `${first}${rest}`;
  const digits = whole.replace(/0+$/, '');
  const exponent = first === '' ? 0 : Number(power) - rest.length;
  return { digits: digits === '' ? '0' : digits, exponent: exponent + whole.length - digits.length };
}

function shapeOf(code: string): string {
  return code.replace(/\d/g, '9').toUpperCase();
}
