import { useMemo } from 'preact/hooks';
import type { Lang } from '../../../model/lang.ts';
import { renderRecodeText } from '../../../render/recode-text.ts';
import { fill, formatNumber } from '../../../words/language.ts';
import { pageRecodeTexts } from '../../../words/page-recode.ts';
import type { Answer } from '../../calls/protocol.ts';
import { canRecode, isCurrent } from '../../store/recoding.ts';
import { type FileLink, FileLinks } from '../file-links.tsx';
import { usePage } from '../page-context.ts';
import { RecodeOptions } from '../recode-options.tsx';
import { RecodeReportView } from '../recode-report.tsx';

/** Time-sheets, carried over to the new codes. */
export function RecodePanel() {
  const { state, lang, texts: page } = usePage();
  const texts = pageRecodeTexts[lang];
  const recoded = state.recoding.recoded.value;
  const table = state.crosswalkFile.value;
  const applied = table === null ? texts.appliesOwn : fill(texts.appliesFile, { file: table.name });
  const isOld = recoded !== null && !isCurrent(state, recoded.from);
  return (
    <div class="recode">
      <p>{texts.lead}</p>
      <p>{canRecode(state) ? applied : fill(texts.missing, { slot: page.crosswalkFile })}</p>
      <RecodeOptions />
      <div role="status">
        {isOld ? <p class="warn">{fill(texts.stale, { recode: page.recode })}</p> : null}
        {recoded === null && canRecode(state) ? <p>{fill(texts.press, { recode: page.recode })}</p> : null}
        {recoded === null || isOld ? null : <Verdict answer={recoded.answer} />}
      </div>
      {recoded === null || isOld ? null : <Result answer={recoded.answer} />}
    </div>
  );
}

interface ResultProps {
  readonly answer: Answer<'recode'>;
}

/** In a sentence, what a person has to know first. */
function Verdict({ answer: { report, rejects } }: ResultProps) {
  const { lang } = usePage();
  const texts = pageRecodeTexts[lang];
  const { rejected } = report.rows;
  if (rejected === 0) return <p class="good">{texts.complete}</p>;
  const rows = formatNumber(lang, rejected);
  return <p class="warn">{fill(texts.rejected, { rows, file: rejects?.name ?? '' })}</p>;
}

function Result({ answer }: ResultProps) {
  const { lang } = usePage();
  const { report, file, crosswalk } = answer;
  const links = useMemo(() => linksOf(answer, lang), [answer, lang]);
  return (
    <>
      <h3>{pageRecodeTexts[lang].files}</h3>
      <FileLinks files={links} />
      <RecodeReportView report={report} file={file} crosswalk={crosswalk} />
    </>
  );
}

function linksOf(answer: Answer<'recode'>, lang: Lang): readonly FileLink[] {
  const { meanings } = pageRecodeTexts[lang];
  const { archive, recoded, rejects, records, report, file, crosswalk } = answer;
  const text = renderRecodeText(report, { lang, file, crosswalk });
  return [
    ...(archive === null ? [] : [{ file: archive, meaning: meanings.archive }]),
    ...recoded.map((each) => ({ file: each, meaning: '' })),
    ...(rejects === null ? [] : [{ file: rejects, meaning: meanings.rejects }]),
    ...records.map((each) => ({ file: each, meaning: meanings.record })),
    {
      file: { name: 'procmap-recode.txt', bytes: new TextEncoder().encode(text) },
      meaning: meanings.report,
    },
  ];
}
