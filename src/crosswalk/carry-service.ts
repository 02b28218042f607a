import { codeKind, parseCode } from '../model/code.ts';
import type { Crosswalk, CrosswalkRow } from '../model/crosswalk.ts';
import { EMPTY_ROW } from '../model/crosswalk-rows.ts';

/** More than this part of what a process holds must go to one place for its service entries to go there too. */
const PREDOMINANT = 0.5;

/**
 * Carries coordination and training entries, booked on `A1` and `A1.1.F.F`, through a crosswalk of maps that list none:
 * each goes where most of its macro-process or process goes. That is a guess, so the link is probable at best. A
 * crosswalk that lists such entries knows best, and nothing is carried through it.
 *
 * @returns for a row that leads to a service entry the link that carries it on; `null` where there is none
 */
export function serviceCarrier(second: Crosswalk): (step: CrosswalkRow) => CrosswalkRow | null {
  if (second.rows.some((row) => servedBy(row.oldCode) !== null)) return () => null;
  const places = placesOf(second);
  return (step) => {
    const served = servedBy(step.newCode);
    const own = served === null ? undefined : places.get(served);
    if (served === null || own === undefined) return null;
    const total = [...own.values()].reduce((sum, count) => sum + count, 0);
    const [place, count] = [...own].reduce((best, each) => (each[1] > best[1] ? each : best));
    if (place === '' || count / total <= PREDOMINANT) return null;
    return carried(step, place + step.newCode.slice(served.length), count / total);
  };
}

/** The macro-process or process that a service entry serves; `null` for any other code. */
function servedBy(text: string): string | null {
  const code = parseCode(text);
  if (!code) return null;
  if (codeKind(code) === 'macro-process') return text;
  return codeKind(code) === 'training' && text.endsWith('.F.F') ? text.slice(0, -'.F.F'.length) : null;
}

/** How many links lead from each macro-process and process to each; to `''` where there is no such place. */
function placesOf({ rows }: Crosswalk): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const places = new Map<string, Map<string, number>>();
  for (const { oldCode, newCode } of rows) {
    const old = parseCode(oldCode)?.text.split('.') ?? [];
    const fresh = parseCode(newCode)?.text.split('.') ?? [];
    for (const depth of [1, 2].filter((each) => old.length > each)) {
      const from = old.slice(0, depth).join('.');
      const to = fresh.length > depth ? fresh.slice(0, depth).join('.') : '';
      const own = places.get(from) ?? new Map<string, number>();
      places.set(from, own.set(to, (own.get(to) ?? 0) + 1));
    }
  }
  return places;
}

function carried(step: CrosswalkRow, newCode: string, confidence: number): CrosswalkRow {
  return {
    ...EMPTY_ROW,
    oldCode: step.newCode,
    oldLabel: step.newLabel,
    newCode,
    newLabel: step.newLabel,
    newPath: newCode === step.newCode ? step.newPath : '',
    change: newCode === step.newCode ? 'unchanged' : 'moved',
    share: '1',
    isDefault: true,
    tier: 'probable',
    confidence: Math.round(confidence * 100) / 100,
    evidence: `carried-by-rule:${confidence.toFixed(2)}`,
  };
}
