import { fill } from '../../words/language.ts';
import { usePage } from './page-context.ts';

interface ShareFieldsProps {
  readonly targets: readonly { readonly id: number; readonly code: string; readonly label: string }[];
  readonly shares: readonly string[];
  readonly onShares: (shares: readonly string[]) => void;
  /** `null` where the targets are given. */
  readonly onRemove: ((id: number) => void) | null;
}

/** What is divided: the targets, and the share of each. */
export function ShareFields({ targets, shares, onShares, onRemove }: ShareFieldsProps) {
  const { texts } = usePage();
  return (
    <fieldset class="shares">
      <legend>{texts.chosen}</legend>
      {targets.map((target, i) => (
        <div key={target.id}>
          <label>
            <span class="sr">{fill(texts.share, { code: target.code })}</span>
            <input
              type="text"
              inputMode="decimal"
              value={shares[i] ?? ''}
              onInput={({ currentTarget }) =>
                onShares(targets.map((_, j) => (i === j ? currentTarget.value.trim() : (shares[j] ?? ''))))
              }
            />
          </label>
          <span>
            <b class="code">{target.code}</b> {target.label}
          </span>
          {onRemove === null ? null : (
            <button
              type="button"
              onClick={() => {
                onShares(shares.filter((_, j) => j !== i));
                onRemove(target.id);
              }}
            >
              {fill(texts.remove, { file: target.code })}
            </button>
          )}
        </div>
      ))}
      <p class="hint">{texts.sharesLater}</p>
    </fieldset>
  );
}
