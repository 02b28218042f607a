const MARKUP = /<\/?(?:p|br|b|i|u|em|strong|sub|sup|span|font)\b[^<>]*>/i;

/** Separates the paragraphs of one cell. It is a blank to whoever does not look for it. */
export const PARAGRAPH = '\u2029';

/**
 * Takes the HTML out of a cell that text extracted from documents brings along: letters in italics or bold, paragraphs.
 * Anything else in angle brackets is text.
 */
export function stripMarkup(cell: string): string {
  if (!cell.includes('<') || !MARKUP.test(cell)) return cell;
  return cell
    .replace(/<\/p>\s*<p\b[^<>]*>/gi, PARAGRAPH)
    .replace(/<\/?p\b[^<>]*>|<br\s*\/?>/gi, ' ')
    .replace(/<\/(?:b|i|u|em|strong|sub|sup|span|font)>(?: (?=[,.;:)]))?/gi, '')
    .replace(/<(?:b|i|u|em|strong|sub|sup|span|font)\b[^<>]*>/gi, '');
}
