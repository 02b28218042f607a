import { foldLabel } from '../language/fold-label.ts';
import { foldBlanks } from '../values/fold-blanks.ts';
import { memo } from './memo.ts';
import type { Rule } from './plan.ts';

/** What is known of a code: itself and its label in the old map. */
type OldEntry = Pick<Rule, 'code' | 'label'>;

/** A description that was cut off still has so many characters. */
const MIN_CUT = 15;

const folded = memo((text: string) => foldLabel(foldBlanks(text)));

/**
 * What a description beside the code says once the code has changed: the new label where it said the old one, whole or
 * cut off at its end.
 *
 * @returns `null` where it stays as it is
 */
export function followLabel(text: string, rule: OldEntry, target: { readonly label: string }): string | null {
  if (target.label === '' || rule.label === '' || target.label === text) return null;
  return saysLabel(text, rule.label) ? target.label : null;
}

/**
 * What the cell of the code says: the new code. Where words stood behind the old one, the new label stands there now; words
 * that say neither go, for they were about the old code. With `labels` off they stay.
 */
export function followCode(
  text: string,
  rule: OldEntry,
  target: { readonly code: string; readonly label: string },
  labels: boolean,
): string {
  const written = text.trim();
  const [, code = '', between = '', label = ''] = /^(\S+?)([\s:–—-]+)(\p{L}.*)$/su.exec(written) ?? [];
  if (code === '') return target.code;
  if (!labels) return `${target.code}${between}${label}`;
  const now =
    followLabel(label, rule, target) ?? (target.label === label || target.code === rule.code ? label : '');
  return now === '' ? target.code : `${target.code}${between}${now}`;
}

function saysLabel(text: string, label: string): boolean {
  const [said, full] = [folded(text), folded(label)];
  if (said === '' || full === '') return false;
  return said === full || (said.length >= MIN_CUT && full.startsWith(said));
}
