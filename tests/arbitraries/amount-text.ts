import fc from 'fast-check';

/** Amounts in every notation that time-sheets use, decimal comma where a point would be ambiguous. */
export function amountText(): fc.Arbitrary<string> {
  return fc.oneof(plain(','), plain('.'), grouped(), clock(), percent(), euro()).chain(signed);
}

function plain(point: string): fc.Arbitrary<string> {
  const fraction = fc
    .nat(9999)
    .chain((n) => fc.constantFrom('', `${point}${n % 10}`, `${point}${String(n % 100).padStart(2, '0')}`));
  return fc.tuple(fc.nat(99_999), fraction).map(([whole, rest]) => `${whole}${rest}`);
}

function grouped(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.nat(999), fc.nat(99))
    .map(([thousands, ones, cents]) => `${thousands}.${pad(ones, 3)},${pad(cents, 2)}`);
}

function clock(): fc.Arbitrary<string> {
  const time = fc.tuple(fc.nat(200), fc.nat(59)).map(([hours, minutes]) => `${hours}:${pad(minutes, 2)}`);
  return fc.tuple(time, fc.constantFrom('', ':00', ':59')).map(([text, seconds]) => text + seconds);
}

function percent(): fc.Arbitrary<string> {
  return fc.tuple(plain(','), fc.constantFrom('%', ' %')).map(([text, sign]) => text + sign);
}

function euro(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.oneof(grouped(), plain(',')), fc.boolean())
    .map(([text, first]) => (first ? `€ ${text}` : `${text} €`));
}

function signed(text: string): fc.Arbitrary<string> {
  return fc.constantFrom(text, text, text, `-${text}`, `(${text})`);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
