import { type CodeGroup, GROUP_KINDS, type GroupReport, type OpenEntry } from '../../model/code-groups.ts';
import type { Lang } from '../../model/lang.ts';
import { groupBy } from '../../values/group-by.ts';
import { groupTexts } from '../../words/groups.ts';
import { fill, formatNumber } from '../../words/language.ts';
import { safeText } from '../../words/safe-text.ts';
import type { Style } from '../style.ts';
import { wrapText } from '../wrap.ts';

/** How groups are drawn as text. */
export interface GroupsTextOptions {
  readonly lang: Lang;
  readonly style: Style;
  readonly width: number;
}

type Lines = readonly string[];

/** So many groups, open entries, and links of a group are listed. */
const LISTED = 12;
/** A list has room for so much of a label. */
const LABEL = 130;

/** Draws how many entries can be compared, which groups are large and why, and what is still to be decided. */
export function renderGroupsText(report: GroupReport, options: GroupsTextOptions): string {
  const blocks = [
    countLines(report, options),
    largeLines(report, options),
    openLines(report, options),
    toldLines(report, options),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function countLines(report: GroupReport, { lang, style, width }: GroupsTextOptions): Lines {
  const texts = groupTexts[lang];
  const number = (value: number) => formatNumber(lang, value);
  const { groups, revisions, entries } = report;
  const title = fill(texts.title, { revisions: revisions.map(safeText).join(', ') });
  const own = entries.map((count, i) =>
    fill(texts.entriesOf, { count: number(count), revision: safeText(revisions[i] ?? '') }),
  );
  const counts = fill(texts.counts, { entries: own.join(', '), groups: number(groups.length) });
  const comparable = fill(texts.comparable, {
    count: number(report.comparable),
    groups: number(groups.length),
  });
  const kinds = GROUP_KINDS.filter((kind) => kind !== 'partial').flatMap((kind) => {
    const count = groups.filter((group) => group.kind === kind).length;
    return count === 0 ? [] : [`    ${number(count).padStart(6)}  ${texts.kind[kind]}`];
  });
  const indent = { first: '  ', rest: '    ' };
  return [
    style.strong(title),
    ...wrapText(counts, width, indent),
    ...wrapText(comparable, width, indent),
    ...kinds,
    ...partialTexts(report, lang).map((line) => `  ${line}`),
    ...wrapText(aloneText(report, lang), width, indent),
  ];
}

function partialTexts({ groups, revisions, open }: GroupReport, lang: Lang): Lines {
  const texts = groupTexts[lang];
  const last = revisions.length - 1;
  const partial = groups.filter(({ kind }) => kind === 'partial');
  const stands = ({ entries }: CodeGroup, revision: number) =>
    entries.some((entry) => entry.revision === revision);
  const begin = partial.filter((group) => !stands(group, 0) && stands(group, last));
  const end = partial.filter((group) => stands(group, 0) && !stands(group, last));
  const passing = partial.length - begin.length - end.length;
  const openCodes = new Set(open.map(({ revision, code }) => `${revision} ${code}`));
  const undecided = end.filter(({ entries }) =>
    entries.some(({ revision, code }) => openCodes.has(`${revision} ${code}`)),
  ).length;
  const named = (count: number, revision: number) => ({
    count: formatNumber(lang, count),
    revision: safeText(revisions[revision] ?? ''),
  });
  const ends = undecided === 0 ? fill(texts.end, named(end.length, last)) : '';
  return [
    ...(begin.length === 0 ? [] : [fill(texts.begin, named(begin.length, 0))]),
    ...(end.length === 0
      ? []
      : [ends || fill(texts.endOpen, { ...named(end.length, last), open: formatNumber(lang, undecided) })]),
    ...(passing === 0 ? [] : [fill(texts.passing, { count: formatNumber(lang, passing) })]),
  ];
}

function aloneText({ groups, revisions, entries }: GroupReport, lang: Lang): string {
  const texts = groupTexts[lang];
  const byRevision = groupBy(
    groups.flatMap((group) => group.entries),
    ({ revision }) => revision,
  );
  const own = revisions.map((revision, i) =>
    fill(texts.aloneOf, {
      count: formatNumber(lang, (byRevision.get(i) ?? []).filter(({ whole }) => whole === 'yes').length),
      all: formatNumber(lang, entries[i] ?? 0),
      revision: safeText(revision),
    }),
  );
  return fill(texts.alone, { entries: own.join(', ') });
}

function largeLines({ groups, revisions }: GroupReport, options: GroupsTextOptions): Lines {
  const { lang, style } = options;
  const texts = groupTexts[lang];
  const large = groups
    .filter(({ entries, loses, gains }) => loses || gains || entries.some(({ whole }) => whole === 'no'))
    .sort((a, b) => b.entries.length - a.entries.length);
  if (large.length === 0) return [];
  return [
    style.strong(texts.large),
    ...large.slice(0, LISTED).flatMap((group) => groupLines(group, revisions, options)),
    ...moreLine(large.length, lang),
  ];
}

function groupLines(group: CodeGroup, revisions: readonly string[], options: GroupsTextOptions): Lines {
  const { lang, style, width } = options;
  const texts = groupTexts[lang];
  const byRevision = groupBy(group.entries, ({ revision }) => revision);
  const codes = [...byRevision].map(([revision, own]) =>
    fill(texts.entriesIn, {
      revision: safeText(revisions[revision] ?? ''),
      codes: own.map(({ code }) => safeText(code)).join(', '),
    }),
  );
  // What goes one way only says nothing that the codes do not.
  const links = group.links.filter(({ to, confirmed }) => to.length > 1 || !confirmed).slice(0, LISTED);
  const why = links.map(({ from, to, confirmed }) => {
    const text = fill(texts.link, { from: safeText(from), to: to.map(safeText).join(', ') });
    return confirmed ? text : `${text} (${texts.unconfirmed})`;
  });
  const told = [...(group.loses ? [texts.loses] : []), ...(group.gains ? [texts.gains] : [])];
  const indent = { first: '    ', rest: '      ' };
  return [
    ...wrapText(`${style.strong(safeText(group.id))}  ${cutLabel(group.label)}`, width, {
      first: '  ',
      rest: '    ',
    }),
    ...wrapText([texts.kindName[group.kind], ...codes].join('; '), width, indent),
    ...[...why, ...told].flatMap((line) => wrapText(line, width, indent)),
  ];
}

function cutLabel(label: string): string {
  const text = safeText(label);
  return text.length <= LABEL ? text : `${text.slice(0, LABEL - 1).trimEnd()}…`;
}

function openLines({ open, revisions }: GroupReport, { lang, style, width }: GroupsTextOptions): Lines {
  if (open.length === 0) return [];
  const texts = groupTexts[lang];
  return [
    style.warn(texts.open),
    ...open.slice(0, LISTED).flatMap((entry) => {
      const head = `${safeText(revisions[entry.revision] ?? '')}  ${safeText(entry.code)}  ${cutLabel(entry.label)}`;
      return [
        ...wrapText(head, width, { first: '  ', rest: '    ' }),
        ...wrapText(candidatesText(entry, lang), width, { first: '    ', rest: '      ' }),
      ];
    }),
    ...moreLine(open.length, lang),
  ];
}

function candidatesText({ possiblyLost, candidates }: OpenEntry, lang: Lang): string {
  const texts = groupTexts[lang];
  const named = fill(texts.candidates, { codes: candidates.slice(0, LISTED).map(safeText).join(', ') });
  const parts = [...(possiblyLost ? [texts.lost] : []), ...(candidates.length === 0 ? [] : [named])];
  return parts.length === 0 ? texts.noCandidates : parts.join('; ');
}

function moreLine(count: number, lang: Lang): Lines {
  const left = count - LISTED;
  return left > 0 ? [`  ${fill(groupTexts[lang].more, { count: formatNumber(lang, left) })}`] : [];
}

function toldLines({ unconfirmed, incomplete }: GroupReport, { lang, width }: GroupsTextOptions): Lines {
  const texts = groupTexts[lang];
  const told = [
    ...(unconfirmed === 0 ? [] : [fill(texts.toldUnconfirmed, { count: formatNumber(lang, unconfirmed) })]),
    ...(incomplete === 0 ? [] : [fill(texts.toldIncomplete, { count: formatNumber(lang, incomplete) })]),
  ];
  return told.flatMap((line) => wrapText(line, width, { first: '', rest: '' }));
}
