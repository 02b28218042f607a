import type { RefsReport } from '../model/refs-report.ts';
import { placeText } from '../words/place-text.ts';
import { asText, renderCsv } from './csv.ts';

const COLUMNS = ['file', 'place', 'text', 'code', 'status', 'recycled', 'new_codes', 'context'] as const;

/** One row per citation, for spreadsheets and programs; the same in every language. */
export function renderRefsCsv({ documents, codes }: RefsReport): string {
  const fates = new Map(codes.map((fate) => [fate.code, fate]));
  const rows = documents.flatMap(({ file, citations }) =>
    citations.map(({ place, text, code, context }) => {
      const fate = fates.get(code);
      const targets = fate?.targets.map((target) => target.code).join('|') ?? '';
      const recycled = String(fate !== undefined && fate.recycledAs !== null);
      return [
        asText(file),
        placeText(place),
        asText(text),
        code,
        fate?.status ?? '',
        recycled,
        targets,
        asText(context),
      ];
    }),
  );
  return renderCsv([COLUMNS, ...rows]);
}
