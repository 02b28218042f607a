import { diffLabels } from '../label-diff.ts';
import { type Html, html } from './html.ts';

/** A label, or the words for none. */
export function labelHtml(label: string, noLabel: string): Html {
  return label === '' ? html`<i class="none">${noLabel}</i>` : html`${label}`;
}

/** The word-level difference of two labels: `del` and `ins`, which the page marks by line and weight beside colour. */
export function labelDiffHtml(before: string, after: string): Html {
  if (before === after) return html`${after}`;
  const parts = diffLabels(before, after).map(({ kind, text }, i) => {
    const space = i === 0 ? '' : ' ';
    if (kind === 'same') return html`${space}${text}`;
    return kind === 'removed' ? html`${space}<del>${text}</del>` : html`${space}<ins>${text}</ins>`;
  });
  return html`${parts}`;
}
