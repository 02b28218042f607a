import type { ChangeKind } from '../model/change.ts';
import type { ReportChange, ReportEntry, ReportTarget } from '../model/report.ts';
import { decidedText } from '../words/explain.ts';
import { kindTexts } from '../words/kinds.ts';
import { fill, formatConfidence } from '../words/language.ts';
import { reportTexts } from '../words/report.ts';
import { safeText } from '../words/safe-text.ts';
import { diffLabels, labelDiffWords } from './label-diff.ts';
import type { TextOptions } from './text-options.ts';
import { toWords, type Word, wrapText, wrapWords } from './wrap.ts';

type Lines = readonly string[];

const INDENT = { first: '      ', rest: '      ' } as const;

/** Where changes of all kinds stand in one list, each has to say which kind it is. */
type EntryOptions = TextOptions & { readonly nameKind?: boolean };

/** Kinds that the codes and the details tell by themselves. */
const ONE_TO_ONE: ReadonlySet<ChangeKind> = new Set(['unchanged', 'renamed', 'moved', 'moved-and-renamed']);

/** Draws one change: the codes and what happened, then the labels, differing words marked. */
export function drawChange(change: ReportChange, options: TextOptions): Lines {
  const { old, new: targets } = change;
  if (old === null)
    return [...targets.flatMap((target) => drawAdded(target, options)), ...decided(change, options)];
  const [only] = targets;
  const drawn =
    only !== undefined && targets.length === 1
      ? drawOneToOne(change, old, only, options)
      : [...headOf(change, old.code, options), ...label(old, options), ...drawTargets(change, options)];
  return [...drawn, ...decided(change, options)];
}

/** Who decided it, when and why. */
function decided({ decision }: ReportChange, { lang, style, width }: TextOptions): Lines {
  if (decision === null) return [];
  return wrapText(safeText(decidedText(lang, decision)), width, INDENT).map(style.dim);
}

/**
 * Draws the entries that go into one target together: all of them, then the target.
 *
 * @param changes merged changes that share their one target
 */
export function drawMerger(changes: readonly ReportChange[], options: TextOptions): Lines {
  const [first] = changes;
  const [target] = first?.new ?? [];
  if (first === undefined || target === undefined) return [];
  const sources = changes.flatMap((change) => (change.old === null ? [] : [{ change, old: change.old }]));
  const codes = sources.map(({ old }) => old.code).join(' + ');
  const others = first.mergedWith.filter(({ code }) => !sources.some(({ old }) => old.code === code));
  const details: string[] = first.details.map((detail) => kindTexts[options.lang].detail[detail]);
  if (others.length > 0) details.push(together(others, options));
  return [
    ...wrapWords(
      [
        ...toWords(`${codes} -> ${target.code}`, options.style.strong),
        ...spacedWords(details.join(', '), options.style.dim),
      ],
      options.width,
      { first: '  ', rest: INDENT.rest },
    ),
    ...sources.flatMap(({ change, old }) => drawSource(change, old, options)),
    ...drawTarget(target, options),
    ...sources.flatMap(({ change }) => decided(change, options)),
  ];
}

function drawSource(change: ReportChange, old: ReportEntry, options: TextOptions): Lines {
  const doubt = change.tier === 'certain' ? '' : ` [${tierText(change, options.lang)}]`;
  return drawTarget(
    { ...old, label: `${old.label || reportTexts[options.lang].noLabel}${doubt}` },
    options,
    '  ',
  );
}

function together(others: readonly ReportEntry[], { lang }: TextOptions): string {
  return fill(reportTexts[lang].together, { codes: others.map((entry) => entry.code).join(', ') });
}

/** Draws a change of a structure or service entry in two lines at most. */
export function drawStructureChange(change: ReportChange, options: TextOptions): Lines {
  const { old, new: targets } = change;
  const named = { ...options, nameKind: true };
  if (old === null) return targets.flatMap((target) => drawAdded(target, named));
  const [only] = targets;
  if (only !== undefined && targets.length === 1) return drawOneToOne(change, old, only, named);
  const codes = targets.map((target) => target.code).join(', ');
  return [
    ...headOf(change, codes === '' ? old.code : `${old.code} -> ${codes}`, named),
    ...label(old, options),
  ];
}

/** Draws a recycled code: what it named, what it names now, and where the old activity went. */
export function drawRecycled(change: ReportChange, options: TextOptions): Lines {
  const alarm = change.alarms.find((each) => each.kind === 'recycled');
  if (alarm?.kind !== 'recycled') return [];
  const { lang, style, width } = options;
  const texts = reportTexts[lang];
  const targets = change.new.map((target) => target.code).join(', ');
  const became = targets === '' ? kindTexts[lang].change[change.kind] : `-> ${targets}`;
  const names = Math.max(texts.recycledWas.length, texts.recycledIs.length);
  const line = (name: string, text: string) =>
    wrapText(safeText(text) || texts.noLabel, width, {
      first: `      ${name.padEnd(names)}  `,
      rest: ' '.repeat(8 + names),
    });
  return [
    `    ${style.strong(alarm.code)} ${became}`,
    ...line(texts.recycledWas, alarm.oldLabel),
    ...line(texts.recycledIs, alarm.newLabel),
  ];
}

function drawOneToOne(
  change: ReportChange,
  old: ReportEntry,
  target: ReportTarget,
  options: EntryOptions,
): Lines {
  const codes = old.code === target.code ? old.code : `${old.code} -> ${target.code}`;
  const same = old.label === target.label;
  const body = same ? label(old, options) : labelDiff(old, target, options);
  return [...headOf(change, codes, options), ...body];
}

function headOf(change: ReportChange, codes: string, options: EntryOptions): Lines {
  const { lang, style, width } = options;
  const details: string[] = change.details.map((detail) => kindTexts[lang].detail[detail]);
  if (options.nameKind && !ONE_TO_ONE.has(change.kind)) details.unshift(kindTexts[lang].change[change.kind]);
  const lost = change.alarms.find((alarm) => alarm.kind === 'possibly-lost');
  if (lost?.kind === 'possibly-lost')
    details.push(fill(reportTexts[lang].possiblyLostEntry, { missing: lost.missingCode }));
  if (change.mergedWith.length > 0) details.push(together(change.mergedWith, options));
  const sure = change.tier === 'certain' || lost ? '' : `[${tierText(change, lang)}]`;
  const words = [
    ...toWords(codes, style.strong),
    ...spacedWords(details.join(', '), style.dim),
    ...toWords(sure, style.bad),
  ];
  return wrapWords(words, width, { first: '  ', rest: INDENT.rest });
}

/** Words that stand a little apart from those before them. */
function spacedWords(text: string, show: (word: string) => string): readonly Word[] {
  return toWords(text, show).map((word, i) =>
    i === 0 ? { text: ` ${word.text}`, shown: ` ${word.shown}` } : word,
  );
}

function tierText(change: ReportChange, lang: TextOptions['lang']): string {
  const tier = kindTexts[lang].tier[change.tier];
  const confidences = change.new.map((target) => target.confidence);
  return confidences.length === 0
    ? tier
    : `${tier} ${formatConfidence(lang, Math.min(...confidences), change.tier)}`;
}

function drawAdded(target: ReportEntry, options: EntryOptions): Lines {
  const kind = options.nameKind ? `  ${options.style.dim(kindTexts[options.lang].change.added)}` : '';
  return [`  ${options.style.strong(target.code)}${kind}`, ...label(target, options)];
}

function drawTargets(change: ReportChange, options: TextOptions): Lines {
  if (change.new.length > 0) return change.new.flatMap((target) => drawTarget(target, options));
  if (change.kind !== 'open') return [];
  const texts = reportTexts[options.lang];
  if (change.candidates.length === 0) return [`      ${options.style.dim(texts.noCandidates)}`];
  const best = change.candidates.slice(0, 3);
  return [
    `      ${options.style.dim(texts.candidates)}`,
    ...best.flatMap((candidate) => drawTarget(candidate, options, '?')),
  ];
}

function drawTarget(target: ReportEntry, { style, width, lang }: TextOptions, mark = '->'): Lines {
  const head = `      ${mark} ${target.code} `;
  const [first = '', ...rest] = wrapWords(
    toWords(safeText(target.label) || reportTexts[lang].noLabel),
    width,
    {
      first: head,
      rest: ' '.repeat(head.length),
    },
  );
  return [first.replace(target.code, () => style.strong(target.code)), ...rest];
}

function label(entry: ReportEntry, { width, lang }: TextOptions): Lines {
  return wrapText(safeText(entry.label) || reportTexts[lang].noLabel, width, INDENT);
}

/** Differing words marked in place; labels that share little are easier to read one below the other. */
function labelDiff(old: ReportEntry, target: ReportEntry, options: TextOptions): Lines {
  const { width, style, lang } = options;
  const [before, after] = [safeText(old.label), safeText(target.label)];
  if (diffLabels(before, after).some((part) => part.kind === 'same'))
    return wrapWords(labelDiffWords(before, after, style), width, INDENT);
  const texts = reportTexts[lang];
  const names = Math.max(texts.recycledWas.length, texts.recycledIs.length);
  const line = (name: string, text: string, paint: (word: string) => string) =>
    wrapWords(toWords(text || texts.noLabel, paint), width, {
      first: `      ${style.dim(name.padEnd(names))}  `,
      rest: ' '.repeat(8 + names),
    });
  return [...line(texts.recycledWas, before, style.bad), ...line(texts.recycledIs, after, style.good)];
}
