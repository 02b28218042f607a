import type { CheckFormat } from '../model/check-report.ts';

const ENDINGS: Readonly<Record<string, CheckFormat>> = {
  json: 'json',
  sarif: 'sarif',
  xml: 'junit',
  md: 'markdown',
};

/** The format a file name asks for by its ending; text where it asks for none. */
export function checkFormatOf(file: string | undefined): CheckFormat {
  const ending = file?.toLowerCase().split('.').at(-1) ?? '';
  return (Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined) ?? 'text';
}
