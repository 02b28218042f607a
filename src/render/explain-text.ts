import type { Evidence, EvidenceKind } from '../model/correspondence.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Lang } from '../model/lang.ts';
import type { MapNode } from '../model/process-map.ts';
import type { ReportCandidate, ReportChange, ReportEntry, ReportTarget } from '../model/report.ts';
import { completenessTexts } from '../words/completeness.ts';
import { decidedText, explainTexts } from '../words/explain.ts';
import { kindTexts } from '../words/kinds.ts';
import { fill, formatConfidence, formatNumber, formatPercent } from '../words/language.ts';
import { reportTexts } from '../words/report.ts';
import { safeLines, safeText } from '../words/safe-text.ts';
import { evidenceName, evidenceText, tellingEvidence } from './evidence-text.ts';
import { plainStyle, type Style } from './style.ts';
import { wrapText } from './wrap.ts';

export interface ExplainOptions {
  readonly lang: Lang;
  readonly style: Style;
  readonly width: number;
}

type Lines = readonly string[];

/** Draws why an entry went where it went: the entry, the choice with its evidence, and the runners-up. */
export function renderExplanation(explanation: Explanation, options: ExplainOptions): string {
  const { change, sameCode, sources } = explanation;
  const blocks =
    change.old === null ? added(change, sources, options) : went(change, change.old, sameCode, options);
  const text = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
  return safeLines(`${text}\n`, { coloured: options.style !== plainStyle });
}

/** Says of entries of the new map why there is nothing to explain: they exist by rule, and nothing leads to them. */
export function renderByRule(entries: readonly MapNode[], { lang, width }: ExplainOptions): string {
  return entries
    .map(({ code, label }) =>
      fill(explainTexts[lang].onlyByRule, { code: code.text, label: safeText(label) }),
    )
    .map((text) => `${wrapText(text, width, { first: '', rest: '' }).join('\n')}\n`)
    .join('');
}

function went(
  change: ReportChange,
  old: ReportEntry,
  sameCode: ReportEntry | null,
  options: ExplainOptions,
): readonly Lines[] {
  const { lang, style } = options;
  const texts = explainTexts[lang];
  const recycled = change.alarms.some((alarm) => alarm.kind === 'recycled');
  const keepsCode = change.new.some((target) => target.code === old.code);
  const bearer =
    sameCode === null || sameCode.implied
      ? [`  ${texts.codeFree}`]
      : [`  ${texts.codeNow}`, ...entry(sameCode, options, '    ')];
  return [
    [
      style.strong(texts.inOld),
      ...entry(old, options, '  '),
      ...(recycled ? [`  ${texts.recycled}`, ...bearer].map(style.alarm) : keepsCode ? [] : bearer),
    ],
    [
      style.strong(verdictOf(change, options)),
      ...mergedWith(change, options),
      ...noTarget(change, options),
      ...decisionLines(change, options),
    ],
    ...change.new.map((target) => chosen(target, options)),
    alsoElsewhere(change, options),
    runnersUp(change, options),
  ];
}

function added(
  change: ReportChange,
  sources: readonly ReportEntry[],
  options: ExplainOptions,
): readonly Lines[] {
  const texts = explainTexts[options.lang];
  const own = change.new.flatMap((target) => entry(target, options, '  '));
  const from =
    sources.length === 0
      ? [`  ${texts.addedHere}`]
      : [`  ${texts.sources}`, ...sources.flatMap((source) => entry(source, options, '    '))];
  return [[options.style.strong(texts.inNew), ...own, ...from]];
}

function entry(
  { code, label, path }: ReportEntry,
  { style, width, lang }: ExplainOptions,
  indent: string,
): Lines {
  const head = `${indent}${code}  `;
  const rest = ' '.repeat(head.length);
  const lines = wrapText(safeText(label) || reportTexts[lang].noLabel, width, { first: head, rest });
  const above = path === '' ? [] : wrapText(safeText(path), width, { first: rest, rest }).map(style.dim);
  return [
    ...lines.map((line, i) => (i === 0 ? line.replace(code, () => style.strong(code)) : line)),
    ...above,
  ];
}

function verdictOf(change: ReportChange, { lang }: ExplainOptions): string {
  const names = kindTexts[lang];
  const details = change.details.map((detail) => names.detail[detail]);
  const kind = [names.change[change.kind], ...details].join(', ');
  return change.kind === 'open' || change.kind === 'possibly-lost'
    ? kind
    : fill(explainTexts[lang].verdict, { kind, tier: names.tier[change.tier] });
}

function mergedWith({ mergedWith: others }: ReportChange, { lang, width }: ExplainOptions): Lines {
  if (others.length === 0) return [];
  const codes = others.map(({ code }) => safeText(code)).join(', ');
  return wrapText(fill(explainTexts[lang].mergedWith, { codes }), width, { first: '  ', rest: '  ' });
}

function noTarget(change: ReportChange, { lang, width }: ExplainOptions): Lines {
  if (change.new.length > 0) return [];
  const texts = explainTexts[lang];
  const lost = change.alarms.find((alarm) => alarm.kind === 'possibly-lost');
  const reason = kindTexts[lang].noLink[change.noLink ?? 'nothing-similar'];
  const sentences = [fill(texts.noLink, { reason })];
  if (lost?.kind === 'possibly-lost') sentences.push(fill(texts.lostHint, { missing: lost.missingCode }));
  return sentences.flatMap((sentence) => wrapText(sentence, width, { first: '  ', rest: '  ' }));
}

function decisionLines(change: ReportChange, { lang, width }: ExplainOptions): Lines {
  if (change.decision === null) return [];
  const text = decidedText(lang, change.decision);
  return wrapText(safeText(text), width, { first: '  ', rest: '  ' });
}

function chosen(target: ReportTarget, options: ExplainOptions): Lines {
  const { lang, style, width } = options;
  const texts = explainTexts[lang];
  const confidence = formatConfidence(lang, target.confidence, target.tier);
  return [
    style.good(`${texts.linkTo}`),
    ...entry(target, options, '  '),
    ...(target.implied ? wrapText(texts.byRule, width, { first: '  ', rest: '  ' }).map(style.dim) : []),
    `  ${fill(texts.because, { confidence })}`,
    ...evidence(target.evidence, options),
    ...sumOf(target, options),
  ];
}

/** How the pieces add up, in the log-odds that the model reckons in, from the prior to the confidence. */
function sumOf(
  { evidence: pieces, confidence, tier }: ReportTarget,
  { lang, style, width }: ExplainOptions,
): Lines {
  const prior = pieces.find(({ kind }) => kind === 'prior')?.odds;
  if (prior === undefined) return [];
  const all = pieces.reduce((sum, { odds = 0 }) => sum + Math.round(odds * 100), 0) / 100;
  const text = fill(explainTexts[lang].addsUp, {
    prior: signed(prior, lang),
    gain: signed(all - prior, lang),
    sum: signed(all, lang),
    confidence: formatConfidence(lang, confidence, tier),
  });
  return wrapText(text, width, { first: '    ', rest: '    ' }).map(style.dim);
}

function signed(value: number, lang: Lang): string {
  return `${value < 0 ? '−' : '+'}${formatNumber(lang, Math.abs(value), 2)}`;
}

/** Each piece in words; the bar shows its weight, so that the strongest reason is seen first. */
function evidence(pieces: readonly Evidence[], { lang, style, width }: ExplainOptions): Lines {
  const texts = explainTexts[lang];
  const names = Math.max(texts.speaksFor.length, texts.speaksAgainst.length);
  return tellingEvidence(pieces).flatMap((piece) => {
    const side = piece.weight < 0 ? texts.speaksAgainst : texts.speaksFor;
    const bar = '■'.repeat(Math.max(1, Math.round(Math.abs(piece.weight) * 5))).padEnd(5, '·');
    const points = piece.odds === undefined ? '' : `${signed(piece.odds, lang).padStart(6)}  `;
    const head = `    ${side.padEnd(names)}  ${bar}  ${points}`;
    const words = safeText(evidenceText(piece, lang));
    const lines = wrapText(words, width, { first: head, rest: ' '.repeat(head.length) });
    const paint = piece.weight < 0 ? style.bad : style.good;
    return lines.map((line) => line.replace(bar, () => paint(bar)));
  });
}

/** That a certain entry may go elsewhere, too; of others one looks for that anyway. */
function alsoElsewhere({ complete, tier }: ReportChange, { lang, style, width }: ExplainOptions): Lines {
  if (complete !== 'unknown' || tier !== 'certain') return [];
  return wrapText(completenessTexts[lang].entry, width, { first: '', rest: '' }).map(style.alarm);
}

function runnersUp(change: ReportChange, options: ExplainOptions): Lines {
  const { lang, style } = options;
  const texts = explainTexts[lang];
  const taken = new Set(change.new.map((target) => target.code));
  const others = change.candidates.filter((candidate) => !taken.has(candidate.code)).slice(0, 5);
  if (others.length === 0) return [style.dim(texts.noCandidates)];
  const best = [...change.new].sort((a, b) => b.confidence - a.confidence)[0];
  return [
    style.strong(best === undefined ? texts.nearest : texts.candidates),
    ...others.flatMap((candidate) => runnerUp(candidate, best, options)),
  ];
}

function runnerUp(
  candidate: ReportCandidate,
  best: ReportTarget | undefined,
  options: ExplainOptions,
): Lines {
  const { lang, style, width } = options;
  const texts = explainTexts[lang];
  const sure = fill(texts.confidence, { confidence: formatConfidence(lang, candidate.confidence, 'open') });
  const reasons = best === undefined ? [] : behindIn(candidate, best, options);
  const lost =
    reasons.length === 0 ? sure : `${sure}; ${fill(texts.lostBy, { reasons: reasons.join('; ') })}`;
  return [
    ...entry(candidate, options, '  '),
    ...wrapText(lost, width, { first: '    ', rest: '    ' }).map(style.dim),
    ...evidence(candidate.evidence, options),
  ];
}

/** Where a runner-up falls behind the choice: the two pieces of evidence it lacks most. */
function behindIn(
  candidate: ReportCandidate,
  best: ReportTarget,
  { lang }: ExplainOptions,
): readonly string[] {
  const scoreOf = (pieces: readonly Evidence[], kind: EvidenceKind) =>
    pieces.find((piece) => piece.kind === kind)?.score ?? 0;
  return best.evidence
    .filter((piece) => piece.weight >= 0)
    .map(({ kind, score }) => ({ kind, score, own: scoreOf(candidate.evidence, kind) }))
    .filter(({ score, own }) => score - own >= 0.1)
    .sort((a, b) => b.score - b.own - (a.score - a.own))
    .slice(0, 2)
    .map(({ kind, score, own }) =>
      fill(explainTexts[lang].against, {
        evidence: evidenceName({ kind, score, weight: 0 }, lang),
        own: formatPercent(lang, own),
        chosen: formatPercent(lang, score),
      }),
    );
}
