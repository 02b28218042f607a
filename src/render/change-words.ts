import type { Evidence } from '../model/correspondence.ts';
import type { Lang } from '../model/lang.ts';
import type { ReportChange, ReportTarget } from '../model/report.ts';
import { kindTexts } from '../words/kinds.ts';
import { reportTexts } from '../words/report.ts';
import { evidenceText, tellingEvidence } from './evidence-text.ts';

/** The finer kinds of a change in words, `renumbered, content changed`; empty where there is none. */
export function detailWords(change: ReportChange, lang: Lang): string {
  return change.details.map((detail) => kindTexts[lang].detail[detail]).join(', ');
}

/** What speaks for a target, strongest first, each piece in words. */
export function evidenceWords(target: ReportTarget, lang: Lang): readonly string[] {
  return tellingEvidence(target.evidence).map((piece) => pieceWords(piece, lang));
}

/** What speaks for a change: for its targets, or why it has none. */
export function reasonWords(change: ReportChange, lang: Lang): readonly string[] {
  if (change.old === null) return [];
  if (change.new.length === 0) return change.noLink === null ? [] : [kindTexts[lang].noLink[change.noLink]];
  const several = change.new.length > 1;
  return change.new.flatMap((target) =>
    evidenceWords(target, lang).map((words) => (several ? `${target.code}: ${words}` : words)),
  );
}

function pieceWords(piece: Evidence, lang: Lang): string {
  const against = piece.weight < 0 ? reportTexts[lang].against : '';
  return `${against}${evidenceText(piece, lang)}`;
}
