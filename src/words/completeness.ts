import type { Lang } from '../model/lang.ts';
import type { MigrationReport } from '../model/report.ts';
import { catalogue } from './catalogue.ts';
import { fill, formatNumber } from './language.ts';

/** What is said of entries that may go elsewhere too, though all their links are certain. */
export const completenessTexts = catalogue(
  {
    /** Beside the number of certain entries. */
    ofWhich: ' (of which {count} may also go elsewhere in part)',
    incomplete:
      'Of the certain ones {count} may also go elsewhere in part: where {count|it goes is|they go is} certain, whether that is all wants a look.',
    /** At the top of a report on two maps that divide much. */
    dividesMuch:
      'These two maps divide many entries. An entry often goes to several, so look at what is proposed even where it is certain.',
    /** Of one entry. */
    entry: 'It may also go elsewhere in part: another new entry takes up what this link leaves.',
  },
  {
    ofWhich: ' (di cui {count} {count|potrebbe|potrebbero} andare in parte anche altrove)',
    incomplete:
      'Delle certe, {count} {count|potrebbe|potrebbero} andare in parte anche altrove: dove {count|va|vanno} è certo, se sia tutto è da verificare.',
    dividesMuch:
      'Queste due mappe dividono molte voci. Spesso una voce va a più d’una: rivedere le proposte anche dove sono certe.',
    entry:
      'Potrebbe andare in parte anche altrove: un’altra nuova voce riprende ciò che questo collegamento lascia fuori.',
  },
);

/** Added to the number of certain entries; empty where all of them are complete. */
export function ofWhichText({ incomplete }: MigrationReport, lang: Lang): string {
  return incomplete === 0
    ? ''
    : fill(completenessTexts[lang].ofWhich, { count: formatNumber(lang, incomplete) });
}

/** What a reader has to know of further targets, as sentences; none where nothing speaks for any. */
export function completenessSentences(
  { incomplete, dividesMuch }: MigrationReport,
  lang: Lang,
): readonly string[] {
  const texts = completenessTexts[lang];
  return [
    ...(dividesMuch ? [texts.dividesMuch] : []),
    ...(incomplete === 0 ? [] : [fill(texts.incomplete, { count: formatNumber(lang, incomplete) })]),
  ];
}
