import type { Lang } from '../model/lang.ts';
import {
  CITATION_STATUSES,
  type Citation,
  type CitationTarget,
  type CodeFate,
  type RefsReport,
} from '../model/refs-report.ts';
import { fill, formatNumber } from '../words/language.ts';
import { placeName } from '../words/place-text.ts';
import { refsTexts } from '../words/refs.ts';
import { safeText } from '../words/safe-text.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap.ts';

/** How a report on citations is drawn. */
export interface RefsTextOptions {
  readonly lang: Lang;
  readonly style: Style;
  readonly width: number;
  readonly crosswalk: string;
}

type Lines = readonly string[];

/** Draws what has become of the codes that documents cite: what needs a look first, each code with its places. */
export function renderRefsText(report: RefsReport, options: RefsTextOptions): string {
  const texts = refsTexts[options.lang];
  const [only, ...others] = report.documents;
  const files = only && others.length === 0 ? `${safeText(only.file)}: ` : '';
  const title = options.style.strong(files + fill(texts.title, { crosswalk: safeText(options.crosswalk) }));
  if (report.codes.length === 0) return `${title}\n  ${texts.none}\n`;
  const blocks = [
    [title, `  ${counts(report, options)}`],
    ...sorted(report.codes).map((fate) => block(fate, report, options)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function counts(report: RefsReport, { lang }: RefsTextOptions): string {
  const texts = refsTexts[lang];
  const citations = report.documents.reduce((sum, document) => sum + document.citations.length, 0);
  const statuses = CITATION_STATUSES.map((status) => ({
    status,
    count: report.codes.filter((fate) => fate.status === status).length,
  })).filter(({ count }) => count > 0);
  return fill(texts.counts, {
    citations: formatNumber(lang, citations),
    codes: formatNumber(lang, report.codes.length),
    statuses: statuses
      .map(({ status, count }) => `${texts.status[status]} ${formatNumber(lang, count)}`)
      .join(', '),
  });
}

/** Alarms, then what cannot be carried over, then the rest; in the order of codes within. */
function sorted(codes: readonly CodeFate[]): readonly CodeFate[] {
  const weight = ({ recycledAs, status }: CodeFate) =>
    recycledAs !== null ? CITATION_STATUSES.length : CITATION_STATUSES.indexOf(status);
  return [...codes].sort((a, b) => weight(b) - weight(a));
}

function block(fate: CodeFate, report: RefsReport, options: RefsTextOptions): Lines {
  const { lang, style, width } = options;
  const texts = refsTexts[lang];
  const mark = fate.recycledAs !== null || fate.status === 'unknown' ? style.bad : style.dim;
  const head = `${style.strong(safeText(fate.code))}  ${mark(texts.status[fate.status])}  ${safeText(fate.label)}`;
  const indent = { first: '  ', rest: '    ' };
  return [
    head.trimEnd(),
    ...(fate.recycledAs === null
      ? []
      : wrapText(recycledText(lang, fate.recycledAs), width, indent).map((line) => style.alarm(line))),
    ...fateLines(fate, lang).flatMap((line) => wrapText(line, width, indent)),
    ...places(fate.code, report, options),
  ];
}

function recycledText(lang: Lang, label: string): string {
  const texts = refsTexts[lang];
  return label === '' ? texts.recycledNoLabel : fill(texts.recycled, { label: safeText(label) });
}

function fateLines(fate: CodeFate, lang: Lang): Lines {
  const texts = refsTexts[lang];
  const known = fate.knownIn.map(({ map, label }) =>
    fill(texts.alsoIn, { map: safeText(map), label: safeText(label) }),
  );
  if (fate.status === 'unknown') return [texts.notKnown, ...known];
  if (fate.status === 'dropped') return [texts.noTarget];
  if (fate.status === 'possibly-lost') return [texts.lostTarget];
  if (fate.status === 'unchanged' && fate.targets.length === 1) return [];
  if (fate.targets.length === 0) return [texts.openTarget];
  return fate.targets.map((target) => targetLine(target, fate, lang));
}

function targetLine(target: CitationTarget, { entries, targets }: CodeFate, lang: Lang): string {
  const texts = refsTexts[lang];
  const line = `${fill(texts.becomes, { code: safeText(target.code) })}  ${safeText(target.label)}`.trimEnd();
  if (target.entries === null || entries === null || (targets.length === 1 && target.entries === entries))
    return line;
  const count = formatNumber(lang, target.entries);
  return `${line} (${fill(texts.entries, { count, all: formatNumber(lang, entries) })})`;
}

function places(code: string, { documents }: RefsReport, { lang, style, width }: RefsTextOptions): Lines {
  return documents.flatMap(({ file, citations }) =>
    citations
      .filter((citation) => citation.code === code)
      .map((citation) => {
        const place = placeName(citation.place, lang);
        const where = documents.length === 1 ? `    ${place}: ` : `    ${safeText(file)}, ${place}: `;
        return where + quoted(citation, Math.max(30, width - where.length), style);
      }),
  );
}

/** The text around a citation, cut to fit, the citation itself in bold. */
function quoted({ context, text }: Citation, room: number, style: Style): string {
  const line = safeText(context);
  const shown = safeText(text);
  const at = line.indexOf(shown);
  if (at === -1) return beginning(line, room);
  const start = Math.max(0, Math.min(at - 10, line.length - room));
  const before = start === 0 ? line.slice(0, at) : `…${line.slice(start + 1, at)}`;
  const left = room - before.length - shown.length;
  return before + style.strong(shown) + beginning(line.slice(at + shown.length), left);
}

/** As much of a text as there is room for; `…` where it goes on. */
function beginning(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1)).trimEnd()}…`;
}
