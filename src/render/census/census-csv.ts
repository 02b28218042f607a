import { CENSUS_COLUMNS, type Census, LOCAL_DOINGS } from '../../model/census.ts';
import { asText, renderCsv } from '../csv.ts';

/** A row for each national entry, then one for each group of local additions; the same in every language. */
export function renderCensusCsv({ entries, additions, maps }: Census): string {
  const national = entries.map(({ code, label, path, counts, wordings }) => [
    ...['entry', code, label, path].map(asText),
    String(maps.length),
    ...LOCAL_DOINGS.map((doing) => String(counts[doing])),
    asText(wordings.map((wording) => `${wording.label} (${wording.maps})`).join(' | ')),
  ]);
  const local = additions.map(({ label, maps: count, entries: own, under }) => [
    ...['addition', under?.code ?? '', label, under?.label ?? ''].map(asText),
    String(count),
    ...LOCAL_DOINGS.map(() => ''),
    asText(own.map((entry) => `${entry.map} ${entry.code} ${entry.label}`).join(' | ')),
  ]);
  return renderCsv([CENSUS_COLUMNS, ...national, ...local]);
}
