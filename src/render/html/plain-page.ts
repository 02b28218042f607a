import type { Lang } from '../../model/lang.ts';
import { type Html, html, raw } from './html.ts';

/** Static, so that its policy can admit this one style and nothing else. */
const STYLE = `:root{color-scheme:light dark;--ink:#17324d;--soft:#5b6f82;--line:#c5d0da;--band:#f2f5f8;--warn:#8a4b00;--page:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#a3b3c2;--line:#3a4a5a;--band:#1b2733;--warn:#ffb454;--page:#10181f}}
body{margin:0;font:16px/1.5 "Titillium Web",system-ui,sans-serif;color:var(--ink);background:var(--page)}
main{max-width:90rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
thead th{background:var(--band)}td.n{text-align:right;font-variant-numeric:tabular-nums}
code{font:600 .9em ui-monospace,monospace}
.scroll{overflow-x:auto}
@media print{main{padding:0}tr{break-inside:avoid}thead{display:table-header-group}}`;

/**
 * A page without script: a title and what stands below it. Its policy admits the one style and nothing else.
 *
 * @param style rules of its own, a constant, behind those that all such pages have
 */
export function plainPage(
  { lang, title, style = '' }: { readonly lang: Lang; readonly title: string; readonly style?: string },
  body: Html,
): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  const page = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(STYLE + style)}</style></head>
<body><main><h1>${title}</h1>
${body}</main></body></html>
`;
  return page.html;
}
