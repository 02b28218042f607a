import { adoptionTexts } from '../../../words/adoption.ts';
import { fill, formatNumber } from '../../../words/language.ts';
import { pageAdoptTexts } from '../../../words/page-adopt.ts';
import type { Adopted } from '../../calls/adopt.ts';
import { ADOPTION_SLOTS, type AdoptionSlot } from '../../store/adopting-state.ts';
import { AuthorForm } from '../author-form.tsx';
import { ConflictCard } from '../conflict-card.tsx';
import { FileInput } from '../file-input.tsx';
import { FileLinks } from '../file-links.tsx';
import { OutcomeTables } from '../outcome-tables.tsx';
import { usePage } from '../page-context.ts';

/** The chamber's own map, carried to the nation's new revision. */
export function AdoptPanel() {
  const { state, actions, lang } = usePage();
  const texts = pageAdoptTexts[lang];
  const { adopted, local, national, withHours } = state.adopting;
  const isOff = state.work.value !== null || local.value === null || national.value === null;
  return (
    <div class="own adopt">
      <p>{texts.lead}</p>
      <div class="more">
        {ADOPTION_SLOTS.map((name) => (
          <Slot key={name} name={name} />
        ))}
      </div>
      {state.timesheets.value.length === 0 ? null : (
        <label class="check">
          <input
            type="checkbox"
            checked={withHours.value}
            onChange={({ currentTarget }) => actions.countHours(currentTarget.checked)}
          />
          {texts.withHours}
        </label>
      )}
      <p class="line">
        <button type="button" class="main" disabled={isOff} onClick={() => void actions.adopt()}>
          {texts.adopt}
        </button>
      </p>
      {adopted.value === null ? null : <Result adopted={adopted.value} />}
    </div>
  );
}

function Slot({ name }: { readonly name: AdoptionSlot }) {
  const { state, actions, lang } = usePage();
  const texts = pageAdoptTexts[lang];
  return (
    <FileInput
      label={texts[name]}
      hint={texts[`${name}Hint`]}
      chosen={state.adopting[name].value?.name ?? null}
      onFiles={([file]) => actions.chooseForAdoption(name, file ?? null)}
    />
  );
}

function Result({ adopted: { adoption, stale } }: { readonly adopted: Adopted }) {
  const { lang } = usePage();
  const texts = adoptionTexts[lang];
  const { open, base, conflicts, outcomes } = adoption;
  return (
    <>
      {base === null ? <p>{texts.noBase}</p> : null}
      <div role="status">
        {open > 0 ? (
          <p class="warn">{fill(texts.openConflicts, { open: formatNumber(lang, open) })}</p>
        ) : (
          <p class="good">{texts.noConflicts}</p>
        )}
      </div>
      {stale === 0 ? null : <p class="bad">{fill(texts.stale, { count: formatNumber(lang, stale) })}</p>}
      {conflicts.length === 0 ? null : <Conflicts adoption={adoption} />}
      <Files />
      <OutcomeTables outcomes={outcomes} />
    </>
  );
}

function Conflicts({ adoption: { conflicts } }: Pick<Adopted, 'adoption'>) {
  const { state, actions, lang } = usePage();
  const texts = pageAdoptTexts[lang];
  const { showsAll } = state.adopting;
  const shown = showsAll.value ? conflicts : conflicts.filter(({ outcome }) => outcome.decision === null);
  return (
    <>
      <h3>{adoptionTexts[lang].question}</h3>
      <AuthorForm />
      <label class="check">
        <input
          type="checkbox"
          checked={showsAll.value}
          onChange={({ currentTarget }) => actions.showConflicts(currentTarget.checked)}
        />
        {texts.showAll}
      </label>
      {shown.map((conflict) => (
        <ConflictCard key={`${conflict.localCode}|${conflict.nationalCode}`} conflict={conflict} />
      ))}
    </>
  );
}

function Files() {
  const { state, actions, lang } = usePage();
  const texts = pageAdoptTexts[lang];
  const meanings: Readonly<Record<string, string>> = texts.meanings;
  const made = state.adopting.files.value;
  return (
    <>
      <h3>{texts.files}</h3>
      {made === null ? (
        <button
          type="button"
          class="main"
          disabled={state.work.value !== null}
          onClick={() => void actions.makeAdoptionFiles()}
        >
          {texts.prepare}
        </button>
      ) : (
        <FileLinks files={made.files.map((file) => ({ file, meaning: meanings[file.name] ?? '' }))} />
      )}
    </>
  );
}
