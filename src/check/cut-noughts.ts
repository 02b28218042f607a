import type { Finding } from '../model/finding.ts';
import type { ProcessMap } from '../model/process-map.ts';

/** One code may differ by a nought for its own reasons. */
const LEAST = 2;

/**
 * The codes that lack a nought before them which they have in another revision (`1.11` there `01.11`): a spreadsheet has
 * taken the column for numbers. A file by itself cannot tell, since all its codes are so. One finding, at the first.
 */
export function cutNoughts(map: ProcessMap, other: ProcessMap): Finding | null {
  const own = new Set(map.nodes.map(({ code }) => code.text));
  const others = new Set(other.nodes.map(({ code }) => code.text));
  const cut = map.nodes.filter(({ code: { text } }) => {
    return /^\d/.test(text) && !others.has(text) && others.has(`0${text}`) && !own.has(`0${text}`);
  });
  const [first] = cut;
  if (first === undefined || cut.length < LEAST) return null;
  const value = first.code.text;
  return {
    ruleId: 'spreadsheet-code',
    severity: 'error',
    place: first.place,
    code: value,
    args: { value, damage: 'nought', expected: `0${value}`, count: cut.length },
  };
}
