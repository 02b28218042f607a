import type { Lang } from '../../model/lang.ts';
import { fill } from '../../words/language.ts';
import { rekeyTexts } from '../../words/rekey.ts';
import { isCarried, type KeyFate } from './key-fates.ts';

const MAX_CODES = 5;

/** What is said of a row beside it, in the reader's language. */
export function rowNote(
  lang: Lang,
  fate: KeyFate,
  { part, joins }: { readonly part: number; readonly joins: readonly string[] },
): string {
  const texts = rekeyTexts[lang];
  const { code, targets, others, partners, recycledAs, below } = fate;
  const rest = (partners[part] ?? []).filter((partner) => !joins.includes(partner));
  const elsewhere = targets.filter((_, i) => i !== part).map((target) => target.code);
  const carried = isCarried(fate)
    ? [
        targets.length > 1
          ? fill(texts.partOf, { part: part + 1, parts: targets.length, codes: listed(elsewhere) })
          : '',
        others.length > 0 ? fill(texts.mainOf, { codes: listed(others) }) : '',
        joins.length > 0 ? fill(texts.joinWith, { codes: listed(joins) }) : '',
        rest.length > 0 ? fill(texts.alsoFrom, { codes: listed(rest) }) : '',
        below > 0 ? fill(texts.branch, { below }) : '',
      ]
    : [
        texts.why[fate.fate],
        targets.length > 0 ? fill(texts.mayGo, { codes: listed(targets.map((target) => target.code)) }) : '',
      ];
  const alarm =
    recycledAs === null
      ? ''
      : recycledAs === ''
        ? fill(texts.recycledAsOther, { code })
        : fill(texts.recycledAs, { code, label: recycledAs });
  return [...carried, alarm, fate.unconfirmed ? texts.isUnconfirmed : '']
    .filter((piece) => piece !== '')
    .join(' | ');
}

function listed(codes: readonly string[]): string {
  return `${codes.slice(0, MAX_CODES).join(', ')}${codes.length > MAX_CODES ? ', ...' : ''}`;
}
