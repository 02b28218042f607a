import { safeText } from '../../words/safe-text.ts';
import { escapeMarkup } from '../xml.ts';

/** Markup that is safe to write as it is. Only `html` and `raw` make it. */
export interface Html {
  readonly html: string;
}

/** What may stand in a place of a template: text is escaped, markup is not, lists are joined, nothing draws nothing. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/**
 * Template tag of all markup: everything between the literal parts is escaped unless it is markup already, so that text
 * from a map can stand in an element or in a quoted attribute and be nothing but text.
 */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = literals[0] ?? '';
  values.forEach((value, i) => {
    text += markup(value) + (literals[i + 1] ?? '');
  });
  return { html: text };
}

/** Marks text as markup. For constants of our own only, never for text from a map. */
export function raw(markupText: string): Html {
  return { html: markupText };
}

/** Escapes text for elements and quoted attributes; control and direction characters become visible. */
export function escapeHtml(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return escapeMarkup(safeText(text));
}

/** Data for a script of the page, as the content of a `<script type="application/json">` element. */
export function jsonHtml(value: unknown): Html {
  return raw(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, unicodeEscape));
}

/** Most text needs nothing; one look spares it two passes. Everything beyond printable ASCII and Latin letters is looked at. */
const NEEDS_CARE = /[^ -~\u00a1-\u024f]|[&<>"']/;

function markup(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map(markup).join('');
}

/** `</script>` and `<!--` would end the element; `\u003c` is the same to a JSON parser and nothing to HTML. */
function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
