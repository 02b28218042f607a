import type { Adoption, AdoptionOutcome } from '../../model/adoption.ts';
import type { ReportEntry } from '../../model/report.ts';

/** The report as JSON: an object of its own version, names that never change with the language. */
export function renderAdoptionJson({
  base,
  local,
  national,
  map,
  outcomes,
  counts,
  open,
  stale,
}: Adoption): string {
  const document = {
    format: 'procmap-adoption',
    version: 1,
    base,
    local,
    national,
    entries: map.nodes.length,
    counts,
    open,
    stale: stale.map(({ localCode, nationalCode, side, place }) => ({
      localCode,
      nationalCode,
      verdict: side,
      place,
    })),
    outcomes: outcomes.map(outcomeDto),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function outcomeDto(outcome: AdoptionOutcome) {
  const { kind, conflict, notes, confidence, side, decision, hours } = outcome;
  return {
    outcome: kind,
    conflict,
    side: conflict === null ? null : side,
    notes,
    confidence: Number(confidence.toFixed(4)),
    base: outcome.base.map(entryDto),
    local: outcome.local.map(entryDto),
    national: outcome.national.map(entryDto),
    candidates: outcome.candidates.map(entryDto),
    result: outcome.result.map(entryDto),
    decision,
    hours,
  };
}

function entryDto({ code, label, path, kind }: ReportEntry) {
  return { code, label, path, kind };
}
