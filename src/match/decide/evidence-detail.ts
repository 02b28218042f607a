import type { AnalysedLabel } from '../../language/analyser.ts';
import type { EvidenceKind } from '../../model/correspondence.ts';
import type { PairTable } from '../compare/pair-table.ts';
import type { Scored } from '../infer/rounds.ts';
import type { NamingClause } from '../infer/second-targets.ts';
import type { TermBag } from '../view/term-bag.ts';

const MAX_WORDS = 4;

/** What a piece of evidence on a pair rests on, for a reader: words of the labels, codes above; empty for none. */
export function evidenceDetail(
  scored: Scored,
  pair: number,
  { kind, clause }: { readonly kind: EvidenceKind; readonly clause: NamingClause | undefined },
): string {
  const { table } = scored;
  const { oldSide, newSide } = table;
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  if (kind === 'label-similarity') return sharedWords(table, o, n);
  if (kind === 'part-of-label') return clause === undefined ? '' : clauseOf(scored, pair, clause);
  if (kind !== 'same-parent') return '';
  const [a, b] = [oldSide.nodes[oldSide.parent[o] as number], newSide.nodes[newSide.parent[n] as number]];
  return a && b ? `${a.code.text} -> ${b.code.text}` : '';
}

function clauseOf({ table, state }: Scored, pair: number, { isOld }: NamingClause): string {
  const o = table.old[pair] as number;
  const n = table.new[pair] as number;
  const { oldBags, newBags } = table.vocabulary;
  return isOld
    ? clauseWords(table, table.oldSide.text[o], [newBags[n], newBags[state.partnerOfOld[o] as number]])
    : clauseWords(table, table.newSide.text[n], [oldBags[o], oldBags[state.partnerOfNew[n] as number]]);
}

/** The words of the part of a label that one entry has most of, and its partner least. */
function clauseWords(
  { vocabulary }: PairTable,
  label: AnalysedLabel | undefined,
  [named, partner]: readonly [TermBag | undefined, TermBag | undefined],
): string {
  const has = new Set<number>(named?.terms);
  const answered = new Set<number>(partner?.terms);
  const parts: { readonly words: string[]; balance: number }[] = [];
  label?.terms.forEach((term, i) => {
    const at = label.parts[i] as number;
    parts[at] ??= { words: [], balance: 0 };
    const part = parts[at];
    const id = vocabulary.termIds.get(term) as number;
    part.words.push(label.words[i] as string);
    part.balance += Number(has.has(id)) - Number(answered.has(id));
  });
  const [best] = Object.values(parts).sort((a, b) => b.balance / b.words.length - a.balance / a.words.length);
  return best?.words.slice(0, MAX_WORDS).join(', ') ?? '';
}

/** The most telling words that both labels have, as the new one spells them. */
function sharedWords(table: Scored['table'], o: number, n: number): string {
  const { oldBags, termIds, weight } = table.vocabulary;
  const present = new Set<number>(oldBags[o]?.terms);
  const text = table.newSide.text[n];
  const found = new Map<string, number>();
  text?.terms.forEach((term, i) => {
    const id = termIds.get(term);
    if (id !== undefined && present.has(id)) found.set(text.words[i] as string, weight[id] as number);
  });
  return [...found]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_WORDS)
    .map(([word]) => word)
    .join(', ');
}
