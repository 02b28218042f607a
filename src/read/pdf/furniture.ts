import type { Fragment } from './fragments.ts';

/** A line that stands on page after page, outside the table. */
export interface Furniture {
  readonly page: number;
  readonly kind: 'heading' | 'footer';
  readonly text: string;
}

/** What is left of the pages, and what was taken from them. */
export interface WithoutFurniture {
  readonly pages: readonly (readonly Fragment[])[];
  readonly furniture: readonly Furniture[];
}

const REPEATED = 0.6;
/** How far from the table, in sizes, a line without a page number must stand. */
const APART = 2.2;

/**
 * Takes running headers and footers off the pages: lines above or below all codes of their page that stand at the same
 * height on most pages with the same text, numbers apart. What has neither a number nor a distance from the table may
 * belong to it, and stays.
 *
 * @param isCode whether a text begins with a code
 */
export function takeFurniture(
  pages: readonly (readonly Fragment[])[],
  isCode: (text: string) => boolean,
): WithoutFurniture {
  if (pages.length < 2) return { pages, furniture: [] };
  const outer = pages.map((page) => outerLines(page, isCode));
  const seen = new Map<string, number>();
  for (const key of outer.flatMap((lines) => [...new Set(lines.map(({ key }) => key))])) {
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, REPEATED * pages.length);
  const taken = outer.map((lines) => lines.filter(({ key, sure }) => sure && (seen.get(key) ?? 0) >= enough));
  return {
    pages: pages.map((page, i) => {
      const gone = new Set(taken[i]?.flatMap(({ fragments }) => fragments));
      return page.filter((fragment) => !gone.has(fragment));
    }),
    furniture: taken.flatMap((lines, page) =>
      lines.map(({ kind, fragments }) => ({
        page: page + 1,
        kind,
        text: fragments.map(({ text }) => text).join(' '),
      })),
    ),
  };
}

interface OuterLine {
  readonly key: string;
  readonly kind: Furniture['kind'];
  readonly sure: boolean;
  readonly fragments: readonly Fragment[];
}

function outerLines(page: readonly Fragment[], isCode: (text: string) => boolean): readonly OuterLine[] {
  const lines = linesOf(page);
  const coded = lines.flatMap((line, i) => (line.some(({ text }) => isCode(text)) ? [i] : []));
  const [first, last] = [coded[0] ?? lines.length, coded.at(-1) ?? lines.length];
  return lines.flatMap((line, i) => {
    if (i >= first && i <= last) return [];
    const isAbove = i < first;
    const next = lines[isAbove ? i + 1 : i - 1]?.[0];
    const own = line[0] as Fragment;
    const apart = next === undefined || Math.abs(next.y - own.y) > APART * own.size;
    const text = line.map((fragment) => fragment.text).join(' ');
    const numbered = /\d/.test(text) && line.length <= 3;
    // The line above the codes is the header of the table, which is repeated like a running header.
    const isHeader = i === first - 1 && line.length > 1;
    const key = `${Math.round(own.y / 3)} ${text.replace(/\d+/g, '#')}`;
    return [
      { key, kind: isAbove ? 'heading' : 'footer', sure: (apart && !isHeader) || numbered, fragments: line },
    ];
  });
}

/** The fragments of a page by lines, from the top. */
export function linesOf(page: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const sorted = [...page].sort((a, b) => a.y - b.y || a.left - b.left);
  const lines: Fragment[][] = [];
  for (const fragment of sorted) {
    const line = lines.at(-1);
    if (line && fragment.y - (line[0] as Fragment).y <= 0.3 * fragment.size) line.push(fragment);
    else lines.push([fragment]);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
}
