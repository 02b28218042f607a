import { fill, formatNumber } from '../../../words/language.ts';
import { pageMapTexts } from '../../../words/page-map.ts';
import type { Answer } from '../../calls/protocol.ts';
import { Download } from '../download.tsx';
import { FileInput } from '../file-input.tsx';
import { FileLinks } from '../file-links.tsx';
import { FindingList } from '../finding-list.tsx';
import { failureLines } from '../messages.tsx';
import { usePage } from '../page-context.ts';

/** One map, looked at alone. */
export function MapPanel() {
  const { state, actions, lang, texts: page } = usePage();
  const texts = pageMapTexts[lang];
  const { map, checked, converted } = state.oneMap;
  const isOff = state.work.value !== null || map.value === null;
  return (
    <div class="own">
      <p>{texts.lead}</p>
      <FileInput
        label={texts.map}
        hint={page.mapHint}
        chosen={map.value?.name ?? null}
        onFiles={([file]) => actions.chooseMap(file ?? null)}
      />
      <p class="line">
        <button type="button" class="main" disabled={isOff} onClick={() => void actions.check()}>
          {texts.check}
        </button>
        <button type="button" disabled={isOff} onClick={() => void actions.convert()}>
          {texts.convert}
        </button>
      </p>
      {converted.value === null ? null : <Forms answer={converted.value} />}
      {checked.value === null ? null : <Findings answer={checked.value} />}
    </div>
  );
}

function Findings({ answer: { report, files } }: { readonly answer: Answer<'check'> }) {
  const { state, lang } = usePage();
  const texts = pageMapTexts[lang];
  const meanings: Readonly<Record<string, string>> = texts.meanings;
  const meaningOf = (name: string) => meanings[name.split('.').at(-1) ?? ''] ?? '';
  return (
    <>
      <h3>{fill(texts.found, { file: state.oneMap.map.value?.name ?? '' })}</h3>
      <FindingList report={report} />
      <h4>{texts.saved}</h4>
      <FileLinks files={files.map((file) => ({ file, meaning: meaningOf(file.name) }))} />
    </>
  );
}

function Forms({ answer: { entries, forms } }: { readonly answer: Answer<'convert'> }) {
  const { lang } = usePage();
  return (
    <>
      <h3>{fill(pageMapTexts[lang].forms, { entries: formatNumber(lang, entries) })}</h3>
      <ul class="files">
        {forms.map(({ name, file, failure, leftOut }) => (
          <li key={name}>
            {file === null ? null : <Download file={file} />}{' '}
            <small>{failure === null ? leftOut[lang] : failureLines(failure, lang).join('; ')}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
