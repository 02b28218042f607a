import { type AdoptionConflict, SIDES, type Side } from '../../model/adoption.ts';
import { entryLine, remarksOf } from '../../render/adoption/adoption-lines.ts';
import { adoptionTexts } from '../../words/adoption.ts';
import { pageAdoptTexts } from '../../words/page-adopt.ts';
import { usePage } from './page-context.ts';

/** One conflict: what it is about, both sides, and the answer. */
export function ConflictCard({ conflict }: { readonly conflict: AdoptionConflict }) {
  const { actions, lang } = usePage();
  const texts = adoptionTexts[lang];
  const { outcome, localCode, nationalCode } = conflict;
  const [first] = [...outcome.local, ...outcome.national, ...outcome.base];
  const name = `${localCode}|${nationalCode}`;
  const answer = outcome.decision === null ? null : outcome.side;
  const option = (side: Side | null, text: string) => (
    <label>
      <input
        type="radio"
        name={name}
        checked={answer === side}
        onChange={() => void actions.settle(conflict, side)}
      />
      <span>{text}</span>
    </label>
  );
  return (
    <fieldset class={`answers conflict${answer === null ? ' waiting' : ''}`}>
      <legend>{first === undefined ? name : entryLine(first)}</legend>
      {outcome.base.map((entry) => (
        <p key={entry.id}>
          {texts.maps.base}: {entryLine(entry)}
        </p>
      ))}
      {remarksOf(outcome, lang).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {SIDES.map((side) =>
        option(side, `${texts.side[side]}: ${entriesOf(conflict, side) || texts.nothing}`),
      )}
      {option(null, pageAdoptTexts[lang].undecided)}
    </fieldset>
  );
}

function entriesOf({ outcome }: AdoptionConflict, side: Side): string {
  const entries = [...outcome[side], ...(side === 'national' ? outcome.candidates : [])];
  return entries.map(entryLine).join('; ');
}
