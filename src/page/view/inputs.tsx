import { fill } from '../../words/language.ts';
import type { FileSlot } from '../store/actions.ts';
import { FileInput } from './file-input.tsx';
import { usePage } from './page-context.ts';

/** Where files come in, and what can be done with them. */
export function Inputs() {
  const { state, actions, texts } = usePage();
  const slot = (name: FileSlot, label: string, hint: string) => (
    <FileInput
      label={label}
      hint={hint}
      chosen={state[name].value?.name ?? null}
      onFiles={([file]) => actions.choose(name, file ?? null)}
    />
  );
  const sheets = state.timesheets.value;
  return (
    <>
      <div class="maps">
        {slot('old', texts.oldMap, texts.mapHint)}
        <p class="becomes" aria-hidden="true" />
        {slot('fresh', texts.newMap, texts.mapHint)}
      </div>
      <div class="more">
        {slot('decisions', texts.decisions, texts.decisionsHint)}
        <FileInput
          label={texts.timesheets}
          hint={texts.timesheetsHint}
          chosen={
            sheets.length === 0
              ? null
              : sheets.length === 1
                ? (sheets[0]?.name ?? '')
                : fill(texts.files, { count: sheets.length })
          }
          multiple
          onFiles={actions.chooseTimesheets}
        />
        {slot('crosswalkFile', texts.crosswalkFile, texts.crosswalkFileHint)}
      </div>
    </>
  );
}
